package hotshoe.cloudstack.lifecycle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.util.Map;
import java.util.Optional;

/** JSON that programs and people wrote. */
final class JsonText {

  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private JsonText() {}

  /** An object; empty when the text is none, or nested deeper than 255 levels. */
  static Optional<JsonObject> object(String text) {
    return element(text).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  /** Any value; empty when the text is none. */
  static Optional<JsonElement> element(String text) {
    try {
      return Optional.of(JsonParser.parseString(text));
    } catch (JsonParseException none) {
      return Optional.empty();
    }
  }

  /** A plain value: texts, Long, Double, Boolean, lists, maps, null. */
  static Object plain(JsonElement element) {
    return GSON.fromJson(element, Object.class);
  }

  static JsonObject object(Map<String, ?> plain) {
    return GSON.toJsonTree(plain).getAsJsonObject();
  }

  static String of(Object plain) {
    return GSON.toJson(plain);
  }

  /** A value as the text of a detail: texts as they are, everything else as JSON. */
  static String detail(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : GSON.toJson(element);
  }
}
