package hotshoe.cloudstack.event;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationFailure;
import hotshoe.problem.ProblemException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes events in the audit, beside the entry that every call has: with the name that CloudStack
 * has for it, who did it, and to what, so that one word finds them all (row CS-68). What was tried
 * and did not work is noted as failed. Safe for use by many threads.
 */
@Component(service = Events.class)
public final class Events {

  private final Audit audit;

  /** Notes them there. */
  @Activate
  public Events(@Reference Audit audit) {
    this.audit = audit;
  }

  /**
   * Does something, and notes what came of it.
   *
   * @param subject to what it is done: an extension, an action, or a mapping's resource
   * @return what it returned
   */
  public Object noting(Event event, Invocation call, String subject, Callable<?> deed)
      throws Exception {
    return noting(event, call, subject, deed, result -> subject);
  }

  /**
   * The same, where only the result tells to what it was done.
   *
   * @param subject what is noted when it did not work
   * @param done to what it was done, by what it returned
   */
  public <T> T noting(
      Event event, Invocation call, String subject, Callable<T> deed, Function<T, String> done)
      throws Exception {
    try {
      T result = deed.call();
      note(event, call, done.apply(result), "ok", "");
      return result;
    } catch (OperationFailure failure) {
      note(event, call, subject, "failed", failure.code());
      throw failure;
    } catch (ProblemException refusal) {
      note(event, call, subject, "failed", refusal.problems().get(0).code());
      throw refusal;
    } catch (InterruptedException wanted) {
      note(event, call, subject, "cancelled", "");
      throw wanted;
    } catch (Exception defect) {
      note(event, call, subject, "failed", defect.getClass().getSimpleName());
      throw defect;
    }
  }

  private void note(Event event, Invocation call, String subject, String outcome, String detail) {
    audit.note(
        new AuditEntry(
            Instant.now(),
            call.caller().name(),
            call.caller().door(),
            event.word(),
            subject,
            "allowed",
            outcome,
            call.task().id(),
            detail));
  }
}
