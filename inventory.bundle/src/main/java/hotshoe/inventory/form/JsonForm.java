package hotshoe.inventory.form;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.inventory.model.CodePoints;
import hotshoe.type.NothingValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * JSON as Python prints it with sorted keys and an indent of four (rows AN-53 and AN-59). Keys that
 * cannot be compared make everything unsorted, as at home.
 */
public final class JsonForm {

  private static final byte[][] LINES =
      java.util.stream.IntStream.range(0, 16).mapToObj(JsonForm::indent).toArray(byte[][]::new);

  private static final String HEXADECIMAL = "0123456789abcdef";
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .toFormatter(java.util.Locale.ROOT);

  /** Whether keys are sorted. */
  enum Order {
    SORTED,
    AS_READ
  }

  private final TextOutput output;
  private final Order order;
  private int depth;

  JsonForm(OutputStream stream, Order order) {
    this.output = new TextOutput(stream);
    this.order = order;
  }

  /** The text of one value. */
  public static String text(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      JsonForm form = new JsonForm(bytes, isSortable(value) ? Order.SORTED : Order.AS_READ);
      form.value(value);
      form.finish();
    } catch (IOException never) {
      throw new java.io.UncheckedIOException(never);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  void finish() throws IOException {
    output.flush();
  }

  void open(char bracket) throws IOException {
    output.ascii(bracket);
    depth++;
  }

  /** Before the first or the next entry. */
  void next(boolean isFirst) throws IOException {
    if (!isFirst) {
      output.ascii(',');
    }
    line();
  }

  void close(char bracket) throws IOException {
    depth--;
    line();
    output.ascii(bracket);
  }

  private void line() throws IOException {
    output.bytes(depth < LINES.length ? LINES[depth] : indent(depth));
  }

  private static byte[] indent(int levels) {
    return ("\n" + "    ".repeat(levels)).getBytes(StandardCharsets.UTF_8);
  }

  /** A key as {@link #keyBytes} made it. */
  void key(byte[] key) throws IOException {
    output.bytes(key);
  }

  /** A key with its colon, ready for any number of uses. */
  static byte[] keyBytes(String key) {
    return (text(key) + ": ").getBytes(StandardCharsets.UTF_8);
  }

  void key(Object key) throws IOException {
    quoted(keyText(key));
    output.ascii(':');
    output.ascii(' ');
  }

  private static String keyText(Object key) {
    if (key instanceof Double number) {
      return FloatText.of(number);
    }
    if (key instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (key == NothingValue.NOTHING) {
      return "null";
    }
    if (key instanceof String || key instanceof Number || key instanceof Boolean) {
      return key.toString();
    }
    throw FormProblems.unprintable(key);
  }

  void value(Object value) throws IOException {
    if (value instanceof String text) {
      quoted(text);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof List<?> list) {
      list(list);
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) throws IOException {
    if (value == NothingValue.NOTHING) {
      output.text("null");
    } else if (value instanceof Double number) {
      output.text(FloatText.of(number));
    } else if (value instanceof UnsafeText unsafe) {
      map(Map.of("__ansible_unsafe", unsafe.text()));
    } else if (value instanceof VaultText vault) {
      map(Map.of("__ansible_vault", vault.ciphertext()));
    } else if (value instanceof LocalDateTime time) {
      quoted(moment(time));
    } else if (value instanceof OffsetDateTime time) {
      quoted(moment(time));
    } else if (value instanceof ForeignValue) {
      throw FormProblems.unprintable(value);
    } else if (value instanceof java.time.LocalDate) {
      quoted(value.toString());
    } else {
      output.text(value.toString());
    }
  }

  /** A moment as ISO 8601 has it. */
  static String moment(LocalDateTime time) {
    int micros = time.get(ChronoField.MICRO_OF_SECOND);
    return TIME.format(time) + (micros == 0 ? "" : String.format(".%06d", micros));
  }

  static String moment(OffsetDateTime time) {
    return moment(time.toLocalDateTime()) + offset(time);
  }

  private static String offset(OffsetDateTime time) {
    String id = time.getOffset().getId();
    return id.equals("Z") ? "+00:00" : id;
  }

  void map(Map<?, ?> map) throws IOException {
    if (map.isEmpty()) {
      output.text("{}");
      return;
    }
    open('{');
    boolean isFirst = true;
    for (Object key : order == Order.SORTED ? sorted(map) : map.keySet()) {
      next(isFirst);
      key(key);
      value(map.get(key));
      isFirst = false;
    }
    close('}');
  }

  private void list(List<?> list) throws IOException {
    if (list.isEmpty()) {
      output.text("[]");
      return;
    }
    open('[');
    boolean isFirst = true;
    for (Object item : list) {
      next(isFirst);
      value(item);
      isFirst = false;
    }
    close(']');
  }

  /** The keys, sorted if Python can sort them. */
  static List<Object> sortedOrAsRead(Map<?, ?> map) {
    return haveOneKind(map.keySet()) ? sorted(map) : new ArrayList<>(map.keySet());
  }

  static List<Object> sorted(Map<?, ?> map) {
    List<Object> keys = new ArrayList<>(map.keySet());
    if (keys.size() > 1) {
      keys.sort(keys.get(0) instanceof Number ? numbers() : texts());
    }
    return keys;
  }

  private static Comparator<Object> texts() {
    return (one, other) -> CodePoints.compare(keyText(one), keyText(other));
  }

  private static Comparator<Object> numbers() {
    return Comparator.comparingDouble(
        key -> key instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) key).doubleValue());
  }

  /** Whether Python could sort the keys of every map in this value. */
  static boolean isSortable(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().allMatch(JsonForm::isSortable);
    }
    return !(value instanceof Map<?, ?> map)
        || (haveOneKind(map.keySet()) && map.values().stream().allMatch(JsonForm::isSortable));
  }

  static boolean haveOneKind(java.util.Collection<?> keys) {
    return keys.size() < 2 || keys.stream().map(JsonForm::kind).distinct().count() == 1;
  }

  private static String kind(Object key) {
    if (key instanceof String || key instanceof UnsafeText) {
      return "text";
    }
    return key instanceof Number || key instanceof Boolean ? "number" : key.toString();
  }

  private void quoted(String text) throws IOException {
    output.ascii('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        output.text(text.substring(plain, i));
        escape(c);
        plain = i + 1;
      }
    }
    output.text(plain == 0 ? text : text.substring(plain));
    output.ascii('"');
  }

  private void escape(char c) throws IOException {
    output.ascii('\\');
    switch (c) {
      case '"', '\\' -> output.ascii(c);
      case '\n' -> output.ascii('n');
      case '\r' -> output.ascii('r');
      case '\t' -> output.ascii('t');
      case '\b' -> output.ascii('b');
      case '\f' -> output.ascii('f');
      default -> {
        output.text("u00");
        output.ascii(HEXADECIMAL.charAt(c >> 4));
        output.ascii(HEXADECIMAL.charAt(c & 15));
      }
    }
  }
}
