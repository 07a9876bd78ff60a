package hotshoe.cloudstack.registry;

import static hotshoe.cloudstack.registry.Descriptions.flag;
import static hotshoe.cloudstack.registry.Descriptions.maybe;

import hotshoe.cloudstack.ActionType;
import hotshoe.cloudstack.ManifestType;
import hotshoe.operation.OperationDescription;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;

/** What can be called to make, change, delete and list extensions of CloudStack. */
final class ExtensionDescriptions {

  static final String ALL = "all";
  static final String RESOURCE = "resource";
  static final String EXTERNAL = "external";

  private static final Type.Choice TYPE =
      Type.choice(ManifestType.ORCHESTRATOR, ManifestType.NETWORK_ORCHESTRATOR);

  private static final Type.Choice STATE = Type.choice(Registered.ENABLED, Registered.DISABLED);

  private static final Type PATH = new Type.Text(TextFormat.PLAIN, 1, 4096, "");

  private static final Field EXTENSION =
      Field.required("extension", Descriptions.NAME, "Which one.");

  /** One extension, as it is answered. */
  static final Type.Record LISTED =
      Type.record(
          "CloudStackExtension",
          Field.required("id", Type.text(), "Its identity: the name of its folder."),
          Field.required("name", Type.text(), "Its name, as somebody wrote it."),
          Field.required("version", Type.text(), "Its version now."),
          Field.required("description", Type.text(), "What it is for."),
          Field.required("type", TYPE, "What kind it is of."),
          Field.required("state", STATE, "Whether it is to run."),
          Field.required("path", Type.text(), "Its program, in the folder of all extensions."),
          Field.required("pathready", Type.bool(), "Whether the program can be run."),
          Field.required(
              "isuserdefined", Type.bool(), "False when it came with the deploy folder."),
          Field.required(
              "orchestratorrequirespreparevm",
              Type.bool(),
              "Whether prepare runs before the first start."),
          Field.required("created", Type.dateTime(), "When this version was installed."),
          maybe("details", Type.mapOf(Type.text()), "What each run is given."),
          maybe("resources", Type.listOf(MappingDescriptions.LISTED), "What is mapped to it."));

  private ExtensionDescriptions() {}

  static OperationDescription register() {
    return Descriptions.change(
        "cloudstack-register",
        "Register a CloudStack extension",
        "Makes an extension of a program, or of a scaffold that does nothing yet, and installs it.",
        List.of(
            Field.required("name", Descriptions.NAME, "What it is called."),
            maybe("path", PATH, "A program on the host's disk."),
            maybe("program", new Type.Bytes(Programs.LARGEST), "Or the program itself."),
            Field.defaulting(
                "description", ActionType.longText(), "registered by hand", "What it is for."),
            Field.defaulting("type", TYPE, ManifestType.ORCHESTRATOR, "What kind it is of."),
            Field.defaulting("state", STATE, Registered.ENABLED, "Whether it is to run."),
            prepares(),
            Field.defaulting(
                "details", Type.mapOf(Type.text()), Map.of(), "What each run is given."),
            reserved()),
        LISTED);
  }

  static OperationDescription importing() {
    return Descriptions.change(
        "cloudstack-import",
        "Import a CloudStack extension",
        "Fetches a manifest and the archive that it names, and installs the extension.",
        List.of(
            Field.required(
                "manifesturl",
                new Type.Text(TextFormat.PLAIN, 1, 2048, "(?i)https?://.*"),
                "Where the manifest is: an address that begins with http: or https:.")),
        LISTED);
  }

  static OperationDescription update() {
    return Descriptions.change(
        "cloudstack-update",
        "Update a CloudStack extension",
        "Enables or disables an extension; of one that was registered by hand it also changes"
            + " description, details and the flag for prepare, in its next version.",
        List.of(
            EXTENSION,
            maybe("description", ActionType.longText(), "What it is for; empty to clear it."),
            maybe("state", STATE, "Whether it is to run."),
            prepares(),
            Descriptions.DETAILS,
            flag("cleanupdetails", "Take all details away that are shown, whatever is given."),
            reserved()),
        LISTED);
  }

  private static Field prepares() {
    return maybe(
        "requiresPrepareVm",
        Type.bool(),
        "Whether prepare runs before the first start; for orchestrators only.");
  }

  private static Field reserved() {
    return maybe(
        "reservedresourcedetails",
        ActionType.longText(),
        "Keys of details that only operators may give, parted by commas; never shown.");
  }

  static OperationDescription delete() {
    return Descriptions.change(
        "cloudstack-delete",
        "Delete a CloudStack extension",
        "Removes an extension that nothing uses any more.",
        List.of(
            EXTENSION,
            flag("cleanup", "Remove what it wrote as well; else that and its archive stay.")),
        Type.record(
            "DeletedExtension",
            Field.required("extension", Type.text(), "Which one it was."),
            maybe("kept", Type.text(), "What stays of it, in the folder for data.")));
  }

  static OperationDescription list() {
    return Descriptions.look(
        "cloudstack-list",
        "List CloudStack extensions",
        "Lists the extensions of CloudStack that fit all that is given.",
        List.of(
            maybe("name", Descriptions.NAME, "With exactly this name."),
            maybe("id", Descriptions.NAME, "With exactly this identity."),
            maybe("keyword", Descriptions.NAME, "With this text in the name, in any letter case."),
            maybe("type", TYPE, "Of this kind."),
            maybe("resource", Type.reference(""), "To which this resource is mapped."),
            Field.defaulting(
                "details",
                Type.choice(ALL, RESOURCE, EXTERNAL, "min"),
                ALL,
                "How much to tell: resource adds what is mapped, external what runs are given.")),
        Type.listOf(LISTED),
        "pool-admin");
  }
}
