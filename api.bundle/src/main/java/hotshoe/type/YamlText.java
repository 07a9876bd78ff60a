package hotshoe.type;

/** What can be told of YAML without reading it: its characters and its indentation. */
final class YamlText {

  private YamlText() {}

  static void check(String text) throws Unfit {
    int line = 1;
    boolean indentation = true;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\n') {
        line++;
        indentation = true;
      } else if (unit == '\t' && indentation && !isBlankLine(text, i)) {
        throw new Unfit("is not YAML: line " + line + " is indented with a tab");
      } else if (unit != ' ') {
        indentation = false;
      }
      if (!isPrintable(unit)) {
        throw new Unfit("is not YAML: line " + line + " holds a character that YAML forbids");
      }
    }
  }

  private static boolean isBlankLine(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == '\t' || text.charAt(i) == ' ')) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private static boolean isPrintable(char unit) {
    return (unit >= 0x20 && unit < 0x7F)
        || unit == '\t'
        || unit == '\n'
        || unit == '\r'
        || unit == 0x85
        || (unit >= 0xA0 && unit < 0xFFFE);
  }
}
