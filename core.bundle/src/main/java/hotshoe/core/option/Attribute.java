package hotshoe.core.option;

import hotshoe.configuration.OptionDescription;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One option as an extension declares it.
 *
 * @param id its name in Configuration Admin
 * @param type what a value is
 * @param cardinality 0 for one value, otherwise how many there may be, negative for a collection
 * @param defaults what holds when nobody writes it
 * @param description what it does, in words
 * @param allowed the only values allowed; empty means any
 * @param predecessor the key it had before
 * @param min the least number, or the shortest text
 * @param max the greatest number, or the longest text
 */
record Attribute(
    String id,
    AttributeType type,
    int cardinality,
    List<String> defaults,
    String description,
    List<String> allowed,
    Optional<String> predecessor,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max) {

  Attribute {
    defaults = List.copyOf(defaults);
    allowed = List.copyOf(allowed);
  }

  /** The form in which keys are compared: case and separators do not count. */
  static String folded(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
  }

  /** The key for people: {@code closeDay}, {@code close_day} and {@code close.day} are one. */
  String key() {
    return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("[_.]", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The same with another description. */
  Attribute described(String words) {
    return new Attribute(id, type, cardinality, defaults, words, allowed, predecessor, min, max);
  }

  /** The same with one more value that is allowed. */
  Attribute allowing(String value) {
    List<String> more = Stream.concat(allowed.stream(), Stream.of(value)).toList();
    return new Attribute(id, type, cardinality, defaults, description, more, predecessor, min, max);
  }

  boolean isSecret() {
    return type == AttributeType.PASSWORD;
  }

  /** The same for people. */
  OptionDescription describe() {
    return new OptionDescription(
        key(),
        cardinality == 0 ? type.title() : "list",
        defaults.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", defaults)),
        description,
        predecessor,
        allowed,
        isSecret());
  }

  /**
   * Turns what was written into what Configuration Admin is to hold.
   *
   * @throws IllegalArgumentException saying in words what is expected
   * @throws NotAllowed when the type is right and the value is not
   */
  Object read(Object written) {
    if (cardinality == 0) {
      if (written instanceof List) {
        throw new IllegalArgumentException("one value is expected, not a list");
      }
      return readOne(written);
    }
    List<Object> values = itemsOf(written).stream().map(this::readOne).toList();
    if (values.size() > Math.abs((long) cardinality)) {
      throw new NotAllowed("at most " + Math.abs((long) cardinality) + " values are allowed");
    }
    return cardinality < 0 ? values : arrayOf(values);
  }

  private Object arrayOf(List<Object> values) {
    Object array = Array.newInstance(type.javaType(), values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private static List<?> itemsOf(Object written) {
    if (written instanceof List<?> list) {
      return list;
    }
    return Arrays.stream(String.valueOf(written).split(",", -1))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private Object readOne(Object written) {
    Object value = type.read(written);
    if (!allowed.isEmpty() && !allowed.contains(value.toString())) {
      throw new NotAllowed("one of " + String.join(", ", allowed) + " is expected");
    }
    checkBounds(value);
    return value;
  }

  private void checkBounds(Object value) {
    boolean text = value instanceof String;
    if (!text && !(value instanceof Number)) {
      return;
    }
    BigDecimal size = text ? BigDecimal.valueOf(((String) value).length()) : decimal(value);
    String unit = text ? " characters" : "";
    if (min.filter(least -> size.compareTo(least) < 0).isPresent()) {
      throw new NotAllowed("at least " + min.get() + unit + " is expected");
    }
    if (max.filter(most -> size.compareTo(most) > 0).isPresent()) {
      throw new NotAllowed("at most " + max.get() + unit + " is expected");
    }
  }

  private static BigDecimal decimal(Object number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw new NotAllowed("a finite number is expected", e);
    }
  }

  /** The value is of the right type, but not one that the extension allows. */
  static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String expected) {
      super(expected);
    }

    NotAllowed(String expected, Throwable cause) {
      super(expected, cause);
    }
  }
}
