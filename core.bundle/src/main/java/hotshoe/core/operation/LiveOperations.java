package hotshoe.core.operation;

import hotshoe.caller.Audit;
import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import hotshoe.core.caller.Authority;
import hotshoe.core.operation.Switchboard.Limits;
import hotshoe.core.task.TaskRuns;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationProvider;
import hotshoe.operation.Operations;
import hotshoe.resource.Resources;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The front door of the operations: hears of services that offer some, and makes calls. It only
 * wires; the way of a call is told by {@link Switchboard}.
 */
@Component(service = Operations.class, immediate = true)
public final class LiveOperations implements Operations {

  private final AtomicReference<Optional<Resources>> resources =
      new AtomicReference<>(Optional.empty());
  private final Shelves shelves = new Shelves();
  private final Whiteboard whiteboard;
  private final Directory directory;
  private final Switchboard calls;
  private final Holds holds;

  /** Reads its limits from the host's configuration, and deletes files of calls long ended. */
  @Activate
  public LiveOperations(
      BundleContext bundles,
      @Reference Configuration configuration,
      @Reference Authority authority,
      @Reference TaskRuns runs,
      @Reference Tasks tasks,
      @Reference Audit audit) {
    WorkFolder folder = new WorkFolder(configuration.path("data").resolve("work"));
    folder.clear();
    Limits limits =
        new Limits(
            configuration.duration("operations.limit"),
            configuration.duration("operations.hold-limit"));
    Offers offers = new Offers(shelves, configuration.duration("operations.describe-limit"));
    whiteboard = new Whiteboard(bundles, shelves, offers);
    directory = new Directory(shelves::catalogue, authority);
    holds = new Holds(shelves, tasks, limits.hold());
    calls =
        new Switchboard(
            shelves,
            directory,
            new Checks(authority, resources::get),
            new Handling(folder),
            runs,
            new AuditTrail(audit),
            limits);
  }

  /** The registry of resources has come. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      unbind = "withdraw")
  public void offer(Resources registry) {
    resources.set(Optional.of(registry));
  }

  /** The registry of resources is going. */
  public void withdraw(Resources registry) {
    resources.updateAndGet(present -> present.filter(it -> it != registry));
  }

  /** A provider has come. Asks it once, within a limit. */
  @Reference(
      service = OperationProvider.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leave")
  public void arrive(ServiceReference<OperationProvider> reference) {
    whiteboard.arrive(reference, OperationProvider::operations);
  }

  /** A provider is going; calls of its operations that run go on with their handlers. */
  public void leave(ServiceReference<OperationProvider> reference) {
    whiteboard.leave(reference);
  }

  /** A component with annotated methods has come. */
  @Reference(
      service = OperationComponent.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leaveComponent")
  public void arriveComponent(ServiceReference<OperationComponent> reference) {
    whiteboard.arriveComponent(reference);
  }

  /** A component with annotated methods is going. */
  public void leaveComponent(ServiceReference<OperationComponent> reference) {
    whiteboard.leave(reference);
  }

  @Override
  public List<OperationDescription> list() {
    return shelves.catalogue().sorted().get().descriptions();
  }

  @Override
  public Optional<OperationDescription> find(String name) {
    return Optional.ofNullable(shelves.catalogue().get(name)).map(entry -> entry.description);
  }

  @Override
  public List<OperationDescription> candidates(String name) {
    return shelves.catalogue().candidates(name).stream().map(entry -> entry.description).toList();
  }

  @Override
  public List<OperationDescription> list(Caller caller) {
    return directory.visible(caller).stream().map(entry -> entry.description).toList();
  }

  @Override
  public long generation() {
    return shelves.catalogue().generation();
  }

  @Override
  public TaskHandle start(CallRequest request) {
    return calls.start(request);
  }

  @Override
  public TaskOutcome call(CallRequest request) {
    return calls.call(request);
  }

  @Override
  public Hold hold(ExtensionName extension, Duration drain) {
    return holds.hold(extension, drain);
  }
}
