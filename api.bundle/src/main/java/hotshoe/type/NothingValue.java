package hotshoe.type;

/** The one value of {@link Type.Nothing}. */
public enum NothingValue {
  /** No value. */
  NOTHING
}
