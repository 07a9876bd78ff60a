package hotshoe.cloudstack;

import hotshoe.cloudstack.network.NetworkCommands;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of custom actions beyond their type (rows CS-44, CS-45, CS-49, CS-50). */
final class ActionRules {

  private final ManifestRules rules;
  private final Given manifest;

  ActionRules(ManifestRules rules, Given manifest) {
    this.rules = rules;
    this.manifest = manifest;
  }

  void check() {
    String place = rules.actionsAt();
    List<Given> actions = manifest.records(place.split("\\."));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < actions.size(); i++) {
      check(actions.get(i), place + "[" + i + "]", seen);
    }
  }

  private void check(Given action, String place, Set<String> seen) {
    String name = action.text("name");
    if (isReserved(name)) {
      rules.fault(place + ".name", "is what CloudStack itself asks extensions to do");
    }
    if (!seen.add(name)) {
      rules.fault(place + ".name", "is there already");
    }
    List<Given> parameters = action.records("parameters");
    Set<String> names = new HashSet<>();
    if (isOfNetworks() && action.text("resourcetype").isBlank()) {
      names.add(NetworkAction.RESOURCE.name());
    }
    for (int i = 0; i < parameters.size(); i++) {
      parameter(parameters.get(i), place + ".parameters[" + i + "]", names);
    }
  }

  private boolean isOfNetworks() {
    return manifest.text("spec", "type").equals(ManifestType.NETWORK_ORCHESTRATOR);
  }

  private boolean isReserved(String name) {
    return Verb.isReserved(name)
        || (isOfNetworks() && NetworkCommands.reserved().stream().anyMatch(name::equalsIgnoreCase));
  }

  private void parameter(Given parameter, String place, Set<String> names) {
    String name = parameter.text("name");
    if (!names.add(name)) {
      rules.fault(place + ".name", "is there already");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      rules.fault(place + ".name", "holds a control character");
    }
    if (Action.meaning(parameter) instanceof Checked.Invalid invalid) {
      invalid.faults().forEach(fault -> rules.fault(place + "." + key(fault), words(fault)));
    }
  }

  /** The key of the manifest that has the fault; options are one text there. */
  private static String key(Fault fault) {
    if (fault.path().startsWith("options")) {
      return "valueoptions";
    }
    return fault.path().equals("format") ? "validationformat" : fault.path();
  }

  private static String words(Fault fault) {
    return fault.path().startsWith("options[")
        ? fault.message() + " (among the options, the one at " + fault.path().substring(7) + ")"
        : fault.message();
  }
}
