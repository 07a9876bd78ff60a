package hotshoe.core.operation;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A registry of one resource. */
final class StubResources implements Resources {

  private Resource only;

  StubResources(String kind, String id, String name) {
    only = Resource.of(kind, id, name);
  }

  void mapTo(String extension) {
    only = only.runBy(new ExtensionName(extension));
  }

  void usableBy(Resource.Detail who) {
    only = only.with(Resource.USABLE_BY, who);
  }

  @Override
  public Resources as(Caller caller) {
    return this;
  }

  @Override
  public List<String> kinds() {
    return List.of(only.ref().kind());
  }

  @Override
  public List<Resource> list(Filter filter) {
    return List.of(only);
  }

  @Override
  public List<Resource> named(String kind, String name) {
    return List.of(only);
  }

  @Override
  public Optional<Resource> find(Ref ref) {
    return Optional.of(only).filter(it -> it.ref().equals(ref));
  }

  @Override
  public Resource require(Ref ref) {
    return find(ref)
        .orElseThrow(() -> new ProblemException(Problem.error("HS-RESOURCE-001", "none")));
  }

  @Override
  public boolean add(Resource resource) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public void put(Resource resource) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public void putAll(Collection<Resource> resources) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean replace(Resource expected, Resource next) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean remove(Ref ref) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public long generation() {
    return 0;
  }
}
