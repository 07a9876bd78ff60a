package hotshoe.core.operation;

import hotshoe.core.task.TaskOrder;
import hotshoe.core.task.TaskOrder.Ended;
import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.core.task.TaskRuns;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.operation.TaskControl;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a call: found, let through its extension's gate, checked, and run as a task. Whatever
 * stops it on the way makes it a refused task. Safe for use by many threads.
 */
final class Switchboard {

  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

  static final int DEEPEST = 32;

  private final Shelves shelves;
  private final Directory directory;
  private final Checks checks;
  private final Handling handling;
  private final TaskRuns runs;
  private final AuditTrail audit;
  private final Limits limits;

  /**
   * How long things may take.
   *
   * @param call a call, when nothing else is said
   * @param hold waiting while an extension is replaced
   */
  record Limits(Duration call, Duration hold) {}

  Switchboard(
      Shelves shelves,
      Directory directory,
      Checks checks,
      Handling handling,
      TaskRuns runs,
      AuditTrail audit,
      Limits limits) {
    this.shelves = shelves;
    this.directory = directory;
    this.checks = checks;
    this.handling = handling;
    this.runs = runs;
    this.audit = audit;
    this.limits = limits;
  }

  /** Makes a call on this thread. */
  TaskOutcome call(CallRequest request) {
    Lineage parent = handling.current();
    Entry found = shelves.catalogue().get(request.operation());
    Optional<Problem> obstacle = obstacle(found, request, parent);
    if (obstacle.isPresent()) {
      return refused(request, found, parent, obstacle.get()).await();
    }
    Gate gate = found.gate;
    Optional<Problem> closed = enter(gate, found.name, parent);
    if (closed.isPresent()) {
      return refused(request, found, parent, closed.get()).await();
    }
    try {
      return inside(request, found, parent);
    } finally {
      gate.leave();
    }
  }

  private TaskOutcome inside(CallRequest request, Entry before, Lineage parent) {
    Entry entry = shelves.catalogue().byName().get(before.name);
    if (entry == null) {
      Problem gone = directory.unknown(before.name, request.caller());
      return refused(request, before, parent, gone).await();
    }
    Checks.Verdict verdict = checks.check(entry, request);
    if (verdict instanceof Checks.Passed passed) {
      return runs.run(
          order(request, entry, parent, Duration.ZERO, work(entry, passed, request, parent)));
    }
    return refused(request, entry, parent, verdict).await();
  }

  /** Begins a call on another thread, as a sub-task of the one whose handler runs on this one. */
  TaskHandle start(CallRequest request) {
    return start(request, handling.current());
  }

  /** Begins a call on another thread. */
  TaskHandle start(CallRequest request, Lineage parent) {
    Entry entry = shelves.catalogue().get(request.operation());
    Optional<Problem> obstacle = obstacle(entry, request, parent);
    if (obstacle.isPresent()) {
      return refused(request, entry, parent, obstacle.get());
    }
    Checks.Verdict verdict = checks.check(entry, request);
    if (!(verdict instanceof Checks.Passed passed)) {
      return refused(request, entry, parent, verdict);
    }
    Duration patience = entry.gate.isClosed() ? limits.hold() : Duration.ZERO;
    TaskOrder.Work work = control -> admitted(request, entry, passed, parent, control);
    return runs.start(order(request, entry, parent, patience, work));
  }

  /** On the thread of the task: waits at the gate, and looks again at what may have changed. */
  private Ran admitted(
      CallRequest request, Entry before, Checks.Passed passed, Lineage parent, TaskControl control)
      throws Exception {
    audit.began(request, before.name, control.id());
    Gate gate = before.gate;
    if (!gate.enter(parent, limits.hold())) {
      return refusal(OperationProblems.held(before.name, gate.extension, limits.hold()));
    }
    try {
      Entry entry = shelves.catalogue().byName().get(before.name);
      if (entry == before) {
        return work(entry, passed, request, parent).run(control);
      }
      if (entry == null) {
        return refusal(directory.unknown(before.name, request.caller()));
      }
      Checks.Verdict again = checks.check(entry, request);
      return again instanceof Checks.Passed still
          ? work(entry, still, request, parent).run(control)
          : refusal(problem(again));
    } finally {
      gate.leave();
    }
  }

  private static Ran refusal(Problem problem) {
    return new Ran(new TaskOutcome.Refused(List.of(problem)), () -> "");
  }

  private TaskOrder.Work work(
      Entry entry, Checks.Passed passed, CallRequest request, Lineage parent) {
    return control -> {
      if (entry.isToTellDeprecated()) {
        LOG.warn("{}", OperationProblems.deprecated(entry).sentence());
      }
      Lineage call = new Lineage(parent, entry.gate, control.id(), request.caller());
      return handling.run(entry, passed.prepared(), call, new SubTasks(control, this, call));
    };
  }

  private Optional<Problem> obstacle(Entry found, CallRequest request, Lineage parent) {
    if (found == null) {
      return Optional.of(directory.unknown(request.operation(), request.caller()));
    }
    return parent.depth >= DEEPEST
        ? Optional.of(OperationProblems.tooDeep(found.name, DEEPEST))
        : Optional.empty();
  }

  private Optional<Problem> enter(Gate gate, String name, Lineage parent) {
    try {
      return gate.enter(parent, limits.hold())
          ? Optional.empty()
          : Optional.of(OperationProblems.held(name, gate.extension, limits.hold()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(OperationProblems.interrupted(name));
    }
  }

  private TaskOrder order(
      CallRequest request, Entry entry, Lineage parent, Duration patience, TaskOrder.Work work) {
    return new TaskOrder(
        entry.name,
        entry.gate.owner,
        request.resource().isPresent() ? request.resource().get().toString() : "",
        request.caller(),
        entry.limit(request.limit(), limits.call()).plus(patience),
        parent.task(),
        work,
        ended -> audit.ended(request, entry.name, ended));
  }

  private static Problem problem(Checks.Verdict verdict) {
    return verdict instanceof Checks.Denied denied
        ? denied.problem()
        : ((Checks.Unfit) verdict).problem();
  }

  private TaskHandle refused(
      CallRequest request, Entry entry, Lineage parent, Checks.Verdict verdict) {
    boolean denied = verdict instanceof Checks.Denied;
    Consumer<Ended> noted =
        denied
            ? ended -> audit.denied(request, entry.name, ended)
            : ended -> audit.ended(request, entry.name, ended);
    return refused(request, Optional.of(entry), parent, problem(verdict), noted);
  }

  private TaskHandle refused(CallRequest request, Entry entry, Lineage parent, Problem problem) {
    Optional<Entry> known = Optional.ofNullable(entry);
    String name = known.map(it -> it.name).orElse(OperationProblems.shown(request.operation()));
    return refused(request, known, parent, problem, ended -> audit.ended(request, name, ended));
  }

  private TaskHandle refused(
      CallRequest request,
      Optional<Entry> entry,
      Lineage parent,
      Problem problem,
      Consumer<Ended> noted) {
    Optional<ExtensionName> extension = entry.map(it -> it.gate.extension);
    TaskOrder order =
        new TaskOrder(
            entry.map(it -> it.name).orElse(OperationProblems.shown(request.operation())),
            extension,
            request.resource().map(ref -> OperationProblems.shown(ref.toString())).orElse(""),
            request.caller(),
            limits.call(),
            parent.task(),
            control -> refusal(problem),
            noted);
    return runs.refuse(order, List.of(problem));
  }
}
