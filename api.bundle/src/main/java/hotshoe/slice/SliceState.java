package hotshoe.slice;

/** Where a slice stands. */
public enum SliceState {
  /** Known, not yet asked to do anything. */
  WAITING,
  /** In prestart, or done with it and waiting for its dependencies. */
  PRESTARTED,
  /** In start. */
  STARTING,
  /** Up. */
  ACTIVE,
  /** It threw, took too long, or was refused; see the cause. */
  FAILED,
  /** Something it depends on failed or left; it comes up by itself when that returns. */
  BLOCKED,
  /** In prestop or stop. */
  STOPPING,
  /** Down, as asked. */
  STOPPED
}
