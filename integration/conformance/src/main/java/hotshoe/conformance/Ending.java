package hotshoe.conformance;

import java.util.Locale;

/** How a test ended; later constants are worse. */
enum Ending {
  PASSED,
  SKIPPED,
  FAILED;

  Ending worse(Ending other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The word in the files, such as {@code passed}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Ending of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
