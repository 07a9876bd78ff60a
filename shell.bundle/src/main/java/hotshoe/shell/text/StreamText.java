package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

/** What a task writes, made safe for a terminal. */
public final class StreamText {

  private StreamText() {}

  /** The text with its lines, and without anything that could steer a terminal. */
  public static String clean(String text) {
    String lines =
        text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
    return lines.lines().map(Width::clean).collect(joining("\n"))
        + (lines.endsWith("\n") ? "\n" : "");
  }

  /** Error output: on a terminal it is told apart by its colour, or by a sign before each line. */
  public static String marked(String text, Screen screen) {
    String clean = clean(text);
    String lines =
        clean
            .lines()
            .map(line -> screen.colours() ? new Span(line, Tone.BAD).on(screen) : "! " + line)
            .collect(joining("\n"));
    return lines + (clean.endsWith("\n") ? "\n" : "");
  }
}
