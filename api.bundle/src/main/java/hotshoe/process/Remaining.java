package hotshoe.process;

/** What becomes of processes that are still there when the one that began them has ended itself. */
public enum Remaining {
  /** They end too, at once where they hold a stream open, else within a second or so. */
  END,
  /**
   * They stay, as daemons do. Only a time limit, a cancellation and the death of the host while the
   * first process runs end them.
   */
  LEAVE
}
