package hotshoe.status;

/** How well something is. The order of the constants is the order of badness. */
public enum StatusLevel {
  /** All is well. */
  OK,
  /** It works, and somebody should look. */
  WARNING,
  /** It does not work. */
  ERROR
}
