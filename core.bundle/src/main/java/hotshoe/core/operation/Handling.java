package hotshoe.core.operation;

import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.TaskControl;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Checked;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs handlers, and makes an outcome of whatever they return or throw. */
final class Handling {

  private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

  private final CurrentCall current = new CurrentCall();
  private final WorkFolder folder;

  Handling(WorkFolder folder) {
    this.folder = folder;
  }

  /** The call whose handler runs on this thread. */
  Lineage current() {
    return current.get();
  }

  /** Runs it on this thread. What it throws when it was cancelled is its way to end. */
  Ran run(Entry entry, Prepared prepared, Lineage call, TaskControl task) throws Exception {
    LiveInvocation invocation = new LiveInvocation(entry, prepared, call.caller, task, folder);
    Lineage before = current.enter(call);
    entry.gate.began(call);
    try {
      return returned(entry, prepared, entry.handler.call(invocation));
    } catch (OperationFailure failure) {
      return failed(entry, prepared, failure);
    } catch (ProblemException e) {
      Problem first = e.problems().get(0);
      return failed(new TaskOutcome.Failed(first.code(), Map.of(), first));
    } catch (InterruptedException wanted) {
      throw wanted;
    } catch (Throwable thrown) {
      if (task.isCancelled() && thrown instanceof Exception wanted) {
        throw wanted;
      }
      return unexpected(entry, prepared, task, thrown);
    } finally {
      entry.gate.ended(call);
      current.leaveTo(before);
      invocation.close();
    }
  }

  private static Ran returned(Entry entry, Prepared prepared, Object value) {
    Type type = entry.description.result();
    Checked checked = Values.check(type, value, Values.Reading.STRICT, "result");
    if (checked instanceof Checked.Valid valid) {
      Object result = valid.value();
      return new Ran(
          new TaskOutcome.Succeeded(result, entry.success.about(resource(entry, prepared))),
          () -> shown(type, result));
    }
    Problem problem = OperationProblems.wrongResult(entry, ((Checked.Invalid) checked).faults());
    LOG.error("{}", problem.sentence());
    return failed(new TaskOutcome.Failed(problem.code(), Map.of(), problem));
  }

  private static String shown(Type type, Object result) {
    if (result instanceof Long || result instanceof Boolean) {
      return result.toString();
    }
    return result == NothingValue.NOTHING
        ? ""
        : JsonText.of(Values.plain(type, result, Values.Secrets.HIDDEN));
  }

  private static Ran failed(Entry entry, Prepared prepared, OperationFailure failure) {
    if (entry.isToTellUndeclared(failure.code())) {
      LOG.warn("{}", OperationProblems.undeclared(entry, failure.code()).sentence());
    }
    String sentence = entry.failure.about(resource(entry, prepared));
    Problem problem = OperationProblems.failed(entry, sentence, failure);
    return failed(new TaskOutcome.Failed(failure.code(), failure.details(), problem));
  }

  private static Ran unexpected(
      Entry entry, Prepared prepared, TaskControl task, Throwable thrown) {
    LOG.error("{} threw in task {}", entry.name, task.id(), thrown);
    String sentence = entry.failure.about(resource(entry, prepared));
    Problem problem = OperationProblems.unexpected(entry, sentence, task.id());
    return failed(new TaskOutcome.Failed(problem.code(), Map.of(), problem));
  }

  private static Ran failed(TaskOutcome.Failed outcome) {
    return new Ran(outcome, () -> "");
  }

  /** The resource's name, or its kind where there is none. */
  private static String resource(Entry entry, Prepared prepared) {
    return prepared
        .resource()
        .map(Resource::name)
        .filter(name -> !name.isBlank())
        .orElse(entry.description.resourceKind().orElse(""));
  }
}
