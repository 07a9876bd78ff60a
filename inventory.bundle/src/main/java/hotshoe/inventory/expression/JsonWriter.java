package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values as JSON, as {@code json.dumps} writes it. */
final class JsonWriter {

  private static final int DEEPEST = 400;

  private final Call call;
  private final int indent;
  private final boolean isSorted;
  private final boolean isAscii;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int counted;

  private JsonWriter(Call call, int indent, boolean isSorted) {
    this.call = call;
    this.indent = indent;
    this.isSorted = isSorted;
    this.isAscii = call.isTrue("ensure_ascii", true);
  }

  static Object of(Call call, boolean isNice) {
    if (call.isSet("separators")) {
      throw Failure.notAvailable("separators of JSON");
    }
    Object given = call.get("indent", isNice ? 4L : NothingValue.NOTHING);
    int indent = given == NothingValue.NOTHING ? -1 : Numbers.index(given, "indent");
    JsonWriter writer = new JsonWriter(call, indent, call.isTrue("sort_keys", isNice));
    writer.add(call.value());
    writer.count();
    return writer.text.toString();
  }

  private void count() {
    call.budget().letters(text.length() - counted);
    counted = text.length();
  }

  private void add(Object value) {
    Kinds.defined(value);
    if (value instanceof String string) {
      quote(string);
    } else if (value instanceof List<?> list) {
      list(list);
    } else if (value instanceof Tuple tuple) {
      list(tuple.items());
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof View view && !view.kind().equals("range")) {
      throw Failure.wrong("Object of type " + view.kind() + " is not JSON serializable");
    } else if (value instanceof View view) {
      list(view.items());
    } else {
      text.append(single(value));
    }
    if (text.length() - counted > 4096) {
      count();
    }
  }

  private String single(Object value) {
    if (value instanceof Boolean || value instanceof Long) {
      return value.toString();
    }
    if (value == NothingValue.NOTHING) {
      return "null";
    }
    if (value instanceof Double number && (Double.isNaN(number) || Double.isInfinite(number))) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    }
    boolean isMoment = value instanceof LocalDateTime || value instanceof OffsetDateTime;
    if (isMoment || value instanceof LocalDate) {
      return '"' + Moments.iso(value, 'T') + '"';
    }
    return Letters.of(call.budget(), value);
  }

  private void line() {
    if (indent >= 0) {
      call.budget().letters((long) indent * depth);
      text.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void open(char bracket) {
    text.append(bracket);
    depth++;
    if (depth > DEEPEST) {
      throw Failure.tooMuch("a value is nested deeper than " + DEEPEST + " levels");
    }
    line();
  }

  private void close(char bracket) {
    depth--;
    line();
    text.append(bracket);
  }

  private void comma(boolean isFirst) {
    if (!isFirst) {
      text.append(indent >= 0 ? "," : ", ");
      line();
    }
  }

  private void list(List<?> list) {
    if (list.isEmpty()) {
      text.append("[]");
      return;
    }
    open('[');
    boolean isFirst = true;
    for (Object item : list) {
      comma(isFirst);
      isFirst = false;
      add(item);
    }
    close(']');
  }

  private void map(Map<?, ?> map) {
    if (map.isEmpty()) {
      text.append("{}");
      return;
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    if (isSorted) {
      entries.sort(
          (one, other) -> Comparing.order(call.budget(), one.getKey(), other.getKey(), "<"));
    }
    open('{');
    boolean isFirst = true;
    for (Map.Entry<?, ?> entry : entries) {
      comma(isFirst);
      isFirst = false;
      quote(key(entry.getKey()));
      text.append(": ");
      add(entry.getValue());
    }
    close('}');
  }

  private String key(Object key) {
    if (key instanceof String text) {
      return text;
    }
    boolean isPlain = Kinds.isNumber(key) || key == NothingValue.NOTHING;
    if (!isPlain) {
      throw Failure.wrong("keys must be str, int, float, bool or None, not " + Kinds.of(key));
    }
    return single(key);
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      letter(string.charAt(i));
    }
    text.append('"');
  }

  private void letter(char letter) {
    switch (letter) {
      case '"', '\\' -> text.append('\\').append(letter);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\f' -> text.append("\\f");
      case '\b' -> text.append("\\b");
      default -> {
        boolean isEscaped = letter < 32 || (isAscii && letter > 126);
        text.append(isEscaped ? String.format("\\u%04x", (int) letter) : letter);
      }
    }
  }
}
