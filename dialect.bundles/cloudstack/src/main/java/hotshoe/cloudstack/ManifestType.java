package hotshoe.cloudstack;

import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;

/**
 * The shape of a CloudStack manifest (row CS-25): what its documentation calls required is. {@code
 * enabled} and {@code customActions} stand at the top, as documented, or under {@code spec}, as in
 * all manifests that are known (row CS-27).
 */
final class ManifestType {

  static final String API_VERSION = "cloudstack.apache.org/v1";
  static final String KIND = "OrchestratorExtension";

  private static final int LONGEST_TEXT = 4096;

  private static final Type.Record PARAMETER =
      Type.record(
          "Parameter",
          Field.required("name", line(), "What the value is called."),
          Field.required(
              "type", words("STRING|NUMBER|BOOLEAN|DATE"), "STRING, NUMBER, BOOLEAN or DATE."),
          Field.required(
              "validationformat",
              Type.optional(words("NONE|UUID|EMAIL|PASSWORD|URL|DECIMAL")),
              "What form the value must have."),
          Field.required(
              "valueoptions",
              Type.optional(Type.text()),
              "The values to choose from, parted by commas."),
          Field.defaulting("required", Type.bool(), false, "Whether it must be given."));

  private static final Type.Record ACTION =
      Type.record(
          "CustomAction",
          Field.required(
              "name",
              new Type.Text(TextFormat.PLAIN, 1, 255, "[A-Za-z0-9 _-]+"),
              "Letters, digits, blanks, underscores and hyphens."),
          Field.required("displayName", Type.optional(Type.text()), "What people see."),
          Field.required("description", Type.optional(longText()), "What it does."),
          Field.required(
              "resourcetype",
              Type.optional(Type.text()),
              "What it acts on; VirtualMachine where nothing is said."),
          Field.defaulting("enabled", Type.bool(), false, "Whether it can be run."),
          Field.defaulting(
              "timeout", Type.integer(0, Integer.MAX_VALUE), 3L, "Seconds it may take."),
          Field.defaulting(
              "allowedroletypes",
              Type.listOf(Type.choice("Admin", "ResourceAdmin", "DomainAdmin", "User")),
              List.of("Admin"),
              "Who may run it; Admin always may."),
          Field.required("successmessage", Type.optional(longText()), "Said when it is done."),
          Field.required("errormessage", Type.optional(longText()), "Said when it fails."),
          details("What the script is given with each run."),
          Field.defaulting(
              "parameters", Type.listOf(PARAMETER), List.of(), "What it can be given."));

  private static final Type.Record METADATA =
      Type.record(
          "Metadata",
          Field.required("name", line(), "The extension's identity."),
          Field.required("displayName", line(), "What people see."),
          Field.required("description", longText(), "What it is for."),
          Field.required("version", line(), "A semantic version, such as 1.2.0."),
          Field.required("maintainer", line(), "Name and address of who looks after it."),
          Field.required("homepage", Type.optional(Type.text()), "Where to read more."));

  private static final Type.Record SOURCE =
      Type.record(
          "Source",
          Field.required("type", line(), "git, or anything else for a direct link."),
          Field.required("url", line(), "The repository, or the archive."),
          Field.required("refs", Type.optional(Type.text()), "Branch, tag or commit."),
          Field.required("ref", Type.optional(Type.text()), "The same by its other name."));

  private static final Type.Record COMPATIBILITY =
      Type.record(
          "Compatibility",
          Field.required(
              "cloudstack",
              Type.record(
                  "CloudStackVersions",
                  Field.required("minVersion", line(), "The least version, such as 4.23.0."),
                  Field.required(
                      "maxVersion",
                      Type.optional(Type.text()),
                      "The greatest version, its parts included.")),
              "Versions of CloudStack it works with."));

  private static final Type.Record ENTRYPOINT =
      Type.record(
          "Entrypoint",
          Field.required("path", line(), "The program, in the archive."),
          Field.required("targetDir", Type.optional(Type.text()), "Where it is to be laid."),
          Field.required("language", Type.optional(Type.text()), "What it is written in."));

  private static final Type.Record SPEC =
      Type.record(
          "Spec",
          Field.required("type", Type.choice("Orchestrator"), "What kind of extension it is."),
          Field.required("compatibility", COMPATIBILITY, "What it works with."),
          Field.required("entrypoint", ENTRYPOINT, "What is run."),
          Field.required(
              "orchestrator",
              Type.optional(
                  Type.record(
                      "OrchestratorOptions",
                      Field.defaulting(
                          "requiresPrepareVm",
                          Type.bool(),
                          false,
                          "Whether prepare runs before the first start."))),
              "Options of orchestrators."),
          details("What the script is given with each run."),
          enabled(),
          actions());

  /** All of it. */
  static final Type.Record MANIFEST =
      Type.record(
          "CloudStackManifest",
          Field.required("apiVersion", Type.choice(API_VERSION), "The version of the format."),
          Field.required("kind", Type.choice(KIND), "What the manifest describes."),
          Field.required("metadata", METADATA, "Who it is."),
          Field.required("source", Type.optional(SOURCE), "Where its archive comes from."),
          Field.required("spec", SPEC, "What it does."),
          enabled(),
          actions());

  private ManifestType() {}

  private static Field enabled() {
    return Field.required(
        "enabled", Type.optional(Type.bool()), "Whether it is enabled when it is installed.");
  }

  private static Field actions() {
    return Field.required(
        "customActions", Type.optional(Type.listOf(ACTION)), "What can be run on its resources.");
  }

  private static Field details(String description) {
    return Field.defaulting("details", Type.mapOf(Type.text()), Map.of(), description);
  }

  private static Type line() {
    return new Type.Text(TextFormat.PLAIN, 1, LONGEST_TEXT, "");
  }

  private static Type longText() {
    return new Type.Text(TextFormat.PLAIN, 0, LONGEST_TEXT, "");
  }

  private static Type words(String alternatives) {
    return new Type.Text(TextFormat.PLAIN, 0, LONGEST_TEXT, "(?i)" + alternatives);
  }
}
