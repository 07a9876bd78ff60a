package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an entrypoint's answer to {@code prepare} changes of an instance (row CS-60): the password
 * of its console, its details, and the addresses of its network cards. Everything else that it says
 * is merged and then left alone. Immutable.
 */
public final class Preparation {

  private static final Set<String> ADDRESSES = Set.of("mac", "ip", "ip6Address");

  private final Map<String, Optional<String>> details = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<String> nics = Optional.empty();

  private Preparation() {}

  /**
   * What an answer changes.
   *
   * @param machine what the entrypoint was told of the instance
   * @param answer what it wrote; nothing changes nothing
   * @throws ProblemException when it is no JSON object, or has another shape than the machine
   */
  public static Preparation of(Map<String, Object> machine, String answer) {
    Preparation preparation = new Preparation();
    if (!answer.isBlank()) {
      JsonObject patch =
          JsonText.object(answer)
              .orElseThrow(() -> new ProblemException(LifecycleProblems.noPatch(answer)));
      preparation.read(JsonText.object(machine), patch);
    }
    return preparation;
  }

  private void read(JsonObject before, JsonObject patch) {
    JsonObject merged = JsonMerge.merged(before, patch).getAsJsonObject();
    if (patch.has("vncPassword")) {
      take(InstanceDetails.VNC_PASSWORD, merged.get("vncPassword"));
    }
    if (isGiven(patch, "details")) {
      readDetails(shaped(patch, "details").getAsJsonObject(), merged);
    }
    if (isGiven(patch, "nics")) {
      readNics(shaped(patch, "nics").getAsJsonArray(), before, merged);
    }
  }

  private static boolean isGiven(JsonObject patch, String key) {
    return patch.has(key) && !patch.get(key).isJsonNull();
  }

  private static JsonElement shaped(JsonObject patch, String key) {
    JsonElement value = patch.get(key);
    if (key.equals("nics") ? value.isJsonArray() : value.isJsonObject()) {
      return value;
    }
    throw new ProblemException(LifecycleProblems.badPatch(key));
  }

  private void readDetails(JsonObject given, JsonObject merged) {
    for (String key : given.keySet()) {
      if (InstanceDetails.isOwn(key)) {
        notes.add("the detail '" + key + "' is the host's own and was not changed");
      } else {
        take(key, merged.getAsJsonObject("details").get(key));
      }
    }
  }

  private void take(String detail, JsonElement value) {
    details.put(
        detail, value.isJsonNull() ? Optional.empty() : Optional.of(JsonText.detail(value)));
  }

  /** Takes the addresses of the network cards that are known. */
  private void readNics(JsonArray given, JsonObject before, JsonObject merged) {
    JsonArray known = before.getAsJsonArray("nics").deepCopy();
    for (JsonElement nic : merged.getAsJsonArray("nics")) {
      Optional<JsonObject> target = nic.isJsonObject() ? find(known, nic) : Optional.empty();
      target.ifPresent(it -> ADDRESSES.forEach(key -> take(key, nic.getAsJsonObject(), it)));
      if (target.isEmpty()) {
        notes.add("a network card that the instance does not have was left out");
      }
    }
    if (!given.isEmpty() && !known.equals(before.get("nics"))) {
      nics = Optional.of(known.toString());
    }
  }

  private static Optional<JsonObject> find(JsonArray known, JsonElement nic) {
    JsonElement uuid = nic.getAsJsonObject().get("uuid");
    for (JsonElement one : known) {
      if (one.getAsJsonObject().get("uuid").equals(uuid)) {
        return Optional.of(one.getAsJsonObject());
      }
    }
    return Optional.empty();
  }

  private static void take(String key, JsonObject from, JsonObject to) {
    JsonElement value = from.get(key);
    if (value == null) {
      return;
    }
    if (value.isJsonNull()) {
      to.remove(key);
    } else if (value.isJsonPrimitive()) {
      to.addProperty(key, value.getAsString());
    } else {
      throw new ProblemException(LifecycleProblems.badPatch("nics"));
    }
  }

  /** What people should know: parts of the answer that were not taken. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The instance with what was prepared. */
  Resource applied(Resource instance) {
    Resource next = instance;
    for (Map.Entry<String, Optional<String>> detail : details.entrySet()) {
      String key = detail.getKey();
      next =
          detail.getValue().isPresent()
              ? next.with(key, kept(instance, key, detail.getValue().get()))
              : next.without(key);
    }
    return nics.isPresent()
        ? next.with(InstanceDetails.NICS, kept(instance, InstanceDetails.NICS, nics.get()))
        : next;
  }

  /** As secret as it was; new ones are visible unless their name says otherwise. */
  private static Detail kept(Resource instance, String key, String text) {
    Detail before = instance.details().get(key);
    if (before != null) {
      return new Detail(hotshoe.type.SecretText.of(text), before.visibility());
    }
    return InstanceDetails.isSecret(key) ? Detail.secret(text) : Detail.visible(text);
  }
}
