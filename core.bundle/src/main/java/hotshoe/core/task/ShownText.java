package hotshoe.core.task;

import hotshoe.core.task.TaskOrder.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A result's text, of bounded length. */
final class ShownText {

  private static final Logger LOG = LoggerFactory.getLogger(ShownText.class);

  private ShownText() {}

  static String of(Shown shown) {
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
