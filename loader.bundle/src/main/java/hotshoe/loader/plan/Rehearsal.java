package hotshoe.loader.plan;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.wiring.Conflict;
import hotshoe.loader.wiring.Needs;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Resource;

/**
 * A change of the installed extensions, gone through on paper: the same steps in the same order as
 * when it is made. Used once, by one thread.
 */
public final class Rehearsal {

  private final WiringModel model;
  private final Needs needs;
  private final Complaints complaints;
  private final Map<ExtensionName, Player> players = new LinkedHashMap<>();
  private final Map<Resource, ExtensionName> byBundle = new LinkedHashMap<>();
  private final Set<ExtensionName> stopped = new TreeSet<>();
  private final Map<Resource, Set<Resource>> asked = new HashMap<>();

  /** Begins with these, in the order in which they start. */
  public Rehearsal(WiringModel model, Collection<Player> present, Complaints complaints) {
    this.model = model;
    this.needs = new Needs(model);
    this.complaints = complaints;
    present.forEach(this::enter);
    fragmentsThatFit().forEach(fragment -> asked.put(fragment, Set.copyOf(wiredHosts(fragment))));
  }

  private void enter(Player player) {
    players.put(player.name(), player);
    byBundle.put(player.bundle(), player.name());
  }

  /**
   * How it ended.
   *
   * @param refused whether the change would not be made, because the newcomer cannot be wired and
   *     somebody of its name works
   * @param tried whether it would be tried before it is refused
   * @param reasons why the newcomer is not wired
   * @param players how everybody stands afterwards, by name
   * @param stopped who was stopped on the way, started again or not
   */
  public record Course(
      boolean refused,
      boolean tried,
      List<Problem> reasons,
      Map<ExtensionName, Player> players,
      Set<ExtensionName> stopped) {
    public Course {
      reasons = List.copyOf(reasons);
      players = Map.copyOf(players);
      stopped = Set.copyOf(stopped);
    }
  }

  /**
   * Somebody comes, perhaps in the place of another of the same name.
   *
   * @param bundle the newcomer's, of which nobody knew
   * @param guarded whether the other is kept unless the newcomer works
   */
  public Course arrive(Player newcomer, Blueprint bundle, boolean guarded) {
    Optional<Player> old = Optional.ofNullable(players.get(newcomer.name()));
    Set<Resource> going = old.map(player -> Set.of(player.bundle())).orElse(Set.of());
    model.add(bundle);
    model.hide(going);
    model.resolve(List.of(newcomer.bundle()));
    if (guarded && !model.isWired(newcomer.bundle())) {
      return course(true, false, needs.unmet(newcomer.bundle()));
    }
    Set<Resource> dependents = stopWithDependents(going);
    enter(newcomer);
    model.unwire(dependents);
    settle();
    Player now = players.get(newcomer.name());
    if (guarded && now.isWanting()) {
      return course(true, true, now.reasons());
    }
    model.remove(going);
    model.showAll();
    settle();
    attachFragments();
    return course(false, true, players.get(newcomer.name()).reasons());
  }

  /** Somebody goes. */
  public Course leave(ExtensionName name) {
    Set<Resource> going = Set.of(players.get(name).bundle());
    model.hide(going);
    Set<Resource> dependents = stopWithDependents(going);
    players.remove(name);
    if (!dependents.isEmpty()) {
      dependents.addAll(going);
      model.unwire(dependents);
    }
    model.remove(going);
    model.showAll();
    settle();
    attachFragments();
    return course(false, true, List.of());
  }

  private Course course(boolean refused, boolean tried, List<Problem> reasons) {
    return new Course(refused, tried, reasons, players, stopped);
  }

  /** Stops these and all that are wired to them; answers the latter, as far as extensions. */
  private Set<Resource> stopWithDependents(Collection<Resource> going) {
    Set<Resource> dependents =
        model.dependents(going).stream()
            .filter(WiringModel::isPassing)
            .collect(Collectors.toCollection(HashSet::new));
    List<Resource> all = new ArrayList<>(going);
    all.addAll(dependents);
    all.stream()
        .flatMap(bundle -> Optional.ofNullable(byBundle.get(bundle)).stream())
        .map(players::get)
        .filter(Player::isRunning)
        .toList()
        .forEach(this::stop);
    return dependents;
  }

  private void stop(Player player) {
    stopped.add(player.name());
    players.put(player.name(), player.wanting(List.of()));
  }

  /** Wires whoever is to run and can; says of the others what they need. */
  private void settle() {
    List<Player> wanting = players.values().stream().filter(Player::isWanting).toList();
    if (!wanting.isEmpty()) {
      model.resolve(wanting.stream().map(Player::bundle).toList());
      wanting.forEach(player -> players.put(player.name(), settled(player)));
    }
  }

  private Player settled(Player player) {
    if (model.isWired(player.bundle())) {
      return player.running();
    }
    List<Problem> unmet = needs.unmet(player.bundle());
    return unmet.isEmpty() ? torn(player) : player.wanting(unmet);
  }

  /** All it needs is offered, and still it is not wired. */
  private Player torn(Player player) {
    if (Anatomy.isFragment(player.bundle())) {
      return player.wanting(List.of(fragment(player)));
    }
    return model
        .require(player.bundle())
        .map(
            failure ->
                player.wanting(
                    List.of(complaints.conflict(player.name(), Conflict.words(failure)))))
        .orElseGet(player::running);
  }

  private Problem fragment(Player player) {
    return model.hosts(player.bundle()).stream()
        .filter(host -> !WiringModel.isPassing(host))
        .findFirst()
        .map(host -> complaints.hostStays(player.name(), symbolicName(host)))
        .orElseGet(
            () ->
                complaints.conflict(player.name(), "its host does not take it beside what it has"));
  }

  private static String symbolicName(Resource host) {
    return host instanceof BundleRevision revision ? revision.getSymbolicName() : host.toString();
  }

  /** A fragment joins a host that is wired already only when the host is wired anew. */
  private void attachFragments() {
    Set<Resource> hosts = new HashSet<>();
    for (Resource fragment : fragmentsThatFit()) {
      List<Resource> now = wiredHosts(fragment);
      now.stream()
          .filter(host -> !asked.getOrDefault(fragment, Set.of()).contains(host))
          .forEach(hosts::add);
    }
    if (!hosts.isEmpty()) {
      hosts.addAll(stopWithDependents(hosts));
      model.unwire(hosts);
      settle();
    }
  }

  /** Each host is asked once for each fragment, so that one which never fits disturbs it once. */
  private List<Resource> fragmentsThatFit() {
    return players.values().stream()
        .filter(Player::isWanting)
        .map(Player::bundle)
        .filter(Anatomy::isFragment)
        .filter(fragment -> needs.unmet(fragment).isEmpty())
        .toList();
  }

  private List<Resource> wiredHosts(Resource fragment) {
    return model.hosts(fragment).stream()
        .filter(host -> WiringModel.isPassing(host) && model.isWired(host))
        .toList();
  }
}
