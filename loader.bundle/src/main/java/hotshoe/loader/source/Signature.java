package hotshoe.loader.source;

/**
 * A detached signature as it came; nobody has looked at it yet.
 *
 * @param origin where it lay, as people may read it
 * @param bytes what it says; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Signature(String origin, byte[] bytes) {

  /** What the name of a signature ends with, after the whole name of its archive. */
  public static final String ENDING = ".minisig";

  /** A signature has a few hundred bytes; more is none. */
  static final int LARGEST = 1 << 14;
}
