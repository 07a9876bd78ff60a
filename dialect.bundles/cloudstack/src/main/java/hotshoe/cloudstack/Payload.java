package hotshoe.cloudstack;

import hotshoe.caller.Caller;
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

  private static final String EXTERNAL = "External:";

  /** What can be said of a call, with the details of the extension (row CS-40). */
  static Payload of(Invocation call, Map<String, String> extension, Map<String, String> action) {
    Map<String, Object> external = new LinkedHashMap<>();
    put(external, "extension", extension);
    call.resource().ifPresent(resource -> put(external, "virtualmachine", external(resource)));
    put(external, "action", action);
    Map<String, Object> keys = new LinkedHashMap<>();
    put(keys, "externaldetails", external);
    keys.put("caller", caller(call.caller()));
    call.resource()
        .filter(resource -> resource.ref().kind().equals("VirtualMachine"))
        .ifPresent(instance -> instance(instance, keys));
    return new Payload(keys);
  }

  /** The same with the action's name and what it was given (rows CS-52, CS-53). */
  Payload with(String action, Invocation call) {
    Map<String, Object> all = new LinkedHashMap<>(keys);
    all.put("action", action);
    all.put("parameters", parameters(call.operation(), call.arguments()));
    return new Payload(all);
  }

  String json() {
    return Json.text(keys);
  }

  @Override
  public String toString() {
    return "Payload" + keys.keySet();
  }

  private static void put(Map<String, Object> keys, String key, Map<String, ?> group) {
    if (!group.isEmpty()) {
      keys.put(key, group);
    }
  }

  /** Details are kept with a prefix where home keeps them so, and lose it here. */
  private static Map<String, String> external(Resource resource) {
    Map<String, String> details = new LinkedHashMap<>();
    resource
        .details()
        .forEach(
            (key, detail) ->
                details.put(
                    key.startsWith(EXTERNAL) ? key.substring(EXTERNAL.length()) : key,
                    detail.reveal()));
    return details;
  }

  private static void instance(Resource instance, Map<String, Object> keys) {
    Map<String, Object> details = new LinkedHashMap<>();
    instance.details().forEach((key, detail) -> details.put(key, detail.reveal()));
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("uuid", instance.ref().id());
    machine.put("name", instance.name());
    machine.put("details", details);
    keys.put("virtualmachineid", instance.ref().id());
    keys.put("virtualmachinename", instance.name());
    keys.put("cloudstack.vm.details", machine);
  }

  private static Map<String, Object> caller(Caller caller) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", caller.name());
    keys.put("name", caller.name());
    keys.put("type", caller.door());
    keys.put("rolename", caller.roles().stream().sorted().findFirst().orElse(""));
    keys.put("roletype", HomeRoles.highest(caller.roles()));
    return keys;
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
