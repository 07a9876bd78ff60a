package hotshoe.shell;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Two machines and a network. */
public final class FakeResources implements Resources {

  private final List<Resource> all =
      List.of(
          Resource.of("Network", "n-1", "green"),
          Resource.of("VirtualMachine", "vm-1", "web")
              .runBy(new ExtensionName("vm"))
              .with("address", Detail.visible("10.0.0.7"))
              .with("rack", Detail.hidden("B7"))
              .with("root_password", Detail.secret("hunter2")),
          Resource.of("VirtualMachine", "vm-2", "database"));

  @Override
  public Resources as(Caller caller) {
    return this;
  }

  @Override
  public List<String> kinds() {
    return List.of("Network", "VirtualMachine");
  }

  @Override
  public List<Resource> list(Filter filter) {
    return all.stream()
        .filter(r -> filter.kind().map(r.ref().kind()::equalsIgnoreCase).orElse(true))
        .filter(r -> (r.name() + r.ref()).contains(filter.words()))
        .toList();
  }

  @Override
  public List<Resource> named(String kind, String name) {
    return list(kind).stream().filter(resource -> resource.name().equals(name)).toList();
  }

  @Override
  public Optional<Resource> find(Ref ref) {
    return all.stream()
        .filter(r -> r.ref().id().equals(ref.id()))
        .filter(r -> ref.kind().isEmpty() || r.ref().kind().equalsIgnoreCase(ref.kind()))
        .findFirst();
  }

  @Override
  public Resource require(Ref ref) {
    return find(ref)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.error("HS-RESOURCE-001", "there is no resource " + ref)));
  }

  @Override
  public boolean add(Resource resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void put(Resource resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Collection<Resource> resources) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(Resource expected, Resource next) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Ref ref) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long generation() {
    return 1;
  }
}
