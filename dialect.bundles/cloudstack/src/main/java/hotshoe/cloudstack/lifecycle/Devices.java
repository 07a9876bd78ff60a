package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hotshoe.resource.Resource;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The network cards and disks of an instance: each a list of objects, kept as JSON in one detail.
 * Keys that are known are checked, all others are handed on as they are.
 */
final class Devices {

  private static final Type.Record NIC =
      Type.record(
          "Nic",
          optional("deviceId", Type.integer(0, 255)),
          optional("uuid", Type.text()),
          optional("nicUuid", Type.text()),
          optional("mac", Type.text()),
          optional("ip", Type.text()),
          optional("ip6Address", Type.text()),
          optional("netmask", Type.text()),
          optional("gateway", Type.text()),
          optional("dns1", Type.text()),
          optional("broadcastType", Type.text()),
          optional("broadcastUri", Type.text()),
          optional("isolationUri", Type.text()),
          optional("type", Type.text()),
          optional("defaultNic", Type.bool()),
          optional("networkId", Type.any()),
          optional("networkSegmentName", Type.text()),
          optional("securityGroupEnabled", Type.bool()));

  private static final Type.Record DISK = Type.record("Disk");

  private final Resource instance;
  private final Faults faults;

  Devices(Resource instance, Faults faults) {
    this.instance = instance;
    this.faults = faults;
  }

  private static Field optional(String name, Type type) {
    return Field.required(name, Type.optional(type), "");
  }

  /**
   * The network cards, each with its number and its identifier: what was not said is its place in
   * the list, and an identifier that is always the same. One of them is the default.
   */
  List<Map<String, Object>> nics() {
    List<Map<String, Object>> nics = list(InstanceDetails.NICS, NIC);
    boolean hasDefault = nics.stream().anyMatch(nic -> Boolean.TRUE.equals(nic.get("defaultNic")));
    Set<Object> seen = new HashSet<>();
    int defaults = 0;
    for (int i = 0; i < nics.size(); i++) {
      Map<String, Object> nic = nics.get(i);
      nic.putIfAbsent("deviceId", (long) i);
      nic.putIfAbsent("uuid", nic.getOrDefault("nicUuid", identifier(nic)));
      nic.putIfAbsent("nicUuid", nic.get("uuid"));
      nic.putIfAbsent("defaultNic", !hasDefault && i == 0);
      nic.putIfAbsent("securityGroupEnabled", false);
      defaults += Boolean.TRUE.equals(nic.get("defaultNic")) ? 1 : 0;
      String path = InstanceDetails.NICS + "[" + i + "]";
      unique(seen, "uuid", nic, path);
      unique(seen, "deviceId", nic, path);
    }
    if (defaults > 1) {
      faults.add(InstanceDetails.NICS, defaults + " network cards are the default one");
    }
    return nics;
  }

  /** The disks, as they are. */
  List<Map<String, Object>> disks() {
    return list(InstanceDetails.DISKS, DISK);
  }

  private void unique(Set<Object> seen, String key, Map<String, Object> nic, String path) {
    if (!seen.add(List.of(key, nic.get(key)))) {
      faults.add(path + "." + key, "another network card has it too: " + nic.get(key));
    }
  }

  private String identifier(Map<String, Object> nic) {
    Ref ref = instance.ref();
    String name = ref.id() + "/nic/" + nic.get("deviceId");
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private List<Map<String, Object>> list(String detail, Type.Record type) {
    Optional<String> text = instance.reveal(detail).filter(it -> !it.isBlank());
    if (text.isEmpty()) {
      return List.of();
    }
    Optional<JsonElement> json = JsonText.element(text.get()).filter(JsonElement::isJsonArray);
    if (json.isEmpty()) {
      faults.add(detail, "it is no JSON list, such as [{\"mac\": \"02:00:00:00:00:01\"}]");
      return List.of();
    }
    List<Map<String, Object>> devices = new ArrayList<>();
    for (JsonElement element : json.get().getAsJsonArray()) {
      String path = detail + "[" + devices.size() + "]";
      devices.add(device(element, type, path));
    }
    return devices;
  }

  private Map<String, Object> device(JsonElement element, Type.Record type, String path) {
    Map<String, Object> device = new LinkedHashMap<>();
    if (!element.isJsonObject()) {
      faults.add(path, "it is no JSON object");
      return device;
    }
    Map<String, Object> known = new LinkedHashMap<>();
    JsonObject given = element.getAsJsonObject();
    given.entrySet().stream()
        .filter(entry -> !entry.getValue().isJsonNull())
        .forEach(entry -> device.put(entry.getKey(), JsonText.plain(entry.getValue())));
    type.fields().stream()
        .filter(field -> device.containsKey(field.name()))
        .forEach(field -> known.put(field.name(), device.get(field.name())));
    faults
        .check(type, known, Reading.STRICT, path)
        .map(value -> (Map<?, ?>) Values.plain(type, value, Secrets.REVEALED))
        .ifPresent(plain -> known.keySet().forEach(key -> device.put(key, plain.get(key))));
    return device;
  }
}
