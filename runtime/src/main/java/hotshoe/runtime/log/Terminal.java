package hotshoe.runtime.log;

/** Whether a person is looking. */
final class Terminal {

  private Terminal() {}

  /** Whether the start script saw that standard output is a terminal. Java cannot tell cheaply. */
  static boolean isPresent() {
    return Boolean.getBoolean("hotshoe.terminal");
  }

  /** What the option {@code log.colour} comes to here; see also no-color.org. */
  static boolean wantsColour(String option) {
    return switch (option) {
      case "always" -> true;
      case "never" -> false;
      default -> isPresent() && System.getenv("NO_COLOR") == null;
    };
  }
}
