package hotshoe.inventory;

import java.util.Objects;

/**
 * Where a value was written.
 *
 * @param source the file, or the text of a source that is none
 * @param line the line, the first being 1; 0 where nobody knows
 */
public record Origin(String source, int line) {

  public Origin {
    Objects.requireNonNull(source, "source");
    if (line < 0) {
      throw new IllegalArgumentException("there is no line " + line);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
