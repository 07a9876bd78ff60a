package hotshoe.cloudstack;

import hotshoe.caller.Access;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationName;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be called to make an extension of CloudStack by hand; for the highest role only. */
final class ByHandOperations {

  private static final Type.Record RESULT =
      Type.record(
          "RegisteredExtension",
          Field.required("name", Type.text(), "The name of the extension."),
          Field.required("version", Type.text(), "Its version now."));

  private static final Field EXTENSION =
      Field.required("extension", Type.text(), "An extension that was registered so.");

  private ByHandOperations() {}

  static OperationDescription register() {
    return description(
        "cloudstack-register",
        "Register a CloudStack extension",
        "Makes an extension of a program, or of a scaffold that does nothing yet, and installs it.",
        List.of(
            Field.required("name", Type.text(), "What it is called."),
            Field.required("path", Type.optional(Type.text()), "A program on the host's disk."),
            Field.required(
                "program", Type.optional(new Type.Bytes(16 << 20)), "Or the program itself."),
            Field.defaulting(
                "description", ActionType.longText(), "registered by hand", "What it is for."),
            Field.defaulting(
                "type",
                Type.choice(ManifestType.ORCHESTRATOR, ManifestType.NETWORK_ORCHESTRATOR),
                ManifestType.ORCHESTRATOR,
                "What kind it is of."),
            Field.defaulting(
                "requiresPrepareVm",
                Type.bool(),
                false,
                "Whether prepare runs before the first start."),
            Field.defaulting(
                "details", Type.mapOf(Type.text()), Map.of(), "What each run is given.")));
  }

  static OperationDescription importing() {
    return description(
        "cloudstack-import",
        "Import a CloudStack extension",
        "Fetches a manifest and the archive that it names, and installs the extension.",
        List.of(
            Field.required(
                "manifesturl",
                new Type.Text(TextFormat.PLAIN, 1, 2048, "(?i)https?://.*"),
                "Where the manifest is: an address that begins with http: or https:.")));
  }

  static OperationDescription addAction() {
    List<Field> parameters = new ArrayList<>(List.of(EXTENSION));
    parameters.addAll(ActionType.ACTION.fields());
    return description(
        "cloudstack-add-action",
        "Add a custom action",
        "Adds an action to an extension that was registered by hand, in its next version.",
        parameters);
  }

  static OperationDescription removeAction() {
    return description(
        "cloudstack-remove-action",
        "Remove a custom action",
        "Takes an action from an extension that was registered by hand, in its next version.",
        List.of(EXTENSION, Field.required("name", Type.text(), "The action.")));
  }

  private static OperationDescription description(
      String name, String title, String text, List<Field> parameters) {
    return new OperationDescription(
        new OperationName(ExtensionName.HOST, name),
        title,
        text,
        parameters,
        RESULT,
        List.of(),
        Access.role("pool-admin"),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }
}
