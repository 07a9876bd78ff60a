package hotshoe.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON document, RFC 8259 to the letter, within a bound of depth. */
final class JsonText {

  private static final int DEEPEST = 500;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** Says what keeps text from being JSON. */
  static void check(String text) throws Unfit {
    read(text);
  }

  /** The value: text, numbers, Boolean, List, Map; null for null. */
  static Object read(String text) throws Unfit {
    JsonText json = new JsonText(text);
    json.blanks();
    Object value = json.value(0);
    json.blanks();
    if (json.at < text.length()) {
      throw json.unfit("something follows its end");
    }
    return value;
  }

  private Object value(int depth) throws Unfit {
    if (depth > DEEPEST) {
      throw unfit("it is nested deeper than " + DEEPEST + " levels");
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) throws Unfit {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    blanks();
    while (peek() != '}') {
      String name = string();
      blanks();
      expect(':');
      blanks();
      object.put(name, value(depth + 1));
      separator('}');
    }
    at++;
    return object;
  }

  private List<Object> array(int depth) throws Unfit {
    List<Object> array = new ArrayList<>();
    at++;
    blanks();
    while (peek() != ']') {
      array.add(value(depth + 1));
      separator(']');
    }
    at++;
    return array;
  }

  /** After a member: the end, or a comma with another member behind it. */
  private void separator(char end) throws Unfit {
    blanks();
    if (peek() != end) {
      expect(',');
      blanks();
      if (peek() == end) {
        throw unfit("nothing follows a comma");
      }
    }
  }

  private String string() throws Unfit {
    expect('"');
    int start = at;
    while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    return escaped(new StringBuilder().append(text, start, at));
  }

  private String escaped(StringBuilder result) throws Unfit {
    while (peek() != '"') {
      char unit = peek();
      at++;
      if (unit < ' ') {
        throw unfit("a text holds a bare control character");
      }
      result.append(unit == '\\' ? escape() : unit);
    }
    at++;
    return result.toString();
  }

  private char escape() throws Unfit {
    char unit = peek();
    at++;
    return switch (unit) {
      case '"', '\\', '/' -> unit;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unfit("a text holds an escape that JSON does not know");
    };
  }

  private char unicode() throws Unfit {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw unfit("a text holds a broken \\u escape");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private Object number() throws Unfit {
    int start = at;
    at += text.charAt(at) == '-' ? 1 : 0;
    boolean zero = at < text.length() && text.charAt(at) == '0';
    int whole = digits();
    boolean broken = whole == 0 || (zero && whole > 1);
    boolean decimal = at < text.length() && text.charAt(at) == '.';
    if (decimal) {
      at++;
      broken |= digits() == 0;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      decimal = true;
      at++;
      at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
      broken |= digits() == 0;
    }
    if (broken) {
      throw unfit(start == at ? "no value begins here" : "a number is written wrongly");
    }
    return number(text.substring(start, at), decimal);
  }

  private static Object number(String digits, boolean decimal) {
    if (decimal) {
      return Double.valueOf(digits);
    }
    return digits.length() < 19 ? (Object) Long.valueOf(digits) : big(digits);
  }

  private static Object big(String digits) {
    return digits.length() > 400 ? (Object) Double.valueOf(digits) : new BigDecimal(digits);
  }

  private int digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }

  private Object word(String word, Object value) throws Unfit {
    if (!text.startsWith(word, at)) {
      throw unfit("no value begins here");
    }
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Unfit {
    if (at >= text.length()) {
      throw unfit("it ends too early");
    }
    return text.charAt(at);
  }

  private void expect(char wanted) throws Unfit {
    if (peek() != wanted) {
      throw unfit("expected " + wanted);
    }
    at++;
  }

  /** Never quotes the text, which may hold secrets. */
  private Unfit unfit(String why) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Unfit("is not JSON: " + why + ", at line " + line + ", column " + (at - start + 1));
  }
}
