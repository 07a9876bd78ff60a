package hotshoe.core.resource;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import hotshoe.core.caller.Authority;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.ResourceKeeper;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The registry as one caller has it: what they may do, what they see, and what is noted of them.
 * The component is the host's own view. {@link Stock} keeps the resources themselves.
 */
@Component(service = Resources.class)
public final class ResourceRegistry implements Resources {

  private static final Access READ = Access.role("read-only");
  private static final Access CHANGE = Access.role("pool-operator");
  private static final Access ADMINISTER = Access.role("pool-admin");

  private final Stock stock;
  private final Authority authority;
  private final Notes notes;
  private final Caller caller;
  private final Sight sight;
  private final List<ResourceKeeper> keepers;

  /** The host's own view of what is kept in the data folder. */
  @Activate
  public ResourceRegistry(
      @Reference Configuration configuration,
      @Reference Authority authority,
      @Reference Audit audit) {
    this(
        Stock.open(configuration.path("data").resolve("resources")),
        authority,
        new Notes(audit, Caller.HOST),
        Caller.HOST,
        Sight.EVERYTHING,
        new CopyOnWriteArrayList<>());
  }

  private ResourceRegistry(
      Stock stock,
      Authority authority,
      Notes notes,
      Caller caller,
      Sight sight,
      List<ResourceKeeper> keepers) {
    this.stock = stock;
    this.authority = authority;
    this.notes = notes;
    this.caller = caller;
    this.sight = sight;
    this.keepers = keepers;
  }

  /** Somebody keeps kinds of its own. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "release")
  public void keep(ResourceKeeper keeper) {
    keepers.add(keeper);
  }

  /** It keeps them no more. */
  public void release(ResourceKeeper keeper) {
    keepers.remove(keeper);
  }

  @Override
  public Resources as(Caller other) {
    return new ResourceRegistry(stock, authority, notes.by(other), other, sightOf(other), keepers);
  }

  private Sight sightOf(Caller other) {
    if (other.equals(Caller.HOST)) {
      return Sight.EVERYTHING;
    }
    return authority.allows(other, ADMINISTER) ? Sight.ALL_BUT_SECRETS : Sight.VISIBLE_ONLY;
  }

  @Override
  public List<String> kinds() {
    mayRead();
    return stock.shelves().stream().map(Shelf::kind).toList();
  }

  @Override
  public List<Resource> list(Filter filter) {
    mayRead();
    return Listing.of(filter, stock, sight);
  }

  @Override
  public List<Resource> named(String kind, String name) {
    mayRead();
    return stock.shelf(kind).stream()
        .flatMap(shelf -> shelf.named(name))
        .map(sight::shown)
        .toList();
  }

  @Override
  public Optional<Resource> find(Ref ref) {
    mayRead();
    List<Resource> found = stock.find(ref);
    return found.size() == 1 ? Optional.of(sight.shown(found.get(0))) : Optional.empty();
  }

  @Override
  public Resource require(Ref ref) {
    mayRead();
    List<Resource> found = stock.find(ref);
    return switch (found.size()) {
      case 0 -> throw new ProblemException(Missing.problem(ref, stock));
      case 1 -> sight.shown(found.get(0));
      default -> throw new ProblemException(ResourceProblems.ambiguous(ref, found));
    };
  }

  @Override
  public boolean add(Resource resource) {
    return change(
        "resource.add", resource, byId -> byId.putIfAbsent(id(resource), resource) == null);
  }

  @Override
  public void put(Resource resource) {
    change("resource.put", resource, byId -> isPut(resource, byId));
  }

  private boolean isPut(Resource resource, Map<String, Resource> byId) {
    Resource before = byId.get(id(resource));
    Resource after = before == null ? resource : sight.merged(before, resource);
    return !after.equals(byId.put(id(resource), after));
  }

  @Override
  public void putAll(Collection<Resource> resources) {
    mayChange("resource.put", "");
    resources.forEach(resource -> isNotKept("resource.put", resource.ref()));
    ResourceRules.check(resources);
    Map<String, List<Resource>> byKind =
        resources.stream().collect(Collectors.groupingBy(it -> it.ref().kind()));
    byKind.forEach(this::putKind);
  }

  private void putKind(String kind, List<Resource> resources) {
    notes.changed(
        "resource.put",
        resources.size() == 1 ? resources.get(0).ref().toString() : kind,
        resources.size() == 1 ? "" : resources.size() + " resources",
        () ->
            stock.change(
                kind, byId -> resources.stream().filter(it -> isPut(it, byId)).count() > 0));
  }

  @Override
  public boolean replace(Resource expected, Resource next) {
    if (!expected.ref().equals(next.ref())) {
      throw new IllegalArgumentException(
          next.ref() + " cannot take the place of " + expected.ref());
    }
    return change(
        "resource.put",
        next,
        byId -> {
          Resource before = byId.get(id(next));
          if (before == null || !sight.shown(before).equals(expected)) {
            return false;
          }
          byId.put(id(next), sight.merged(before, next));
          return true;
        });
  }

  @Override
  public boolean remove(Ref ref) {
    mayChange("resource.remove", ref.toString());
    List<Resource> found = stock.find(ref);
    if (found.size() > 1) {
      throw new ProblemException(ResourceProblems.ambiguous(ref, found));
    }
    found.forEach(resource -> isNotKept("resource.remove", resource.ref()));
    return !found.isEmpty() && removed(found.get(0).ref());
  }

  private boolean removed(Ref ref) {
    return notes.changed(
        "resource.remove",
        ref.toString(),
        "",
        () -> stock.change(ref.kind(), byId -> byId.remove(ref.id()) != null));
  }

  @Override
  public long generation() {
    return stock.generation();
  }

  private boolean change(String action, Resource resource, Change change) {
    mayChange(action, resource.ref().toString());
    isNotKept(action, resource.ref());
    ResourceRules.check(List.of(resource));
    return notes.changed(
        action, resource.ref().toString(), "", () -> stock.change(resource.ref().kind(), change));
  }

  private static String id(Resource resource) {
    return resource.ref().id();
  }

  private void mayRead() {
    refuse("resource.list", "", READ);
  }

  private void mayChange(String action, String subject) {
    refuse(action, subject, CHANGE);
  }

  private void isNotKept(String action, Ref ref) {
    if (caller.equals(Caller.HOST)) {
      return;
    }
    for (ResourceKeeper keeper : keepers) {
      if (keeper.kinds().stream().anyMatch(ref.kind()::equalsIgnoreCase)) {
        Problem refusal = ResourceProblems.kept(ref, keeper.instead());
        notes.denied(action, ref.toString(), refusal);
        throw new ProblemException(refusal);
      }
    }
  }

  private void refuse(String action, String subject, Access access) {
    Optional<Problem> refusal = authority.refusal(caller, action, access, Map.of());
    if (refusal.isPresent()) {
      notes.denied(action, subject, refusal.get());
      throw new ProblemException(refusal.get());
    }
  }
}
