package hotshoe.cloudstack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import hotshoe.type.Checked;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.util.Map;
import java.util.Optional;

/** JSON in and out: in the properties of components, for entrypoints, and from them. */
public final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final TypeToken<Map<String, Object>> MAP = new TypeToken<>() {};

  private Json() {}

  /** A plain value as JSON, in ASCII, so that it can stand wherever text can. */
  public static String text(Object plain) {
    String json = GSON.toJson(plain);
    StringBuilder ascii = new StringBuilder(json.length());
    json.chars()
        .forEach(
            c -> {
              if (c < 0x7f) {
                ascii.append((char) c);
              } else {
                ascii.append("\\u%04x".formatted(c));
              }
            });
    return ascii.toString();
  }

  /** A canonical value of a type as JSON. */
  static String text(Type type, Object canonical) {
    return text(Values.plain(type, canonical, Secrets.REVEALED));
  }

  /** A value of a type, from JSON that {@link #text(Type, Object)} wrote. */
  static Object read(Type type, String json) {
    Checked checked = Values.check(type, map(json), Reading.STRICT, "");
    return ((Checked.Valid) checked).value();
  }

  /** A map of texts, from JSON that {@link #text(Object)} wrote. */
  static Map<String, String> texts(String json) {
    return GSON.fromJson(json, new TypeToken<Map<String, String>>() {});
  }

  static Map<String, Object> map(String json) {
    return GSON.fromJson(json, MAP);
  }

  /** A value that a program wrote; empty when it is no JSON. */
  static Optional<Object> lenient(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() || element.isJsonArray()
          ? Optional.ofNullable(GSON.fromJson(element, Object.class))
          : Optional.empty();
    } catch (JsonParseException none) {
      return Optional.empty();
    }
  }
}
