package hotshoe.shell;

import hotshoe.caller.Access;
import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationName;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A small catalogue; what its tasks do, the test says. */
public final class FakeOperations implements Operations {

  public final List<FakeTask> begun = new CopyOnWriteArrayList<>();
  public volatile Consumer<FakeTask> work = task -> {};

  private final List<OperationDescription> all =
      List.of(
          new OperationDescription(
              OperationName.of("archive.close"),
              "",
              "Closes an archive.",
              List.of(),
              Type.nothing(),
              List.of(),
              Access.role("pool-operator"),
              Optional.empty(),
              Optional.empty(),
              Set.of(Trait.HIDDEN),
              new Lifecycle("1.0", "1.4", "", "use seal"),
              Messages.DEFAULT),
          new OperationDescription(
              OperationName.of("billing.close"),
              "Close a month",
              "Closes the books of a month and writes an invoice for every customer.",
              List.of(
                  Field.required("month", Type.integer(1, 12), "Of this year."),
                  Field.required("bank_key", Type.secret(), "What the bank knows us by."),
                  Field.defaulting(
                      "format", Type.choice("csv", "json", "pdf"), "csv", "Of the invoices."),
                  Field.required("note", Type.optional(Type.text()), "For people.")),
              Type.listOf(Type.text()),
              List.of(
                  new DeclaredError(
                      "BOOKS_CLOSED", List.of("month"), "the month is closed already")),
              Access.role("pool-operator"),
              Optional.empty(),
              Optional.of(Duration.ofMinutes(10)),
              Set.of(Trait.IDEMPOTENT),
              new Lifecycle("1.0", "", "", ""),
              new Messages("{{extensionName}} has closed the month", "")),
          new OperationDescription(
              OperationName.of("billing.quote"),
              "quote",
              "Says what a plan costs.",
              List.of(Field.required("seats", Type.integer(1, 500), "For how many.")),
              new Type.Record(
                  "Quote",
                  List.of(
                      Field.required("net", Type.decimal(), ""),
                      Field.required("total", Type.decimal(), ""))),
              List.of(),
              Access.role("read-only"),
              Optional.empty(),
              Optional.empty(),
              Set.of(Trait.READ_ONLY, Trait.IDEMPOTENT),
              Lifecycle.PUBLISHED,
              Messages.DEFAULT),
          new OperationDescription(
              OperationName.of("vm.restart"),
              "Restart",
              "Restarts a machine.",
              List.of(),
              Type.nothing(),
              List.of(),
              Access.role("vm-operator"),
              Optional.of("VirtualMachine"),
              Optional.empty(),
              Set.of(),
              Lifecycle.PUBLISHED,
              Messages.DEFAULT));

  @Override
  public List<OperationDescription> list() {
    return all;
  }

  @Override
  public Optional<OperationDescription> find(String name) {
    List<OperationDescription> found = candidates(name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public List<OperationDescription> candidates(String name) {
    return all.stream()
        .filter(o -> o.name().toString().equals(name) || o.name().shortName().equals(name))
        .toList();
  }

  @Override
  public List<OperationDescription> list(Caller caller) {
    return all;
  }

  @Override
  public long generation() {
    return 1;
  }

  @Override
  public TaskHandle start(CallRequest request) {
    String name = find(request.operation()).map(o -> "" + o.name()).orElse(request.operation());
    FakeTask task = new FakeTask("T%03d".formatted(begun.size() + 1), name, request);
    begun.add(task);
    if (find(request.operation()).isEmpty()) {
      task.end(
          new TaskOutcome.Refused(
              List.of(Problem.error("HS-OPERATION-001", "there is no operation '" + name + "'"))));
    } else {
      work.accept(task);
    }
    return task;
  }

  @Override
  public TaskOutcome call(CallRequest request) {
    return start(request).await();
  }

  @Override
  public Hold hold(ExtensionName extension, Duration drain) {
    return () -> {};
  }
}
