package hotshoe.cloudstack;

import hotshoe.caller.Caller;
import hotshoe.cloudstack.lifecycle.Machine;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.cloudstack.lifecycle.Placement;
import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.resource.Resource;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Values;
import hotshoe.type.Values.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an entrypoint is given with one run, in the groups and under the keys that CloudStack has
 * for it; groups in which nothing is are left out (row CS-58). It may hold secrets.
 *
 * @param keys by name, plain values
 */
record Payload(Map<String, Object> keys) {

  /** The version of what is described in {@code docs/guide/cloudstack.md}. */
  static final String CONTRACT = "1.0";

  private static final String CONTRACT_KEY = "hotshoe.contract";
  private static final String DETAILS = "externaldetails";
  private static final String INSTANCE = "virtualmachine";
  private static final String MACHINE = "cloudstack.vm.details";
  private static final String VLAN = "cloudstack.vlan";

  /** About nothing but the extension (row CS-40). */
  static Payload of(Map<String, String> extension) {
    Map<String, Object> external = new LinkedHashMap<>();
    put(external, "extension", extension);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(CONTRACT_KEY, CONTRACT);
    keys.put(DETAILS, external);
    return new Payload(keys);
  }

  /** The same about an instance. */
  Payload about(Placement placement, Moment moment) {
    Resource instance = placement.instance();
    Map<String, Object> machine = Machine.of(placement, moment);
    Map<String, Map<String, String>> groups = placement.groups();
    if (moment == Moment.DEPLOYING || moment == Moment.STARTING) {
      Machine.vlan(machine).ifPresent(vlan -> groups.get(INSTANCE).put(VLAN, vlan));
    }
    Payload about = this;
    for (Map.Entry<String, Map<String, String>> group : groups.entrySet()) {
      about = about.withGroup(group.getKey(), group.getValue());
    }
    return about
        .with("virtualmachineid", instance.ref().id())
        .with("virtualmachinename", Machine.name(instance))
        .with(MACHINE, machine);
  }

  /** The same about a host with all that is on it. */
  Payload about(Resource host, Optional<Mapping> mapping) {
    return withGroup("resourcemap", mapping.map(Mapping::given).orElse(Map.of()))
        .withGroup("host", Placement.external(host));
  }

  /** The same on behalf of somebody. */
  Payload by(Caller caller) {
    Map<String, Object> who = new LinkedHashMap<>();
    String role = caller.roles().stream().sorted().findFirst().orElse("");
    who.put("id", caller.name());
    who.put("name", caller.name());
    who.put("type", caller.door());
    who.put("roleid", role);
    who.put("rolename", role);
    who.put("roletype", HomeRoles.highest(caller.roles()));
    return with("caller", who);
  }

  /** The same with the action's name and what it was given (rows CS-52, CS-53). */
  Payload with(Action action, Invocation call) {
    return withGroup("action", action.details())
        .with("action", action.name())
        .with("parameters", parameters(call.operation(), call.arguments()));
  }

  /** What is said of the instance; nothing where it is not about one. */
  Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    if (keys.get(MACHINE) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> machine.put((String) key, value));
    }
    return machine;
  }

  String json() {
    Map<String, Object> written = new LinkedHashMap<>(keys);
    written.remove(DETAILS, Map.of());
    return Json.text(written);
  }

  @Override
  public String toString() {
    return "Payload" + keys.keySet();
  }

  private Payload with(String key, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(keys);
    all.put(key, value);
    return new Payload(all);
  }

  private Payload withGroup(String key, Map<String, String> group) {
    Map<String, Object> external = new LinkedHashMap<>();
    ((Map<?, ?>) keys.get(DETAILS)).forEach((name, value) -> external.put((String) name, value));
    put(external, key, group);
    return with(DETAILS, external);
  }

  private static void put(Map<String, Object> keys, String key, Map<String, ?> group) {
    if (!group.isEmpty()) {
      keys.put(key, group);
    }
  }

  /** What an action was given, with what nobody gave left out. */
  static Map<String, Object> parameters(
      OperationDescription operation, Map<String, Object> arguments) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Field field : operation.parameters()) {
      Object given = arguments.getOrDefault(field.name(), Optional.empty());
      Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
      if (value != null && value != NothingValue.NOTHING) {
        parameters.put(field.name(), Values.plain(field.type(), given, Secrets.REVEALED));
      }
    }
    return parameters;
  }
}
