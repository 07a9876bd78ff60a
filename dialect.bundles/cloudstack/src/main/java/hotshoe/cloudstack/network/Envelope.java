package hotshoe.cloudstack.network;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import hotshoe.cloudstack.network.Part.DeviceAddress;
import hotshoe.cloudstack.network.Part.Fixed;
import hotshoe.cloudstack.network.Part.Given;
import hotshoe.cloudstack.network.Part.Own;
import hotshoe.cloudstack.network.Part.Packed;
import hotshoe.type.Values;
import hotshoe.type.Values.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the entrypoint of a NetworkOrchestrator is given with one run (row CS-67). It may hold
 * secrets.
 *
 * @param surroundings the network and where it stands
 * @param memory what the extension said last of the network's device
 */
public record Envelope(Surroundings surroundings, Memory memory) {

  private static final String PHYSICAL = "physical-network-extension-details";
  private static final String NETWORK = "network-extension-details";

  /** What is not there has no key. */
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** For a command, with what the caller gave. */
  public Map<String, Object> of(NetworkCommand command, Map<String, Object> arguments) {
    return wrapped(texts(command.parts(), arguments));
  }

  /** For the command that comes before all others. */
  public Map<String, Object> ensuring() {
    Surroundings held = surroundings.ofHolder();
    Map<String, Object> payload = new LinkedHashMap<>();
    for (String key : List.of("network_id", "vlan", "zone_id", "vpc_id")) {
      held.say(key).ifPresent(value -> payload.put(key, value));
    }
    payload.put("current_details", memory.text());
    return wrapped(payload);
  }

  private Map<String, Object> wrapped(Map<String, Object> payload) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(PHYSICAL, surroundings.physicalDetails());
    keys.put(NETWORK, memory.value());
    keys.put("payload", payload);
    return keys;
  }

  /** For a custom action, whose keys stand at the top (spec of home, 3.4). */
  public Map<String, Object> of(String action, Map<String, Object> parameters) {
    Map<String, Object> keys = new LinkedHashMap<>();
    surroundings.say("network_id").ifPresent(id -> keys.put("network_id", id));
    surroundings.say("vpc_id").ifPresent(id -> keys.put("vpc_id", id));
    keys.put("action", action);
    keys.put("action-params", parameters);
    keys.put(PHYSICAL, surroundings.physicalDetails());
    keys.put(NETWORK, memory.value());
    return keys;
  }

  private Map<String, Object> texts(List<Part> parts, Map<String, Object> arguments) {
    Map<String, Object> texts = new LinkedHashMap<>();
    parts.forEach(
        part ->
            value(part, arguments).ifPresent(value -> texts.put(part.key(), text(part, value))));
    return texts;
  }

  private Optional<Object> value(Part part, Map<String, Object> arguments) {
    if (part instanceof Own own) {
      return surroundings.say(own.key()).map(Object.class::cast);
    }
    if (part instanceof DeviceAddress address) {
      String key = address.isGateway() ? "gateway" : part.key();
      return surroundings.say(key).map(Object.class::cast);
    }
    if (part instanceof Fixed fixed) {
      return Optional.of(fixed.value());
    }
    if (part instanceof Packed packed) {
      Map<String, Object> object = new LinkedHashMap<>();
      packed
          .parts()
          .forEach(inner -> value(inner, arguments).ifPresent(it -> object.put(inner.key(), it)));
      return Optional.of(object);
    }
    return given((Given) part, arguments);
  }

  /** The plain form of what the caller gave; empty when they gave nothing. */
  private static Optional<Object> given(Given part, Map<String, Object> arguments) {
    Object canonical = arguments.getOrDefault(part.key(), Optional.empty());
    return canonical.equals(Optional.empty())
        ? Optional.empty()
        : Optional.ofNullable(Values.plain(part.field().type(), canonical, Secrets.REVEALED));
  }

  private static String text(Part part, Object value) {
    if (part instanceof Packed) {
      return base64(GSON.toJson(value));
    }
    Part.Form form = part instanceof Given given ? given.form() : Part.Form.TEXT;
    return switch (form) {
      case TEXT -> value.toString();
      case JSON -> GSON.toJson(value);
      case BASE64_JSON -> base64(GSON.toJson(value));
      case BASE64 -> base64(value.toString());
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Envelope[" + surroundings.target().ref() + "]";
  }
}
