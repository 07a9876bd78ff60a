package hotshoe.runtime;

/** How the process can end; scripts and service managers rely on the numbers. */
enum ExitCode {
  /** Everything stopped in order. */
  CLEAN(0),
  /** The command line was not understood. */
  USAGE(2),
  /** The stop took longer than {@code stop.hard-limit}; the process was cut off (row INM-25). */
  HARD(3),
  /** The start failed or was refused. */
  REFUSED(4),
  /** Some slices did not stop within {@code stop.graceful-limit} and were left behind. */
  FORCED(5);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
