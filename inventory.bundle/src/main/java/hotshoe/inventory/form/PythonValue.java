package hotshoe.inventory.form;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.inventory.value.Tuple;
import hotshoe.type.NothingValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values as Python prints them (row AN-55). */
final class PythonValue {

  private static final int MICRO = 1000;

  private final UnaryOperator<String> vault;

  /**
   * Prints values.
   *
   * @param vault what an encrypted text is in clear
   */
  PythonValue(UnaryOperator<String> vault) {
    this.vault = vault;
  }

  /** What {@code str} makes of it: a text is itself. */
  String plain(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (value instanceof VaultText encrypted) {
      return vault.apply(encrypted.ciphertext());
    }
    if (value instanceof LocalDateTime time) {
      return JsonForm.moment(time).replace('T', ' ');
    }
    if (value instanceof OffsetDateTime time) {
      return JsonForm.moment(time).replace('T', ' ');
    }
    return value instanceof LocalDate ? value.toString() : literal(value);
  }

  /** What {@code repr} makes of it: as it would stand in a program. */
  String literal(Object value) {
    StringBuilder text = new StringBuilder();
    add(value, text);
    return text.toString();
  }

  private void add(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      String comma = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(comma);
        add(entry.getKey(), text);
        add(entry.getValue(), text.append(": "));
        comma = ", ";
      }
      text.append('}');
    } else if (value instanceof List<?> list) {
      list(list, text);
    } else {
      text.append(scalar(value));
    }
  }

  private void list(List<?> list, StringBuilder text) {
    boolean isTuple = list instanceof Tuple;
    text.append(isTuple ? '(' : '[');
    String comma = "";
    for (Object item : list) {
      add(item, text.append(comma));
      comma = ", ";
    }
    text.append(isTuple && list.size() == 1 ? "," : "").append(isTuple ? ')' : ']');
  }

  private String scalar(Object value) {
    if (value instanceof String || value instanceof UnsafeText || value instanceof VaultText) {
      return PythonQuotes.of(plain(value));
    }
    if (value == NothingValue.NOTHING) {
      return "None";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof ForeignValue foreign) {
      return foreign.kind().equals("ellipsis") ? "Ellipsis" : foreign.text();
    }
    return moment(value);
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    return FloatText.of(number).replace("Infinity", "inf");
  }

  private static String moment(Object value) {
    if (value instanceof LocalDate day) {
      return String.format(
          Locale.ROOT,
          "datetime.date(%d, %d, %d)",
          day.getYear(),
          day.getMonthValue(),
          day.getDayOfMonth());
    }
    if (value instanceof LocalDateTime time) {
      return "datetime.datetime(" + parts(time) + ")";
    }
    if (value instanceof OffsetDateTime time) {
      return "datetime.datetime("
          + parts(time.toLocalDateTime())
          + ", tzinfo="
          + zone(time.getOffset())
          + ")";
    }
    return value.toString();
  }

  private static String parts(LocalDateTime time) {
    String parts =
        String.format(
            Locale.ROOT,
            "%d, %d, %d, %d, %d",
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute());
    int micros = time.getNano() / MICRO;
    boolean hasSeconds = time.getSecond() != 0 || micros != 0;
    return parts + (hasSeconds ? ", " + time.getSecond() : "") + (micros != 0 ? ", " + micros : "");
  }

  private static String zone(ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    if (seconds == 0) {
      return "datetime.timezone.utc";
    }
    String days = seconds < 0 ? "days=-1, " : "";
    int rest = Math.floorMod(seconds, 86_400);
    return "datetime.timezone(datetime.timedelta(" + days + "seconds=" + rest + "))";
  }
}
