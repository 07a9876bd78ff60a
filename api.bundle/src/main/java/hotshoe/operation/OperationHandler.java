package hotshoe.operation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does an operation. Called by many threads at a time, or by fewer where its extension is limited
 * to them.
 */
@ConsumerType
@FunctionalInterface
public interface OperationHandler {
  /**
   * Does it. The thread is interrupted when the task is cancelled or takes too long.
   *
   * @return the result, canonical or plain; it is checked against the declared type
   * @throws OperationFailure for a declared error
   */
  Object call(Invocation invocation) throws Exception;
}
