package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Merges one JSON value into another (row CS-60): objects key by key, arrays of objects that all
 * have a {@code uuid} element by element, everything else by replacement; null replaces too.
 */
final class JsonMerge {

  private static final String UUID = "uuid";

  private JsonMerge() {}

  /** What becomes of a value; neither of the two is changed. */
  static JsonElement merged(JsonElement before, JsonElement patch) {
    if (before.isJsonObject() && patch.isJsonObject()) {
      return objects(before.getAsJsonObject(), patch.getAsJsonObject());
    }
    if (isIdentified(before) && isIdentified(patch)) {
      return arrays(before.getAsJsonArray(), patch.getAsJsonArray());
    }
    return patch.deepCopy();
  }

  private static JsonObject objects(JsonObject before, JsonObject patch) {
    JsonObject merged = before.deepCopy();
    for (Map.Entry<String, JsonElement> entry : patch.entrySet()) {
      JsonElement known = merged.get(entry.getKey());
      JsonElement given = entry.getValue();
      merged.add(entry.getKey(), known == null ? given.deepCopy() : merged(known, given));
    }
    return merged;
  }

  /** Known elements stay where they are, new ones come behind them. */
  private static JsonArray arrays(JsonArray before, JsonArray patch) {
    Map<String, JsonElement> byUuid = new LinkedHashMap<>();
    before.forEach(element -> byUuid.put(uuid(element), element.deepCopy()));
    patch.forEach(element -> byUuid.merge(uuid(element), element.deepCopy(), JsonMerge::merged));
    JsonArray merged = new JsonArray();
    byUuid.values().forEach(merged::add);
    return merged;
  }

  private static boolean isIdentified(JsonElement value) {
    if (!value.isJsonArray()) {
      return false;
    }
    for (JsonElement element : value.getAsJsonArray()) {
      if (!element.isJsonObject() || !hasUuid(element.getAsJsonObject())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasUuid(JsonObject element) {
    return element.has(UUID) && element.get(UUID).isJsonPrimitive();
  }

  private static String uuid(JsonElement element) {
    return element.getAsJsonObject().get(UUID).getAsString();
  }
}
