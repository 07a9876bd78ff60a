package hotshoe.inventory;

import java.util.Objects;

/**
 * A value that a source may hold but no output form can carry, such as a set, bytes or an imaginary
 * number (row AN-59).
 *
 * @param kind what it is at home: {@code set}, {@code bytes}, {@code complex}, {@code ellipsis},
 *     {@code time}, {@code tuple}
 * @param text as people would write it
 */
public record ForeignValue(String kind, String text) {
  public ForeignValue {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
