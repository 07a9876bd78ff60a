package hotshoe.problem;

/** How bad a {@link Problem} is. The order of the constants is the order of badness. */
public enum Severity {
  /** Nothing is lost; somebody may want to know. */
  NOTE,
  /** It works, but not as somebody probably meant. */
  WARNING,
  /** It does not work. */
  ERROR
}
