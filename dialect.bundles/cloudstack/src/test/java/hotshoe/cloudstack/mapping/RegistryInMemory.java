package hotshoe.cloudstack.mapping;

import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Resources for tests: no files, no roles, and kinds in any letter case as in the real one. */
public final class RegistryInMemory implements Resources {

  private final Map<String, Resource> byRef = new ConcurrentSkipListMap<>();

  /** With these in it. */
  public static RegistryInMemory of(Resource... resources) {
    RegistryInMemory registry = new RegistryInMemory();
    registry.putAll(List.of(resources));
    return registry;
  }

  @Override
  public Resources as(Caller caller) {
    return this;
  }

  @Override
  public List<String> kinds() {
    return byRef.values().stream().map(it -> it.ref().kind()).distinct().toList();
  }

  @Override
  public List<Resource> list(Filter filter) {
    return byRef.values().stream()
        .filter(it -> filter.kind().filter(kind -> !it.ref().kind().equals(kind)).isEmpty())
        .filter(it -> filter.extension().isEmpty() || filter.extension().equals(it.extension()))
        .toList();
  }

  @Override
  public List<Resource> named(String kind, String name) {
    return list(kind).stream().filter(it -> it.name().equals(name)).toList();
  }

  @Override
  public Optional<Resource> find(Ref ref) {
    Stream<Resource> all = byRef.values().stream();
    return all.filter(it -> it.ref().id().equals(ref.id()))
        .filter(it -> ref.kind().isEmpty() || it.ref().kind().equalsIgnoreCase(ref.kind()))
        .findFirst();
  }

  @Override
  public Resource require(Ref ref) {
    return find(ref)
        .orElseThrow(
            () -> new ProblemException(Problem.error("HS-RESOURCE-001", "there is no " + ref)));
  }

  @Override
  public synchronized boolean add(Resource resource) {
    return byRef.putIfAbsent(resource.ref().toString(), resource) == null;
  }

  @Override
  public void put(Resource resource) {
    byRef.put(resource.ref().toString(), resource);
  }

  @Override
  public void putAll(Collection<Resource> resources) {
    resources.forEach(this::put);
  }

  @Override
  public boolean replace(Resource expected, Resource next) {
    return byRef.replace(expected.ref().toString(), expected, next);
  }

  @Override
  public boolean remove(Ref ref) {
    return byRef.remove(ref.toString()) != null;
  }

  @Override
  public long generation() {
    return 0;
  }
}
