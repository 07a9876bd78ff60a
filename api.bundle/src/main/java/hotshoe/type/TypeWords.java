package hotshoe.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A type said in words, as manifests say the type of a parameter: what it is, its format, and the
 * only values allowed. What words mean, and which go together, is decided here once (rows CS-49 to
 * CS-51), when the parameter is declared and not when it is first used.
 *
 * <table>
 * <caption>What the words mean; they know no letter case</caption>
 * <tr><th>type</th><th>formats</th><th>options</th><th>is</th></tr>
 * <tr><td>STRING</td><td>NONE UUID EMAIL PASSWORD URL</td><td>yes, but for PASSWORD</td>
 * <td>text that is not blank; PASSWORD a secret</td></tr>
 * <tr><td>NUMBER</td><td>NONE DECIMAL</td><td>yes</td>
 * <td>32-bit whole number, or a decimal within the bounds of 32 bits</td></tr>
 * <tr><td>BOOLEAN</td><td>NONE</td><td>no</td><td>true or false</td></tr>
 * <tr><td>DATE</td><td>NONE</td><td>no</td><td>a moment with its offset</td></tr>
 * </table>
 *
 * <p>Values that come as text are to be read with {@link Values.Reading#TEXT}.
 *
 * @param type the word for what it is; must be given
 * @param format the word for its format; empty means NONE
 * @param options the only values allowed, as text; blanks around them are cut off, empty ones and
 *     repeated ones are dropped; none means any value
 */
public record TypeWords(String type, String format, List<String> options) {

  private enum Kind {
    STRING(List.of("NONE", "UUID", "EMAIL", "PASSWORD", "URL")),
    NUMBER(List.of("NONE", "DECIMAL")),
    BOOLEAN(List.of("NONE")),
    DATE(List.of("NONE"));

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot change
    private final List<String> formats;

    Kind(List<String> formats) {
      this.formats = formats;
    }
  }

  public TypeWords {
    type = word(type);
    format = word(format).isEmpty() ? "NONE" : word(format);
    options = options.stream().map(String::trim).filter(option -> !option.isEmpty()).toList();
  }

  /** Options as one text with commas between them. */
  public static TypeWords of(String type, String format, String options) {
    return new TypeWords(type, format, List.of(options.split(",")));
  }

  private static String word(String given) {
    return Objects.requireNonNull(given, "given").trim().toUpperCase(Locale.ROOT);
  }

  /**
   * What the words mean, or everything that is wrong with them: a {@link Checked.Valid} holds a
   * {@link Type}; the paths of faults are {@code type}, {@code format} and {@code options[0]}.
   */
  public Checked meaning() {
    List<Fault> faults = new ArrayList<>();
    Kind kind = kind(faults);
    if (faults.isEmpty()) {
      checkFormat(kind, faults);
    }
    if (!faults.isEmpty()) {
      return new Checked.Invalid(faults);
    }
    Type plain = scalar(kind);
    if (options.isEmpty()) {
      return new Checked.Valid(plain);
    }
    return choice(plain);
  }

  private Kind kind(List<Fault> faults) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(type)) {
        return kind;
      }
    }
    String given = type.isEmpty() ? "is missing" : Shown.of(type) + " is no type";
    faults.add(new Fault("type", given + "; STRING, NUMBER, BOOLEAN and DATE are"));
    return Kind.STRING;
  }

  private void checkFormat(Kind kind, List<Fault> faults) {
    if (!kind.formats.contains(format)) {
      String formats = String.join(", ", kind.formats);
      faults.add(
          new Fault(
              "format", Shown.of(format) + " is no format of " + kind + "; it has " + formats));
    }
    if (!options.isEmpty() && !takesOptions(kind)) {
      String what = format.equals("PASSWORD") ? "a PASSWORD" : "a " + kind;
      faults.add(new Fault("options", "are not supported for " + what));
    }
  }

  private boolean takesOptions(Kind kind) {
    return kind == Kind.NUMBER || (kind == Kind.STRING && !format.equals("PASSWORD"));
  }

  private Type scalar(Kind kind) {
    return switch (kind) {
      case STRING ->
          format.equals("PASSWORD")
              ? Type.password()
              : Type.text(format.equals("NONE") ? TextFormat.FILLED : TextFormat.valueOf(format));
      case NUMBER ->
          format.equals("DECIMAL")
              ? Type.decimal(-Float.MAX_VALUE, Float.MAX_VALUE)
              : Type.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BOOLEAN -> Type.bool();
      case DATE -> Type.dateTime();
    };
  }

  private Checked choice(Type plain) {
    Checked read = Values.check(Type.listOf(plain), options, Values.Reading.TEXT, "options");
    if (read instanceof Checked.Invalid) {
      return read;
    }
    List<?> values = (List<?>) ((Checked.Valid) read).value();
    Map<Object, Type.Choice.Item> items = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      items.putIfAbsent(values.get(i), new Type.Choice.Item(values.get(i), options.get(i), ""));
    }
    return new Checked.Valid(new Type.Choice(plain, List.copyOf(items.values())));
  }
}
