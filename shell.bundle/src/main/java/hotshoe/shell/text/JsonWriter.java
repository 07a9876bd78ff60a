package hotshoe.shell.text;

import java.util.Collection;
import java.util.Map;

/** Writes plain values as JSON: on one line, or for people. */
final class JsonWriter {

  private static final String INDENT = "  ";

  private final boolean spread;
  private final StringBuilder text = new StringBuilder();

  private JsonWriter(boolean spread) {
    this.spread = spread;
  }

  /** On one line. */
  static String compact(Object plain) {
    return new JsonWriter(false).value(plain, "\n").text.toString();
  }

  /** On as many lines as it has parts. */
  static String spread(Object plain) {
    return new JsonWriter(true).value(plain, "\n").text.toString();
  }

  private JsonWriter value(Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      return entries(map, line);
    }
    if (value instanceof Collection<?> list) {
      return elements(list, line);
    }
    boolean bare = value == null || value instanceof Number || value instanceof Boolean;
    text.append(bare ? String.valueOf(value) : quoted(value.toString()));
    return this;
  }

  private JsonWriter entries(Map<?, ?> map, String line) {
    text.append('{');
    String inner = line + INDENT;
    String before = inner;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      begin(before, inner).append(quoted(entry.getKey().toString())).append(spread ? ": " : ":");
      value(entry.getValue(), inner);
      before = ",";
    }
    return end(map.isEmpty(), line, '}');
  }

  private JsonWriter elements(Collection<?> list, String line) {
    text.append('[');
    String inner = line + INDENT;
    String before = inner;
    for (Object element : list) {
      begin(before, inner);
      value(element, inner);
      before = ",";
    }
    return end(list.isEmpty(), line, ']');
  }

  private StringBuilder begin(String before, String line) {
    text.append(before.equals(",") ? "," : "");
    return text.append(spread ? line : "");
  }

  private JsonWriter end(boolean empty, String line, char sign) {
    text.append(spread && !empty ? line : "").append(sign);
    return this;
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> append(c, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Width.isSafe(c)) {
          quoted.appendCodePoint(c);
        } else {
          // what could steer a terminal, and halves of pairs
          Character.toString(c).chars().forEach(u -> quoted.append("\\u%04x".formatted(u)));
        }
      }
    }
  }
}
