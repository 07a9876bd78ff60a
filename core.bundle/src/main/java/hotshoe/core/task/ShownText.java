package hotshoe.core.task;

import hotshoe.core.task.TaskOrder.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result's text, of bounded length: worked out once, by the first who asks, while others wait.
 * Safe for use by many threads.
 */
final class ShownText {

  /** No result. */
  static final ShownText NONE = new ShownText(() -> "");

  private static final Logger LOG = LoggerFactory.getLogger(ShownText.class);

  private Shown shown;
  private String text;

  ShownText(Shown shown) {
    this.shown = shown;
  }

  synchronized String text() {
    if (text == null) {
      Shown once = shown;
      shown = () -> ""; // what it held belongs to an extension
      text = bounded(once);
    }
    return text;
  }

  private static String bounded(Shown shown) {
    try {
      String text = shown.text();
      return text.length() <= Output.KEPT
          ? text
          : "\"(a result of %d characters is not kept)\"".formatted(text.length());
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.warn("a result cannot be shown", broken);
      return "";
    }
  }
}
