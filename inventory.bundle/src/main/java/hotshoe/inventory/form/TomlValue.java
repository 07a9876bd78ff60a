package hotshoe.inventory.form;

import hotshoe.inventory.UnsafeText;
import hotshoe.problem.Problem;
import hotshoe.type.NothingValue;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes values as TOML, maps inline. */
final class TomlValue {

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private final TextOutput output;
  private int nothings;

  TomlValue(TextOutput output) {
    this.output = output;
  }

  /** What could not be said. */
  List<Problem> lost() {
    return nothings == 0 ? List.of() : List.of(FormProblems.nothings(nothings));
  }

  /** A line of its own; of nothing there is none. */
  void entry(Object key, Object value) throws IOException {
    if (isThere(value)) {
      pair(key, value);
      output.ascii('\n');
    }
  }

  private boolean isThere(Object value) {
    boolean isNothing = value == NothingValue.NOTHING;
    nothings += isNothing ? 1 : 0;
    return !isNothing;
  }

  private void pair(Object key, Object value) throws IOException {
    key(key);
    output.text(" = ");
    value(value);
  }

  void key(Object key) throws IOException {
    Object name = key instanceof UnsafeText unsafe ? unsafe.text() : key;
    if (!(name instanceof String text)) {
      throw FormProblems.nonStringKey(key);
    }
    if (BARE.matcher(text).matches()) {
      output.text(text);
    } else {
      quoted(text);
    }
  }

  private void value(Object value) throws IOException {
    if (value instanceof String text) {
      quoted(text);
    } else if (value instanceof UnsafeText unsafe) {
      quoted(unsafe.text());
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof List<?> list) {
      list(list);
    } else {
      output.text(scalar(value));
    }
  }

  private void map(Map<?, ?> map) throws IOException {
    output.ascii('{');
    String comma = " ";
    for (Object key : JsonForm.sortedOrAsRead(map)) {
      if (isThere(map.get(key))) {
        output.text(comma);
        pair(key, map.get(key));
        comma = ", ";
      }
    }
    output.text(comma.equals(" ") ? "}" : " }");
  }

  private void list(List<?> list) throws IOException {
    output.ascii('[');
    String comma = "";
    for (Object item : list) {
      output.text(comma);
      value(isThere(item) ? item : "None"); // as at home
      comma = ", ";
    }
    output.ascii(']');
  }

  private static String scalar(Object value) {
    if (value instanceof Double number) {
      return Double.isNaN(number) ? "nan" : FloatText.of(number).replace("Infinity", "inf");
    }
    if (value instanceof LocalDateTime time) {
      return JsonForm.moment(time);
    }
    if (value instanceof OffsetDateTime time) {
      return JsonForm.moment(time);
    }
    boolean isKnown =
        value instanceof Boolean
            || value instanceof Long
            || value instanceof Integer
            || value instanceof LocalDate;
    if (!isKnown) {
      throw FormProblems.notInToml(value);
    }
    return value.toString();
  }

  private void quoted(String text) throws IOException {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> add(c, quoted));
    output.text(quoted.append('"').toString());
  }

  private static void add(int c, StringBuilder quoted) {
    switch (c) {
      case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (c < ' ' || c == 0x7F) {
          quoted.append(String.format("\\u%04x", c));
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }
}
