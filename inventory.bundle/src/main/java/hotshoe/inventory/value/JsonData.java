package hotshoe.inventory.value;

import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * JSON as Python reads it: RFC 8259, and {@code NaN} and the infinities with it; whole numbers of
 * any size; of equal keys the last one holds (row AN-32). Knows the line of every key.
 */
public final class JsonData {

  private static final int DEEPEST = 900;
  private static final int MOST_DIGITS = 4300;

  private final String text;
  private final Words words = new Words();
  private int at;
  private int line = 1;
  private int depth;

  private JsonData(String text) {
    this.text = text;
  }

  /** The value that a text is. */
  public static Object read(String text) throws Unreadable {
    JsonData json = new JsonData(text);
    json.blanks();
    Object value = json.value();
    json.blanks();
    if (json.at < text.length()) {
      throw json.unlike("something follows its end");
    }
    return value;
  }

  private Object value() throws Unreadable {
    char next = peek();
    return switch (next) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> words.one(string());
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NothingValue.NOTHING);
      case 'N' -> word("NaN", Double.NaN);
      case 'I' -> word("Infinity", Double.POSITIVE_INFINITY);
      default -> text.startsWith("-I", at) ? word("-Infinity", Double.NEGATIVE_INFINITY) : number();
    };
  }

  private Object object() throws Unreadable {
    enter();
    Table.Builder table = new Table.Builder();
    boolean goesOn = peek() != '}';
    while (goesOn) {
      int keyLine = line;
      if (peek() != '"') {
        throw unlike("a name in double quotes is expected");
      }
      String key = words.one(string());
      blanks();
      take(':');
      blanks();
      table.put(key, value(), keyLine);
      goesOn = comma();
    }
    take('}');
    depth--;
    return Marked.resolved(table.build());
  }

  private List<Object> array() throws Unreadable {
    enter();
    List<Object> items = new ArrayList<>();
    boolean goesOn = peek() != ']';
    while (goesOn) {
      items.add(value());
      goesOn = comma();
    }
    take(']');
    depth--;
    return Collections.unmodifiableList(items);
  }

  private void enter() throws Unreadable {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw unlike("it is nested deeper than " + DEEPEST + " levels");
    }
    blanks();
  }

  private boolean comma() {
    blanks();
    if (peek() != ',') {
      return false;
    }
    at++;
    blanks();
    return true;
  }

  private Object word(String word, Object value) throws Unreadable {
    if (!text.startsWith(word, at)) {
      throw unlike("a value is expected");
    }
    at += word.length();
    return value;
  }

  private Object number() throws Unreadable {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int first = at;
    digits();
    if (at - first > 1 && text.charAt(first) == '0') {
      at = first + 1;
    }
    int whole = at;
    fraction();
    exponent();
    String digits = text.substring(start, at);
    if (at > whole) {
      return Double.valueOf(digits);
    }
    if (at - first > MOST_DIGITS) {
      throw unlike("a number has more than " + MOST_DIGITS + " digits");
    }
    return at - start < 19
        ? (Object) Long.valueOf(digits)
        : PythonNumber.whole(new BigInteger(digits));
  }

  private void digits() throws Unreadable {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw unlike("a value is expected");
    }
  }

  private void fraction() throws Unreadable {
    if (peek() == '.') {
      at++;
      digits();
    }
  }

  private void exponent() throws Unreadable {
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
  }

  private String string() throws Unreadable {
    int start = at + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) >= ' ') {
      char c = text.charAt(end);
      if (c == '"') {
        at = end + 1;
        return text.substring(start, end);
      }
      if (c == '\\') {
        return escaped(start, end);
      }
      end++;
    }
    throw unlike(end < text.length() ? "a text holds a control character" : "a text does not end");
  }

  private String escaped(int start, int firstEscape) throws Unreadable {
    StringBuilder decoded = new StringBuilder(text.substring(start, firstEscape));
    at = firstEscape;
    while (peek() != '"') {
      if (at >= text.length()) {
        throw unlike("a text does not end");
      }
      char c = text.charAt(at);
      if (c < ' ') {
        throw unlike("a text holds a control character");
      }
      at++;
      decoded.append(c == '\\' ? escape() : c);
    }
    at++;
    return decoded.toString();
  }

  private char escape() throws Unreadable {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unlike("a text holds an escape that JSON does not have");
    };
  }

  private char unicode() throws Unreadable {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unlike("'\\u' is followed by four hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private void take(char wanted) throws Unreadable {
    if (peek() != wanted) {
      throw unlike("'" + wanted + "' is expected");
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private Unreadable unlike(String why) {
    return new Unreadable("it is no JSON: " + why, line);
  }
}
