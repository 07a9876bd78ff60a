package hotshoe.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the program can be told to do. */
enum Command {
  /** Runs until somebody stops it. */
  RUN,
  /** Shows the configuration. */
  CONFIG,
  /** Shows versions. */
  VERSION,
  /** Asks a running host how it is. */
  STATUS,
  /** Talks to a running host. */
  SHELL,
  /** Prints an inventory. */
  INVENTORY,
  /** Explains all this. */
  HELP;

  /** The word for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Command::word).toList();
  }
}
