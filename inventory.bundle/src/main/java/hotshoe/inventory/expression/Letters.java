package hotshoe.inventory.expression;

import hotshoe.inventory.form.FloatText;
import hotshoe.type.NothingValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** How Python prints values: {@code str} and {@code repr}. */
final class Letters {

  private static final int DEEPEST = 400;

  private final Budget budget;
  private final StringBuilder text = new StringBuilder();
  private int counted;
  private int depth;

  private Letters(Budget budget) {
    this.budget = budget;
  }

  /** As {@code str} prints it. */
  static String of(Budget budget, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof LocalDateTime || value instanceof OffsetDateTime) {
      return Moments.text(value);
    }
    if (value instanceof Undefined missing && missing.isEmpty()) {
      return "";
    }
    return value instanceof LocalDate day ? day.toString() : repr(budget, value);
  }

  /** As {@code repr} prints it. */
  static String repr(Budget budget, Object value) {
    Letters letters = new Letters(budget);
    letters.add(value);
    letters.count();
    return letters.text.toString();
  }

  private void count() {
    budget.letters(text.length() - counted);
    counted = text.length();
  }

  private void add(Object value) {
    depth++;
    if (depth > DEEPEST) {
      throw Failure.tooMuch("a value is nested deeper than " + DEEPEST + " levels");
    }
    if (value instanceof String string) {
      quote(string);
    } else if (value instanceof List<?> list) {
      items("[", list, "]");
    } else if (value instanceof Tuple tuple) {
      items("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")");
    } else if (value instanceof Map<?, ?> map) {
      entries(map);
    } else {
      text.append(single(value));
    }
    depth--;
    if (text.length() - counted > 4096) {
      count();
    }
  }

  private void items(String open, List<?> items, String close) {
    text.append(open);
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      add(items.get(i));
    }
    text.append(close);
  }

  private void entries(Map<?, ?> map) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      add(entry.getKey());
      text.append(": ");
      add(entry.getValue());
      text.append(entries.hasNext() ? ", " : "");
    }
    text.append('}');
  }

  private static String single(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value == NothingValue.NOTHING) {
      return "None";
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof LocalDate || value instanceof LocalDateTime) {
      return Moments.repr(value);
    }
    if (value instanceof OffsetDateTime) {
      return Moments.repr(value);
    }
    if (value instanceof View view) {
      return view.text();
    }
    if (value instanceof Method method) {
      throw Failure.notAvailable("'" + method.name() + "' is a function; call it with ()");
    }
    return String.valueOf(Kinds.defined(value));
  }

  private static String decimal(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return FloatText.of(number);
  }

  private void quote(String string) {
    char quote = string.indexOf('\'') >= 0 && string.indexOf('"') < 0 ? '"' : '\'';
    text.append(quote);
    int at = 0;
    while (at < string.length()) {
      int letter = string.codePointAt(at);
      letter(letter, quote);
      at += Character.charCount(letter);
    }
    text.append(quote);
  }

  private void letter(int letter, char quote) {
    if (letter == quote || letter == '\\') {
      text.append('\\').append((char) letter);
    } else if (letter == '\n') {
      text.append("\\n");
    } else if (letter == '\r') {
      text.append("\\r");
    } else if (letter == '\t') {
      text.append("\\t");
    } else if (isPrintable(letter)) {
      text.appendCodePoint(letter);
    } else {
      String form = letter < 256 ? "\\x%02x" : letter < 65536 ? "\\u%04x" : "\\U%08x";
      text.append(String.format(form, letter));
    }
  }

  /** Whether Python shows a letter as it is. */
  static boolean isPrintable(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> letter == ' ';
      default -> true;
    };
  }
}
