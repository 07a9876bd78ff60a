package hotshoe.archive;

/**
 * Where something stands in a text.
 *
 * @param line from 1
 * @param column from 1, counted in characters
 */
public record Position(int line, int column) {

  /** The beginning of a text. */
  public static final Position START = new Position(1, 1);

  /** As editors and compilers write it: {@code manifest.yaml:3:7}. */
  public String in(String origin) {
    return origin + ":" + line + ":" + column;
  }
}
