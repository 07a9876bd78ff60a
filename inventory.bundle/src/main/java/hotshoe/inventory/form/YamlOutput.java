package hotshoe.inventory.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * YAML on its way to a stream, in block style with an indent of two and lines of 80, byte for byte
 * as libyaml writes it (row AN-57). Whoever calls opens, fills and closes maps and lists.
 */
final class YamlOutput {

  private static final int WIDTH = 80;
  private static final int LONGEST_KEY = 128;
  private static final int STEP = 2;

  private final TextOutput output;
  private final Deque<Integer> indents = new ArrayDeque<>();
  private int indent = -STEP;
  private int column;

  /** Nothing but an indent stands on this line so far. */
  private boolean isIndented = true;

  /** What was written last needs no space behind it. */
  private boolean isSpaced = true;

  /** What comes now is the value of a map. */
  private boolean isInMap;

  YamlOutput(OutputStream stream) {
    this.output = new TextOutput(stream);
  }

  void finish() throws IOException {
    line();
    output.flush();
  }

  void openMap() {
    indents.push(indent);
    indent += STEP;
  }

  /** A list that is the value of a map stands as far left as its key. */
  void openList() {
    indents.push(indent);
    indent += isInMap && !isIndented ? 0 : STEP;
  }

  void close() {
    indent = indents.pop();
  }

  /** Before an item of a list. */
  void item() throws IOException {
    line();
    indicator("-", true, false, true);
    isInMap = false;
  }

  /** A key that is no text, such as a number. */
  void plainKey(String text) throws IOException {
    line();
    put(text);
    colon();
  }

  /** A key that is a text. */
  void key(String text, boolean isPlain) throws IOException {
    YamlText looks = YamlText.of(text);
    boolean isShort = text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
    line();
    if (isShort && !looks.isMultiline()) {
      if (text.isEmpty() || !looks.isPlainAllowed() || !isPlain) {
        quoted(text, looks, false);
      } else {
        put(text);
      }
      colon();
      return;
    }
    indicator("?", true, false, true);
    isInMap = true;
    text(text, isPlain);
    line();
    indicator(":", true, false, true);
    isInMap = true;
  }

  private void colon() throws IOException {
    indicator(":", false, false, false);
    isInMap = true;
  }

  /** A name for what comes now. */
  void anchor(String name) throws IOException {
    indicator("&" + name, true, false, false);
  }

  /** What has this name. */
  void alias(String name) throws IOException {
    indicator("*" + name, true, false, false);
  }

  /** What is no text: a number, a date, or an empty map or list. */
  void plain(String text) throws IOException {
    indicator(text, true, false, false);
  }

  /**
   * A text.
   *
   * @param isPlain whether it is read as a text where it stands without quotes
   */
  void text(String text, boolean isPlain) throws IOException {
    YamlText looks = YamlText.of(text);
    indents.push(indent);
    indent = indent < 0 ? STEP : indent + STEP;
    if (isPlain && looks.isPlainAllowed()) {
      indicator("", true, false, false);
      folded(text, looks, false);
    } else {
      quoted(text, looks, true);
    }
    indent = indents.pop();
  }

  private void quoted(String text, YamlText looks, boolean mayFold) throws IOException {
    if (looks.isSingleAllowed() && (mayFold || !looks.isMultiline())) {
      indicator("'", true, false, false);
      if (mayFold) {
        folded(text, looks, true);
      } else {
        put(text.replace("'", "''"));
      }
      indicator("'", false, false, false);
    } else {
      indicator("\"", true, false, false);
      doubled(text, mayFold);
      indicator("\"", false, false, false);
    }
  }

  /** Without quotes or in single ones: long lines are broken where one space is. */
  private void folded(String text, YamlText looks, boolean isQuoted) throws IOException {
    if (!looks.isMultiline() && column + text.length() <= WIDTH) {
      put(isQuoted ? text.replace("'", "''") : text);
      isSpaced = false;
      isIndented = false;
      return;
    }
    boolean isAfterSpace = false;
    boolean isAfterBreak = false;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (c == ' ') {
        space(!isAfterSpace && mayBreakAt(text, i, isQuoted));
      } else if (YamlText.isBreak(c)) {
        breaks(c, !isAfterBreak);
      } else {
        if (isAfterBreak) {
          line();
        }
        put(isQuoted && c == '\'' ? "''" : Character.toString(c));
      }
      isAfterSpace = c == ' ';
      isAfterBreak = YamlText.isBreak(c);
    }
    if (isAfterBreak && isQuoted) {
      line();
    }
    isSpaced = false;
    isIndented = false;
  }

  private boolean mayBreakAt(String text, int at, boolean isQuoted) {
    int last = text.length() - 1;
    boolean isInside = !isQuoted || (at > 0 && at < last);
    return column > WIDTH && isInside && (at == last || text.charAt(at + 1) != ' ');
  }

  private void space(boolean isBreak) throws IOException {
    if (isBreak) {
      line();
    } else {
      put(" ");
    }
  }

  /** One break is written as two: a single one would be read as a space. */
  private void breaks(int c, boolean isFirst) throws IOException {
    if (isFirst && c == '\n') {
      newLine();
    }
    lineBreak(c);
  }

  private void doubled(String text, boolean mayFold) throws IOException {
    boolean isAfterSpace = false;
    int length = text.length();
    for (int i = 0; i < length; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean isEscaped = !YamlText.isPrintable(c) || YamlText.isBreak(c) || c == '"' || c == '\\';
      boolean mayBreak =
          mayFold && c == ' ' && !isAfterSpace && column > WIDTH && i > 0 && i < length - 1;
      if (isEscaped) {
        put(escaped(c));
      } else if (mayBreak) {
        line();
        if (text.charAt(i + 1) == ' ') {
          put("\\");
        }
      } else {
        put(Character.toString(c));
      }
      isAfterSpace = c == ' ';
    }
  }

  private static String escaped(int c) {
    String known = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
    int at = known.indexOf(c);
    if (at >= 0) {
      return "\\" + "0abtnvfre\"\\N_LP".charAt(at);
    }
    return String.format(c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c);
  }

  /** A text with this tag, line by line as it is; one that cannot stand so is quoted. */
  void block(String tag, String text) throws IOException {
    indicator(tag, true, false, false);
    YamlText looks = YamlText.of(text);
    indents.push(indent);
    indent = indent < 0 ? STEP : indent + STEP;
    if (looks.isBlockAllowed()) {
      lines(text);
    } else {
      quoted(text, new YamlText(true, false, false, false), true);
    }
    indent = indents.pop();
  }

  private void lines(String text) throws IOException {
    indicator("|", true, false, false);
    char first = text.charAt(0);
    put(first == ' ' || YamlText.isBreak(first) ? String.valueOf(STEP) : "");
    put(chomping(text));
    newLine();
    isIndented = true;
    isSpaced = true;
    boolean isAfterBreak = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (YamlText.isBreak(c)) {
        lineBreak(c);
        isAfterBreak = true;
      } else {
        if (isAfterBreak) {
          line();
        }
        put(String.valueOf(c));
        isIndented = false;
        isAfterBreak = false;
      }
    }
  }

  /** How the end of a block is told: one break is usual. */
  private static String chomping(String text) {
    int length = text.length();
    if (!YamlText.isBreak(text.charAt(length - 1))) {
      return "-";
    }
    return length == 1 || YamlText.isBreak(text.charAt(length - 2)) ? "+" : "";
  }

  /** To the beginning of a line, at the indent. */
  private void line() throws IOException {
    int to = Math.max(indent, 0);
    if (!isIndented || column > to || (column == to && !isSpaced)) {
      newLine();
    }
    put(" ".repeat(Math.max(0, to - column)));
    isSpaced = true;
    isIndented = true;
  }

  private void lineBreak(int c) throws IOException {
    if (c == '\n') {
      newLine();
    } else {
      output.text(Character.toString(c));
      column = 0;
    }
    isIndented = true;
  }

  private void newLine() throws IOException {
    output.ascii('\n');
    column = 0;
  }

  private void indicator(String text, boolean needsSpace, boolean isSpace, boolean keepsIndent)
      throws IOException {
    put(needsSpace && !isSpaced ? " " : "");
    put(text);
    isSpaced = isSpace;
    isIndented = isIndented && keepsIndent;
  }

  private void put(String text) throws IOException {
    output.text(text);
    column += text.codePointCount(0, text.length());
  }
}
