package hotshoe.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a value may be. One sealed family serves settings, parameters, results, manifests, forms and
 * every wire format. A type is data: immutable, comparable, without services.
 *
 * <p>Every type has one canonical Java form, which is what handlers get and return; {@link Values}
 * converts everything else to it and reports all faults together, with their paths.
 *
 * <table>
 * <caption>Canonical forms</caption>
 * <tr><th>type</th><th>canonical form</th></tr>
 * <tr><td>Text</td><td>{@link String}</td></tr>
 * <tr><td>Integer</td><td>{@link Long} (64 bits, row XA-24)</td></tr>
 * <tr><td>Decimal</td><td>{@link Double}</td></tr>
 * <tr><td>Bool</td><td>{@link Boolean}</td></tr>
 * <tr><td>DateTime</td><td>{@link java.time.OffsetDateTime}</td></tr>
 * <tr><td>Choice</td><td>the form of the type it chooses from</td></tr>
 * <tr><td>Secret</td><td>{@link SecretText}</td></tr>
 * <tr><td>Bytes</td><td>{@link BytesValue}</td></tr>
 * <tr><td>Reference</td><td>{@link Ref}</td></tr>
 * <tr><td>ListOf</td><td>{@link java.util.List}</td></tr>
 * <tr><td>MapOf</td><td>{@link java.util.Map}, in the order given</td></tr>
 * <tr><td>Record</td><td>{@link java.util.Map} from field name to value, in the order declared</td></tr>
 * <tr><td>Optional</td><td>{@link java.util.Optional}</td></tr>
 * <tr><td>Nothing</td><td>{@link NothingValue#NOTHING}</td></tr>
 * <tr><td>Any</td><td>text, Long, Double, Boolean, lists and maps of these</td></tr>
 * </table>
 */
public sealed interface Type {

  /** Any text. */
  static Text text() {
    return new Text(TextFormat.PLAIN, 0, java.lang.Integer.MAX_VALUE, "");
  }

  /** Text of this format. */
  static Text text(TextFormat format) {
    return new Text(format, 0, java.lang.Integer.MAX_VALUE, "");
  }

  /** Any 64-bit whole number. */
  static Integer integer() {
    return new Integer(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A whole number within bounds, both included. */
  static Integer integer(long minimum, long maximum) {
    return new Integer(minimum, maximum);
  }

  /** A decimal number within bounds, both included. */
  static Decimal decimal(double minimum, double maximum) {
    return new Decimal(minimum, maximum);
  }

  /** Any finite decimal number. */
  static Decimal decimal() {
    return new Decimal(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** True or false. */
  static Bool bool() {
    return new Bool();
  }

  /** A moment with its offset. */
  static DateTime dateTime() {
    return new DateTime();
  }

  /** One of these texts. */
  static Choice choice(String... values) {
    return new Choice(
        text(), java.util.Arrays.stream(values).map(v -> new Choice.Item(v, v, "")).toList());
  }

  /** One of these values, each with what people see. */
  static Choice choice(Type of, Choice.Item... items) {
    return new Choice(of, List.of(items));
  }

  /** Text that is never shown. */
  static Secret secret() {
    return new Secret(false);
  }

  /** Text that is never shown and holds more than blanks (row CS-51). */
  static Secret password() {
    return new Secret(true);
  }

  /** A reference to a resource of this kind; empty for any kind. */
  static Reference reference(String kind) {
    return new Reference(kind);
  }

  /** Any value that all formats can carry. */
  static Any any() {
    return new Any();
  }

  /** Named fields. */
  static Record record(String name, Field... fields) {
    return new Record(name, List.of(fields));
  }

  /** A list of these. */
  static ListOf listOf(Type element) {
    return new ListOf(element, 0, java.lang.Integer.MAX_VALUE, false);
  }

  /** A map with text keys. */
  static MapOf mapOf(Type value) {
    return new MapOf(text(), value, 0, java.lang.Integer.MAX_VALUE);
  }

  /** A map with keys of this type. */
  static MapOf mapOf(Type key, Type value) {
    return new MapOf(key, value, 0, java.lang.Integer.MAX_VALUE);
  }

  /** Pairs of a name and a value, in order, names repeated at will (row UE-26). */
  static ListOf pairsOf(Type value) {
    return listOf(new MapOf(text(), value, 1, 1));
  }

  /**
   * What somebody identifies with: user, password, token, passphrase and key location, each of
   * which may be absent (row UE-27). Handlers reach its parts by path too: {@code
   * invocation.argument("credential.user", String.class)}.
   */
  static Record credential() {
    return new Record(
        "Credential",
        List.of(
            Field.required("user", optional(text()), "The name to log in with."),
            Field.required("password", optional(secret()), "The password of that name."),
            Field.required("token", optional(secret()), "A token instead of a password."),
            Field.required("passphrase", optional(secret()), "What opens the key."),
            Field.required("key_location", optional(text()), "Where the key lies.")));
  }

  /** A value that may be absent. */
  static Optional optional(Type type) {
    return type instanceof Optional already ? already : new Optional(type);
  }

  /** No value at all: the result of an operation that returns nothing. */
  static Nothing nothing() {
    return new Nothing();
  }

  /**
   * Text.
   *
   * @param format what kind of text
   * @param minimumLength in characters (code points), at least 0
   * @param maximumLength in characters (code points)
   * @param pattern a regular expression, as {@link java.util.regex.Pattern} has it, that the whole
   *     text must match; empty means any; trying one that never ends is given up
   */
  record Text(TextFormat format, int minimumLength, int maximumLength, String pattern)
      implements Type {
    public Text {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(pattern, "pattern");
      if (minimumLength < 0 || maximumLength < minimumLength) {
        throw new IllegalArgumentException(
            "no text has between " + minimumLength + " and " + maximumLength + " characters");
      }
      if (!pattern.isEmpty()) {
        java.util.regex.Pattern.compile(pattern);
      }
    }
  }

  /**
   * A 64-bit whole number.
   *
   * @param minimum the least
   * @param maximum the greatest
   */
  record Integer(long minimum, long maximum) implements Type {
    public Integer {
      if (minimum > maximum) {
        throw new IllegalArgumentException(minimum + " is above " + maximum);
      }
    }
  }

  /**
   * A finite 64-bit decimal number.
   *
   * @param minimum the least
   * @param maximum the greatest
   */
  record Decimal(double minimum, double maximum) implements Type {
    public Decimal {
      if (!(minimum <= maximum)) {
        throw new IllegalArgumentException(minimum + " is above " + maximum);
      }
    }
  }

  /** True or false. */
  record Bool() implements Type {}

  /** A moment with its offset from UTC. */
  record DateTime() implements Type {}

  /**
   * One of a list of values.
   *
   * @param of what the values are: Text, Integer, Decimal, Bool, DateTime or Reference
   * @param items at least one, no value twice, each of which the type of the values accepts (row
   *     CS-50); they are kept in canonical form
   */
  record Choice(Type of, List<Item> items) implements Type {

    /**
     * A value with what people see.
     *
     * @param value in canonical form
     * @param label for people
     * @param description one sentence, or empty
     */
    public record Item(Object value, String label, String description) {
      public Item {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
      }

      /** A value that speaks for itself. */
      public static Item of(Object value) {
        return new Item(value, value.toString(), "");
      }

      private Item canonical(Type of) {
        Object canonical =
            Values.canonical(of, value, Values.Reading.STRICT, "the choice " + label);
        return canonical.equals(value) ? this : new Item(canonical, label, description);
      }
    }

    public Choice {
      if (!isScalar(of) || of instanceof Secret || of instanceof Bytes) {
        throw new IllegalArgumentException("not a type to choose from: " + of);
      }
      items = items.stream().map(item -> item.canonical(of)).toList();
      Set<Object> seen = new LinkedHashSet<>();
      items.forEach(item -> seen.add(item.value()));
      if (items.isEmpty() || seen.size() < items.size()) {
        throw new IllegalArgumentException("a choice needs values, each of them once");
      }
    }
  }

  /**
   * Text that no log, error, door or {@code toString} shows.
   *
   * @param filled whether it must hold more than blanks
   */
  record Secret(boolean filled) implements Type {
    /** Any text. */
    public Secret() {
      this(false);
    }
  }

  /**
   * Bytes; Base64 where a format has only text.
   *
   * @param maximumLength the most there may be
   */
  record Bytes(int maximumLength) implements Type {
    public Bytes {
      if (maximumLength < 0) {
        throw new IllegalArgumentException("there are never " + maximumLength + " bytes");
      }
    }
  }

  /**
   * A resource. Inside an Optional, XenAPI's {@code OpaqueRef:NULL} is the absent one.
   *
   * @param kind the kind it must be of, without a colon, or empty for any
   */
  record Reference(String kind) implements Type {
    public Reference {
      if (kind.indexOf(':') >= 0) {
        throw new IllegalArgumentException("the kind of a resource has no colon: " + kind);
      }
    }
  }

  /**
   * A list.
   *
   * @param element what it holds
   * @param minimumSize at least 0
   * @param maximumSize the most it may hold
   * @param unique true for a set
   */
  record ListOf(Type element, int minimumSize, int maximumSize, boolean unique) implements Type {
    public ListOf {
      Objects.requireNonNull(element, "element");
      if (minimumSize < 0 || maximumSize < minimumSize) {
        throw new IllegalArgumentException(
            "no list has between " + minimumSize + " and " + maximumSize + " elements");
      }
    }
  }

  /**
   * A map.
   *
   * @param key Text, Integer, Choice or Reference; in every format its text stands for a key, so it
   *     is read leniently
   * @param value what it holds
   * @param minimumSize at least 0
   * @param maximumSize the most entries it may hold
   */
  record MapOf(Type key, Type value, int minimumSize, int maximumSize) implements Type {
    public MapOf {
      if (minimumSize < 0 || maximumSize < minimumSize) {
        throw new IllegalArgumentException(
            "no map has between " + minimumSize + " and " + maximumSize + " entries");
      }
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
      if (!(key instanceof Text
          || key instanceof Integer
          || key instanceof Choice
          || key instanceof Reference)) {
        throw new IllegalArgumentException("not a type for keys: " + key);
      }
    }
  }

  /**
   * Named fields.
   *
   * @param name what it is called in documents and schemas
   * @param fields in the order in which they are shown, no name twice
   */
  record Record(String name, List<Field> fields) implements Type {
    public Record {
      Objects.requireNonNull(name, "name");
      fields = List.copyOf(fields);
      if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
        throw new IllegalArgumentException("a field of " + name + " is declared twice");
      }
    }
  }

  /** A value that may be absent. */
  record Optional(Type of) implements Type {
    public Optional {
      Objects.requireNonNull(of, "of");
      if (of instanceof Optional) {
        throw new IllegalArgumentException("what may be absent already needs no Optional: " + of);
      }
    }
  }

  /** No value at all. */
  record Nothing() implements Type {}

  /** Any value that all formats can carry. */
  record Any() implements Type {}

  /** Whether its values hold no other values. */
  private static boolean isScalar(Type type) {
    return !(type instanceof ListOf
        || type instanceof MapOf
        || type instanceof Record
        || type instanceof Optional
        || type instanceof Choice
        || type instanceof Nothing
        || type instanceof Any);
  }
}
