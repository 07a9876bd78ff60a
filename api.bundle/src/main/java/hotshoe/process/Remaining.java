package hotshoe.process;

/** What becomes of processes that are still there when the one that began them has ended itself. */
public enum Remaining {
  /** They end too, within a second or so; what they write meanwhile may be lost. */
  END,
  /**
   * They stay, as daemons do. Only a time limit, a cancellation and the death of the host while the
   * first process runs end them.
   */
  LEAVE
}
