package hotshoe.operation;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalogue: a live view of every operation of every running extension. It changes in one step
 * as an extension comes, is upgraded, or goes. A service of the host; safe for use by many threads.
 */
@ProviderType
public interface Operations {

  /** The present catalogue, by name, as one immutable snapshot. */
  List<OperationDescription> list();

  /** The operation of this whole name, or of this short name if only one extension has it. */
  Optional<OperationDescription> find(String name);

  /**
   * All operations that a name may mean: one for a whole name, several for an ambiguous short one.
   */
  List<OperationDescription> candidates(String name);

  /** What this caller may call, hidden operations left out, by name (row CS-47). */
  List<OperationDescription> list(Caller caller);

  /** A number that grows with every change of the catalogue. */
  long generation();

  /**
   * Begins a call: finds it, authorises it, validates the arguments, notes it, and runs it as a
   * task. A call that is refused is a task that has ended already.
   */
  TaskHandle start(CallRequest request);

  /**
   * Makes a call on this thread, as if the method were called directly; it is a task all the same.
   * At its limit or when it is cancelled the thread is interrupted; a handler that does not heed
   * that keeps its caller. Who must not be kept begins the call with {@link #start} and waits as
   * long as they like.
   */
  TaskOutcome call(CallRequest request);

  /**
   * Makes calls to an extension wait while it is replaced: from now on none begins, and those that
   * run are waited for. What the extension registers meanwhile appears, and what it takes away
   * disappears, when the hold is closed, in one step; then the waiting calls go on.
   *
   * @param extension whose operations are replaced
   * @param drain how long running calls may take to end before they are cancelled
   */
  Hold hold(ExtensionName extension, Duration drain);

  /** Calls wait until this is closed. Closing it again does nothing. */
  @ProviderType
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Calls as the embedding program, and returns the result or throws. */
  default Object call(String operation, Map<String, ?> arguments) {
    return call(CallRequest.of(operation, arguments)).orElseThrow();
  }
}
