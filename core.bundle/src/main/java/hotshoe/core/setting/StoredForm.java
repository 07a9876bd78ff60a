package hotshoe.core.setting;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How a value stands in Configuration Admin: text, numbers, flags and lists of these as they are;
 * what has more shape than that as JSON. Within this package a list is a {@link List}, at the
 * border an array.
 */
final class StoredForm {

  private static final Gson JSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private StoredForm() {}

  /** The form in which a canonical value is stored, secrets readable. */
  static Object pack(Type type, Object canonical) {
    Object plain = Values.plain(type, canonical, Values.Secrets.REVEALED);
    return isFlat(type) ? plain : JSON.toJson(plain);
  }

  /** What {@link #pack} made, or somebody wrote, in plain form; never throws. */
  static Object unpack(Type type, Object stored) {
    if (isFlat(type) || !(stored instanceof CharSequence text) || !looksLikeJson(text)) {
      return stored;
    }
    try {
      JsonElement element = JSON.fromJson(text.toString(), JsonElement.class);
      return plain(element);
    } catch (JsonParseException | StackOverflowError notJson) {
      return stored;
    }
  }

  private static boolean looksLikeJson(CharSequence text) {
    String start = text.toString().stripLeading();
    return start.startsWith("{")
        || start.startsWith("[")
        || start.startsWith("\"")
        || start.strip().equals("null");
  }

  /** Numbers keep their size: what is too large for 64 bits must not become something else. */
  private static Object plain(JsonElement element) {
    if (element instanceof JsonPrimitive || element.isJsonNull()) {
      return scalar(element);
    }
    if (element.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      element.getAsJsonArray().forEach(item -> list.add(plain(item)));
      return list;
    }
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    element.getAsJsonObject().entrySet().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
    return map;
  }

  private static Object scalar(JsonElement element) {
    if (element.isJsonNull()) {
      return hotshoe.type.NothingValue.NOTHING;
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    return primitive.isNumber() ? number(primitive.getAsString()) : primitive.getAsString();
  }

  private static Object number(String text) {
    return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : (Object) exact(text);
  }

  private static Number exact(String text) {
    return text.length() > 40 ? Double.valueOf(text) : new java.math.BigDecimal(text);
  }

  /** Whether Configuration Admin can hold values of this type as they are. */
  static boolean isFlat(Type type) {
    return isScalar(type) || (type instanceof Type.ListOf list && isScalar(list.element()));
  }

  static boolean isScalar(Type type) {
    return type instanceof Type.Text
        || type instanceof Type.Integer
        || type instanceof Type.Decimal
        || type instanceof Type.Bool
        || type instanceof Type.DateTime
        || type instanceof Type.Choice
        || type instanceof Type.Secret
        || type instanceof Type.Bytes
        || type instanceof Type.Reference;
  }

  /** What Configuration Admin gave, so that equal values are equal. */
  static Object taken(Object value) {
    if (value instanceof Collection<?> all) {
      return all.stream().map(StoredForm::taken).toList();
    }
    if (value.getClass().isArray()) {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        all.add(taken(Array.get(value, i)));
      }
      return List.copyOf(all);
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    return value instanceof Character letter ? letter.toString() : value;
  }

  /** What Configuration Admin takes. */
  static Object given(Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    Class<?> kind = list.isEmpty() ? String.class : list.get(0).getClass();
    boolean same = list.stream().allMatch(kind::isInstance);
    Object array = Array.newInstance(same ? kind : String.class, list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, same ? list.get(i) : String.valueOf(list.get(i)));
    }
    return array;
  }
}
