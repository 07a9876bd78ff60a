package hotshoe.cloudstack.registry;

import static hotshoe.cloudstack.registry.Descriptions.flag;

import hotshoe.cloudstack.ActionType;
import hotshoe.operation.OperationDescription;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;

/** What can be called to add, change, remove and list custom actions. */
final class ActionDescriptions {

  private static final Field EXTENSION =
      Field.required("extension", Descriptions.NAME, "An extension that was registered by hand.");

  private static final Field NAME = Field.required("name", Descriptions.NAME, "The action.");

  /** One action, as it is answered. */
  private static final Type.Record LISTED =
      Type.record(
          "ListedCustomAction",
          Field.required("id", Type.text(), "The operation by which it is run."),
          Field.required("extension", Type.text(), "Whose action it is."),
          Field.required("name", Type.text(), "What it is called."),
          Field.required("description", Type.text(), "What it does."),
          Descriptions.maybe("resourcetype", Type.text(), "What it acts on, if it always is that."),
          Field.required("enabled", Type.bool(), "Whether it can be run."),
          Field.required("timeout", Type.integer(), "Seconds it may take."),
          Field.required("allowedroletypes", Type.listOf(Type.text()), "Who may run it."),
          Field.required("successmessage", Type.text(), "Said when it is done, or empty."),
          Field.required("errormessage", Type.text(), "Said when it fails, or empty."),
          Field.required("details", Type.mapOf(Type.text()), "What each run is given."),
          Field.required("parameters", Type.listOf(ActionType.PARAMETER), "What it can be given."));

  private ActionDescriptions() {}

  static OperationDescription add() {
    List<Field> parameters = new ArrayList<>(List.of(EXTENSION));
    parameters.addAll(ActionType.ACTION.fields());
    return Descriptions.change(
        "cloudstack-add-action",
        "Add a custom action",
        "Adds an action to an extension that was registered by hand, in its next version.",
        parameters,
        LISTED);
  }

  static OperationDescription update() {
    List<Field> parameters = new ArrayList<>(List.of(EXTENSION, NAME));
    ActionType.ACTION.fields().stream()
        .filter(field -> !field.name().equals(NAME.name()))
        .forEach(field -> parameters.add(optional(field)));
    parameters.add(flag("cleanupdetails", "Take all details away, whatever is given."));
    parameters.add(flag("cleanupparameters", "Take all parameters away, whatever is given."));
    return Descriptions.change(
        "cloudstack-update-action",
        "Update a custom action",
        "Changes what is given of an action of an extension that was registered by hand, in its"
            + " next version; details and parameters replace all before.",
        parameters,
        LISTED);
  }

  private static Field optional(Field field) {
    Type type = field.type() instanceof Type.Optional optional ? optional.of() : field.type();
    return Descriptions.maybe(field.name(), type, field.description());
  }

  static OperationDescription remove() {
    return Descriptions.change(
        "cloudstack-remove-action",
        "Remove a custom action",
        "Takes an action from an extension that was registered by hand, in its next version.",
        List.of(EXTENSION, NAME),
        Type.record(
            "RemovedAction",
            Field.required("extension", Type.text(), "Whose action it was."),
            Field.required("name", Type.text(), "What it was called."),
            Field.required("version", Type.text(), "The extension's version without it.")));
  }

  static OperationDescription list() {
    return Descriptions.look(
        "cloudstack-list-actions",
        "List custom actions",
        "Lists the custom actions that the caller may run and that fit all that is given.",
        List.of(
            Descriptions.maybe("extension", Descriptions.NAME, "Of this extension."),
            Descriptions.maybe("name", Descriptions.NAME, "With exactly this name."),
            Descriptions.maybe(
                "keyword", Descriptions.NAME, "With this text in the name, in any letter case."),
            Descriptions.maybe(
                "resourcetype",
                ActionType.words("VirtualMachine|Network|Vpc"),
                "That act on this, or are told at each run on what."),
            Descriptions.maybe(
                "resource", Type.reference(""), "Of the extension that runs this resource."),
            Descriptions.maybe("enabled", Type.bool(), "Only those that can be run, or cannot.")),
        Type.listOf(LISTED),
        "read-only");
  }
}
