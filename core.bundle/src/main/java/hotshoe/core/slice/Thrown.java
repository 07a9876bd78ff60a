package hotshoe.core.slice;

import hotshoe.problem.ProblemException;
import java.time.Duration;

/** Puts what code throws, and how long it takes, into words of bounded length. */
final class Thrown {

  private static final int LONGEST = 400;

  private Thrown() {}

  /** The kind and message of what was thrown, and of where it came from. */
  static String inWords(Throwable thrown) {
    if (thrown instanceof ProblemException problem) {
      return bounded(problem.getMessage());
    }
    Throwable root = root(thrown);
    String outer = one(thrown);
    return bounded(
        root == thrown || outer.contains(one(root)) ? outer : outer + ", caused by " + one(root));
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String one(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    String message = message(thrown);
    if (thrown instanceof ComponentFailures.NoInstance) {
      return message;
    }
    return message.isBlank() ? kind : kind + ": " + message;
  }

  /** The message of a foreign exception may itself throw. */
  private static String message(Throwable thrown) {
    try {
      return String.valueOf(java.util.Objects.requireNonNullElse(thrown.getMessage(), ""));
    } catch (RuntimeException e) {
      return "its message cannot be read: " + e.getClass().getSimpleName();
    }
  }

  private static String bounded(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " / ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }

  /** {@code 250 ms}, {@code 1.5 s} or {@code 60 s}. */
  static String inWords(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    return millis % 1000 < 50 || millis >= 10_000
        ? millis / 1000 + " s"
        : "%.1f s".formatted(millis / 1000.0);
  }
}
