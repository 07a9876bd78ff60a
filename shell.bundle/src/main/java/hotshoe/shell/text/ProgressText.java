package hotshoe.shell.text;

import java.time.Duration;

/** How far something is, in one line that fits its screen. */
public final class ProgressText {

  private static final int BAR = 20;

  private ProgressText() {}

  /**
   * The line.
   *
   * @param done 0 to 1; a negative number where that is not known
   * @param message a few words, or empty
   * @param since for how long it runs
   */
  public static String of(double done, String message, Duration since, Screen screen) {
    String bar = done > 0 ? bar(done, screen) + " " + percent(done) + "  " : "";
    String line = bar + Moment.of(since) + (message.isEmpty() ? "" : "  " + Width.clean(message));
    String cut = Width.cut(line, screen.columns() - 1, screen.choose("…", "~"));
    return new Span(cut, Tone.FAINT).on(screen);
  }

  private static String bar(double done, Screen screen) {
    int full = (int) Math.round(BAR * Math.min(1, done));
    return screen.choose("█", "#").repeat(full) + screen.choose("░", ".").repeat(BAR - full);
  }

  private static String percent(double done) {
    String text = TaskText.percent(done);
    return " ".repeat(Math.max(0, 4 - text.length())) + text;
  }
}
