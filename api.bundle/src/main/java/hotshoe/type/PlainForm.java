package hotshoe.type;

import hotshoe.type.Values.Secrets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes canonical values as what every format can carry. */
final class PlainForm {

  private PlainForm() {}

  static Object of(Type type, Object value, Secrets secrets) {
    if (type instanceof Type.Optional optional) {
      Object inner =
          value instanceof Optional<?> o && o.isPresent() ? o.get() : NothingValue.NOTHING;
      return of(optional.of(), inner, secrets);
    }
    if (value == NothingValue.NOTHING) {
      return null; // null: what every format has for nothing
    }
    if (value instanceof List<?> list) {
      Type element = type instanceof Type.ListOf of ? of.element() : new Type.Any();
      List<Object> plain = new ArrayList<>(list.size());
      list.forEach(item -> plain.add(of(element, item, secrets)));
      return plain;
    }
    if (value instanceof Map<?, ?> map) {
      return type instanceof Type.Record record
          ? fields(record, map, secrets)
          : entries(type, map, secrets);
    }
    return scalar(type, value, secrets);
  }

  private static Map<String, Object> fields(Type.Record type, Map<?, ?> value, Secrets secrets) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      plain.put(field.name(), of(field.type(), value.get(field.name()), secrets));
    }
    return plain;
  }

  private static Map<String, Object> entries(Type type, Map<?, ?> value, Secrets secrets) {
    Type keys = type instanceof Type.MapOf map ? map.key() : Type.text();
    Type values = type instanceof Type.MapOf map ? map.value() : new Type.Any();
    Map<String, Object> plain = new LinkedHashMap<>();
    value.forEach(
        (key, item) ->
            plain.put(String.valueOf(scalar(keys, key, secrets)), of(values, item, secrets)));
    return plain;
  }

  private static Object scalar(Type type, Object value, Secrets secrets) {
    if (value instanceof SecretText secret) {
      return secrets == Secrets.REVEALED ? secret.reveal() : secret.toString();
    }
    if (value instanceof BytesValue bytes) {
      return Base64.getEncoder().encodeToString(bytes.toArray());
    }
    if (value instanceof Ref ref) {
      boolean says = type instanceof Type.Reference reference && !reference.kind().isEmpty();
      boolean alone = ref.kind().isEmpty() && ref.id().indexOf(':') < 0;
      return says || alone ? ref.id() : ref.kind() + ":" + ref.id();
    }
    return value instanceof java.time.OffsetDateTime moment ? Moments.write(moment) : value;
  }
}
