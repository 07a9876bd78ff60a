package hotshoe.xapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of a record in canonical form, by the names of its fields. */
record Given(Map<?, ?> values) {

  /** A value, if it was given. */
  Optional<Object> value(String name) {
    Object value = values.get(name);
    return value instanceof Optional<?> optional
        ? optional.map(Object.class::cast)
        : Optional.ofNullable(value);
  }

  /** A text, or an empty one. */
  String text(String name) {
    return value(name).map(String.class::cast).orElse("");
  }

  /** A text that says something, if it was given. */
  Optional<String> filled(String name) {
    return Optional.of(text(name)).filter(text -> !text.isBlank());
  }

  /** Whether it is true; what is not given is not. */
  boolean isTrue(String name) {
    return value(name).filter(Boolean.TRUE::equals).isPresent();
  }

  /** What a record is, which may be absent. */
  static Given of(Object record) {
    Object present =
        record instanceof Optional<?> optional
            ? optional.map(Object.class::cast).orElse(Map.of())
            : record;
    return new Given((Map<?, ?>) present);
  }

  /** A map within, or an empty one. */
  Map<?, ?> map(String name) {
    return record(name).values();
  }

  /** A record within, or one without values. */
  Given record(String name) {
    return new Given(value(name).<Map<?, ?>>map(Map.class::cast).orElse(Map.of()));
  }

  /** Records in a row. */
  List<Given> records(String name) {
    return list(name).map(item -> new Given((Map<?, ?>) item)).toList();
  }

  /** Texts in a row. */
  List<String> texts(String name) {
    return list(name).map(String.class::cast).toList();
  }

  private Stream<?> list(String name) {
    return value(name).map(list -> ((List<?>) list).stream()).orElse(Stream.empty());
  }
}
