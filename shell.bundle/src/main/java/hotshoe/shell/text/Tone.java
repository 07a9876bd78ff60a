package hotshoe.shell.text;

/** What a piece of text means; a colour terminal shows it, any other does without. */
enum Tone {
  PLAIN(""),
  GOOD("32"),
  CAUTION("33"),
  BAD("31"),
  FAINT("90"),
  STRONG("1");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The text in this tone's colour. */
  String paint(String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
