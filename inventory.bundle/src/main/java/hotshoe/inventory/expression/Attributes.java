package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is behind a dot, or in square brackets behind a value. */
final class Attributes {

  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "str",
          names(
              "capitalize casefold center count encode endswith expandtabs find format format_map"
                  + " index isalnum isalpha isascii isdecimal isdigit isidentifier islower"
                  + " isnumeric isprintable isspace istitle isupper join ljust lower lstrip"
                  + " maketrans partition removeprefix removesuffix replace rfind rindex rjust"
                  + " rpartition rsplit rstrip split splitlines startswith strip swapcase title"
                  + " translate upper zfill"),
          "dict",
          names("clear copy fromkeys get items keys pop popitem setdefault update values"),
          "list",
          names("append clear copy count extend index insert pop remove reverse sort"),
          "tuple",
          names("count index"),
          "int",
          names(
              "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag"
                  + " numerator real to_bytes"),
          "float",
          names("as_integer_ratio conjugate fromhex hex imag is_integer real"),
          "datetime.date",
          names(
              "ctime day fromisocalendar fromisoformat fromordinal fromtimestamp isocalendar"
                  + " isoformat isoweekday max min month replace resolution strftime timetuple"
                  + " today toordinal weekday year"),
          "datetime.datetime",
          names(
              "astimezone combine ctime date day dst fold fromisocalendar fromisoformat"
                  + " fromordinal fromtimestamp hour isocalendar isoformat isoweekday max"
                  + " microsecond min minute month now replace resolution second strftime"
                  + " strptime time timestamp timetuple timetz today toordinal tzinfo tzname"
                  + " utcfromtimestamp utcnow utcoffset utctimetuple weekday year"),
          "dict_keys",
          names("isdisjoint mapping"),
          "range",
          names("count index start step stop"));

  private Attributes() {}

  private static Set<String> names(String names) {
    return Set.of(names.split(" "));
  }

  /** What {@code value.name} is. */
  static Object attribute(Budget budget, Object value, String name) {
    budget.step();
    if (value instanceof Undefined missing) {
      return inMissing(missing);
    }
    Kinds.mustBePlain(value);
    Optional<Object> found = own(value, name);
    if (found.isPresent()) {
      return found.get();
    }
    if (value instanceof Map<?, ?> map && map.containsKey(name)) {
      return map.get(name);
    }
    return missing(value, name);
  }

  private static Object inMissing(Undefined missing) {
    if (missing.isEmpty()) {
      throw missing.failure();
    }
    return missing;
  }

  /** What {@code value[key]} is. */
  static Object item(Budget budget, Object value, Object key) {
    budget.step();
    if (value instanceof Undefined missing) {
      return inMissing(missing);
    }
    Kinds.mustBePlain(value);
    if (value instanceof Map<?, ?> map) {
      return inMap(map, key);
    }
    boolean isPlace = Kinds.isWhole(key) || key instanceof Boolean;
    if (isPlace) {
      return atPlace(value, key);
    }
    return key instanceof String name
        ? own(value, name).orElseGet(() -> missing(value, name))
        : missing(value, Kinds.of(key));
  }

  private static Object inMap(Map<?, ?> map, Object key) {
    boolean isKey = !(key instanceof List || key instanceof Map);
    if (isKey && map.containsKey(Comparing.key(key))) {
      return map.get(key);
    }
    return key instanceof String name
        ? own(map, name).orElseGet(() -> missing(map, name))
        : missing(map, Kinds.of(key));
  }

  private static Object atPlace(Object value, Object place) {
    try {
      if (value instanceof String text) {
        return Items.at(text, place);
      }
      if (value instanceof List<?> list) {
        return Items.at(list, place);
      }
      if (value instanceof Tuple tuple) {
        return Items.at(tuple.items(), place);
      }
      if (value instanceof View view && view.kind().equals("range")) {
        return Items.at(view.items(), place);
      }
    } catch (Failure outside) {
      return missing(value, String.valueOf(place));
    }
    return missing(value, String.valueOf(place));
  }

  private static Undefined missing(Object value, String name) {
    return new Undefined(
        "'"
            + (Kinds.of(value).equals("dict") ? "dict object" : Kinds.of(value) + " object")
            + "' has no attribute '"
            + name
            + "'");
  }

  /** What a value has of itself, whatever it holds. */
  private static Optional<Object> own(Object value, String name) {
    if (name.startsWith("__")) {
      throw Failure.notAvailable("names that begin with __ are out of reach");
    }
    if (value instanceof Tuple tuple && tuple.names().contains(name)) {
      return Optional.of(tuple.items().get(tuple.names().indexOf(name)));
    }
    boolean isMoment =
        value instanceof LocalDate
            || value instanceof LocalDateTime
            || value instanceof OffsetDateTime;
    if (isMoment && Moments.part(value, name).isPresent()) {
      return Moments.part(value, name);
    }
    if (Kinds.isNumber(value)) {
      return ofNumber(value, name);
    }
    boolean isMethod =
        METHODS.getOrDefault(Kinds.of(value), Set.of()).contains(name)
            || (value instanceof Method && value != NothingValue.NOTHING);
    return isMethod ? Optional.of(new Method(value, name)) : Optional.empty();
  }

  private static Optional<Object> ofNumber(Object value, String name) {
    boolean isDecimal = value instanceof Double;
    if (name.equals("real") || (name.equals("numerator") && !isDecimal)) {
      return Optional.of(Numbers.plus(value, 0L));
    }
    boolean isMethod = METHODS.get(isDecimal ? "float" : "int").contains(name);
    return isMethod ? Optional.of(new Method(value, name)) : Optional.empty();
  }
}
