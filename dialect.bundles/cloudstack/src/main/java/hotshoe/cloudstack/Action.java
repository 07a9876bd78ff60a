package hotshoe.cloudstack;

import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.TypeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A custom action of an extension.
 *
 * @param name its name, which is what the entrypoint is told
 * @param title a human name
 * @param description what it does
 * @param resourceType what it acts on, as CloudStack spells it; empty when it is said at each run
 * @param enabled whether it can be run
 * @param timeout seconds it may take; 0 is the limit of the host
 * @param roles who may run it, as CloudStack calls them
 * @param success said when it is done, or empty
 * @param failure said when it fails, or empty
 * @param details what the entrypoint is given with each run
 * @param parameters what it can be given
 */
public record Action(
    String name,
    String title,
    String description,
    String resourceType,
    boolean enabled,
    long timeout,
    List<String> roles,
    String success,
    String failure,
    Map<String, String> details,
    List<Field> parameters) {

  static final List<String> RESOURCE_TYPES = List.of("VirtualMachine", "Network", "Vpc");

  /**
   * An action from the canonical form of {@link ActionType#ACTION}, whose parameters are in order.
   *
   * @param usual what it acts on when it does not say
   */
  static Action of(Given given, String usual) {
    String name = given.text("name");
    return new Action(
        name,
        given.optional("displayName").filter(title -> !title.isBlank()).orElse(name),
        given.text("description").strip(),
        given.optional("resourcetype").flatMap(Action::resourceType).orElse(usual),
        given.flag("enabled"),
        (long) given.find("timeout").orElse(ActionType.DEFAULT_TIMEOUT),
        roles(given),
        given.text("successmessage"),
        given.text("errormessage"),
        given.texts("details"),
        given.records("parameters").stream().map(Action::parameter).toList());
  }

  /** Home knows them in any letter case. */
  static Optional<String> resourceType(String written) {
    return RESOURCE_TYPES.stream().filter(type -> type.equalsIgnoreCase(written)).findFirst();
  }

  /** Admin always may (row CS-47). */
  private static List<String> roles(Given given) {
    List<String> roles = new ArrayList<>(List.of("Admin"));
    for (Object role : (List<?>) given.find("allowedroletypes").orElse(List.of())) {
      if (!roles.contains(role)) {
        roles.add((String) role);
      }
    }
    return roles;
  }

  /** What the words of a parameter mean, or what is wrong with them. */
  static Checked meaning(Given parameter) {
    return TypeWords.of(
            parameter.text("type"),
            parameter.text("validationformat"),
            parameter.text("valueoptions"))
        .meaning();
  }

  private static Field parameter(Given given) {
    Type type = (Type) ((Checked.Valid) meaning(given)).value();
    return Field.required(
        given.text("name"), given.flag("required") ? type : Type.optional(type), "");
  }
}
