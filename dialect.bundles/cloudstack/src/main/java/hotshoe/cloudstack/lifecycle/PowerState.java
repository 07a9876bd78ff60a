package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether an instance is on, as entrypoints tell it (rows CS-61, CS-62). */
public enum PowerState {
  /** It is on. */
  ON("PowerOn"),
  /** It is off. */
  OFF("PowerOff"),
  /** Nobody knows. */
  UNKNOWN("PowerUnknown");

  private static final String KEY = "power_state";

  private final String word;

  PowerState(String word) {
    this.word = word;
  }

  /** What it is called at home and in details. */
  public String word() {
    return word;
  }

  /** The states' words, in their order. */
  public static String[] words() {
    return Arrays.stream(values()).map(PowerState::word).toArray(String[]::new);
  }

  /** What an answer to {@code status} says: a word or JSON; unknown when it says neither. */
  public static PowerState of(String answer) {
    String text = answer.strip();
    return text.startsWith("{")
        ? JsonText.object(text).map(json -> named(json.get(KEY))).orElse(UNKNOWN)
        : named(text);
  }

  /**
   * What an answer to {@code statuses} says, by the names of the instances; empty when it is no
   * such answer, which programs give that do not know the verb.
   */
  public static Optional<Map<String, PowerState>> ofAll(String answer) {
    return JsonText.object(answer)
        .map(json -> json.get(KEY))
        .filter(JsonElement::isJsonObject)
        .map(states -> byName(states.getAsJsonObject()));
  }

  private static Map<String, PowerState> byName(JsonObject states) {
    Map<String, PowerState> byName = new LinkedHashMap<>();
    states.entrySet().forEach(entry -> byName.put(entry.getKey(), named(entry.getValue())));
    return byName;
  }

  private static PowerState named(JsonElement told) {
    return told != null && told.isJsonPrimitive() ? named(told.getAsString()) : UNKNOWN;
  }

  private static PowerState named(String told) {
    return Arrays.stream(values())
        .filter(state -> state.word.equalsIgnoreCase(told.strip()))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
