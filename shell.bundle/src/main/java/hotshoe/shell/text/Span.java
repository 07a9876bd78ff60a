package hotshoe.shell.text;

/**
 * A piece of text in one tone, safe for a terminal: what could steer one is replaced.
 *
 * @param text the text, without line breaks and control characters
 * @param tone what it means
 */
record Span(String text, Tone tone) {

  Span {
    text = Width.clean(text);
  }

  static Span of(String text) {
    return new Span(text, Tone.PLAIN);
  }

  int width() {
    return Width.of(text);
  }

  /** The text as the screen shows it. */
  String on(Screen screen) {
    return screen.colours() ? tone.paint(text) : text;
  }
}
