package hotshoe.process;

import hotshoe.problem.Problem;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs executables: the one place of the host that does. Every process gets an environment made for
 * it, has its streams drained while it runs, ends within its limits together with all that it
 * began, and does not outlive the host. Only so many run at a time; the others wait their turn,
 * owner by owner, and beyond a bound they are refused. Safe for use by many threads.
 */
@ProviderType
public interface Processes {

  /**
   * Runs a process and waits for its end; never throws because of how it ends. Interrupting the
   * calling thread cancels it; the thread is interrupted again when this returns.
   */
  ProcessEnd run(ProcessOrder order, ProcessListener listener);

  /** The same, when nobody listens. */
  default ProcessEnd run(ProcessOrder order) {
    return run(order, ProcessListener.none());
  }

  /** Begins a process and returns at once; it may have to wait for its turn. */
  RunningProcess start(ProcessOrder order, ProcessListener listener);

  /**
   * Why the system could not start this executable now, as far as that is to be seen without
   * starting it: it is not there, cannot be executed, or asks for an interpreter that is not there.
   */
  Optional<Problem> obstacle(ProcessOrder order);

  /** What this system offers to limit, confine and watch processes. */
  ProcessSupport support();

  /** How many run now. */
  int running();

  /** How many wait for their turn now. */
  int waiting();
}
