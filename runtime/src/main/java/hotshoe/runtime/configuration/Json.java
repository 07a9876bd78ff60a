package hotshoe.runtime.configuration;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, text, numbers and flags as JSON; the launcher has no library for it. */
final class Json {

  private Json() {}

  static String write(Object value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      appendMap(map, text);
    } else if (value instanceof List<?> list) {
      appendList(list, text);
    } else if (value instanceof Boolean || value instanceof Number) {
      text.append(value);
    } else {
      appendText(value.toString(), text);
    }
  }

  private static void appendMap(Map<?, ?> map, StringBuilder text) {
    text.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      appendText(entry.getKey().toString(), text);
      text.append(':');
      append(entry.getValue(), text);
      separator = ",";
    }
    text.append('}');
  }

  private static void appendList(List<?> list, StringBuilder text) {
    text.append('[');
    String separator = "";
    for (Object item : list) {
      text.append(separator);
      append(item, text);
      separator = ",";
    }
    text.append(']');
  }

  private static void appendText(String value, StringBuilder text) {
    text.append('"');
    for (char letter : value.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < ' ') {
        text.append("\\u%04x".formatted((int) letter));
      } else {
        text.append(letter);
      }
    }
    text.append('"');
  }
}
