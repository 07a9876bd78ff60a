package hotshoe.task;

/** Where a task stands. */
public enum TaskState {
  /** Waiting for its turn. */
  QUEUED,
  /** Running. */
  RUNNING,
  /** Ended with a result. */
  SUCCEEDED,
  /** Ended with an error. */
  FAILED,
  /** Ended because somebody wanted it to. */
  CANCELLED,
  /** Ended because it took too long. */
  TIMED_OUT,
  /** Never begun: not found, denied, or its arguments did not fit. */
  REFUSED,
  /** It was running when the process died; how it ended is not known. */
  LOST;

  /** Whether it has ended. */
  public boolean isEnd() {
    return this != QUEUED && this != RUNNING;
  }
}
