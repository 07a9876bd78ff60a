package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange.Changed;
import hotshoe.inventory.InventoryChange.Part;
import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders.Folder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What is different between two inventories, said of each host and group itself. */
public final class Difference {

  private final Finished before;
  private final Finished after;

  private Difference(Finished before, Finished after) {
    this.before = before;
    this.after = after;
  }

  /** What has to be known to tell two inventories apart; both were read here. */
  public static Difference between(Inventory before, Inventory after) {
    return new Difference((Finished) before, (Finished) after);
  }

  /** All of an inventory, for who had none. */
  public static Part everyHost(Inventory inventory) {
    return new Part(inventory.hosts().stream().map(h -> h.name()).toList(), List.of(), List.of());
  }

  /** All groups of an inventory, for who had none. */
  public static Part everyGroup(Inventory inventory) {
    return new Part(inventory.groups().stream().map(Group::name).toList(), List.of(), List.of());
  }

  /** What became of hosts. */
  public Part hosts() {
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    after
        .hosts()
        .forEach(
            host ->
                before
                    .host(host.name())
                    .ifPresentOrElse(
                        old -> compare((LiveHost) old, (LiveHost) host).ifPresent(changed::add),
                        () -> added.add(host.name())));
    before.hosts().stream()
        .map(host -> host.name())
        .filter(name -> after.host(name).isEmpty())
        .forEach(removed::add);
    return new Part(added, removed, changed);
  }

  /** What became of groups. */
  public Part groups() {
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    for (Group group : after.groups()) {
      Optional<Group> old = before.group(group.name());
      if (old.isPresent()) {
        compare((LiveGroup) old.get(), (LiveGroup) group).ifPresent(changed::add);
      } else {
        added.add(group.name());
      }
    }
    before.groups().stream()
        .map(Group::name)
        .filter(name -> after.group(name).isEmpty())
        .forEach(removed::add);
    return new Part(added, removed, changed);
  }

  private Optional<Changed> compare(LiveHost old, LiveHost now) {
    Set<String> variables = new LinkedHashSet<>();
    if (!old.variables.isSame(now.variables)) {
      variables(old.variables.asMap(), now.variables.asMap(), variables);
    }
    files(now.name, Folder::host, variables);
    boolean isMoved = !areSame(old.direct(), now.direct());
    if (!isMoved) {
      return variables.isEmpty()
          ? Optional.empty()
          : Optional.of(new Changed(now.name, List.copyOf(variables), List.of(), List.of()));
    }
    return changed(now.name, variables, names(old.direct()), names(now.direct()));
  }

  private Optional<Changed> compare(LiveGroup old, LiveGroup now) {
    Set<String> variables = new LinkedHashSet<>();
    if (!old.variables.isSame(now.variables)) {
      variables(old.variables.asMap(), now.variables.asMap(), variables);
    }
    files(now.name, Folder::group, variables);
    if (old.priority != now.priority) {
      variables.add(Draft.PRIORITY);
    }
    return changed(
        now.name,
        variables,
        names(old.parents.list().toArray(LiveGroup[]::new)),
        names(now.parents.list().toArray(LiveGroup[]::new)));
  }

  private static Optional<Changed> changed(
      String name, Set<String> variables, List<String> above, List<String> aboveNow) {
    List<String> joined = aboveNow.stream().filter(group -> !above.contains(group)).toList();
    List<String> left = above.stream().filter(group -> !aboveNow.contains(group)).toList();
    return variables.isEmpty() && joined.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Changed(name, List.copyOf(variables), joined, left));
  }

  private static boolean areSame(LiveGroup[] one, LiveGroup[] other) {
    if (one.length != other.length) {
      return false;
    }
    for (int i = 0; i < one.length; i++) {
      if (!one[i].name.equals(other[i].name)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(LiveGroup[] groups) {
    return Stream.of(groups).map(group -> group.name).toList();
  }

  private static void variables(Map<?, ?> old, Map<?, ?> now, Set<String> different) {
    now.forEach(
        (name, value) -> {
          if (!value.equals(old.get(name))) {
            different.add(String.valueOf(name));
          }
        });
    old.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> different.add(String.valueOf(name)));
  }

  /** Compares what files of variables say. */
  private void files(
      String name, BiFunction<Folder, String, List<Variables>> question, Set<String> different) {
    Map<Object, Object> old = said(before, name, question);
    Map<Object, Object> now = said(after, name, question);
    if (!old.isEmpty() || !now.isEmpty()) {
      variables(old, now, different);
    }
  }

  private static Map<Object, Object> said(
      Finished inventory, String name, BiFunction<Folder, String, List<Variables>> question) {
    Map<Object, Object> said = Map.of();
    for (List<Folder> folders : inventory.foldersInOrder()) {
      for (Folder folder : folders) {
        for (Variables variables : question.apply(folder, name)) {
          said = said.isEmpty() ? new LinkedHashMap<>() : said;
          inventory.rules().merging().lay(said, variables);
        }
      }
    }
    return said;
  }
}
