package hotshoe.inventory;

import java.util.Objects;

/**
 * Text that must never be taken for a template ({@code !unsafe}, row AN-31).
 *
 * @param text the text
 */
public record UnsafeText(String text) {
  public UnsafeText {
    Objects.requireNonNull(text, "text");
  }
}
