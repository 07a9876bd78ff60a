package hotshoe.cloudstack;

import hotshoe.archive.HostNeeds;
import hotshoe.cloudstack.confinement.Declared;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;

/**
 * The shape of a CloudStack manifest (row CS-25): what its documentation calls required is. {@code
 * enabled} and {@code customActions} stand at the top, as documented, or under {@code spec}, as in
 * all manifests that are known (row CS-27).
 */
public final class ManifestType {

  /** The one version of the format. */
  public static final String API_VERSION = "cloudstack.apache.org/v1";

  /** What every manifest describes. */
  public static final String KIND = "OrchestratorExtension";

  /** It runs instances. */
  public static final String ORCHESTRATOR = "Orchestrator";

  /** It serves physical networks. */
  public static final String NETWORK_ORCHESTRATOR = "NetworkOrchestrator";

  private static final String SHA256 = "(sha256:)?[0-9a-fA-F]{64}";
  private static final String SHA512 = "(sha512:)?[0-9a-fA-F]{128}";

  private static final Type.Record METADATA =
      Type.record(
          "Metadata",
          Field.required("name", line(), "The extension's identity."),
          Field.required("displayName", line(), "What people see."),
          Field.required("description", ActionType.longText(), "What it is for."),
          Field.required("version", line(), "A semantic version, such as 1.2.0."),
          Field.required("maintainer", line(), "Name and address of who looks after it."),
          Field.required("homepage", Type.optional(line()), "Where to read more."));

  private static final Type.Record SOURCE =
      Type.record(
          "Source",
          Field.required("type", line(), "git, or anything else for a direct link."),
          Field.required("url", line(), "The repository, or the archive."),
          Field.required("refs", Type.optional(line()), "Branch, tag or commit; main if not said."),
          Field.required("ref", Type.optional(line()), "The same by its other name."),
          Field.required(
              "digest",
              Type.optional(ActionType.words(SHA256)),
              "The SHA-256 that the archive must have when this manifest is given without it."));

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
                      Type.optional(line()),
                      "The greatest version, its parts included.")),
              "Versions of CloudStack it works with."));

  private static final Type.Record ENTRYPOINT =
      Type.record(
          "Entrypoint",
          Field.required("path", line(), "The program, in the archive."),
          Field.required(
              "targetDir",
              Type.optional(line()),
              "Its folder at home, in the folder of all extensions."),
          Field.required(
              "language",
              Type.optional(line()),
              "What it is written in; with versions, such as python>=3.9, it is needed."),
          Field.required(
              "digest",
              Type.optional(ActionType.words(SHA256 + "|" + SHA512)),
              "The SHA-256 or SHA-512 that the program must have."));

  private static final Type.Record ORCHESTRATOR_OPTIONS =
      Type.record(
          "OrchestratorOptions",
          Field.defaulting(
              "requiresPrepareVm",
              Type.bool(),
              false,
              "Whether prepare runs before the first start."),
          Field.defaulting(
              "deployVerb",
              Type.choice("create", Verb.DEPLOY),
              "create",
              "What the entrypoint is told when an instance is to be made."));

  private static final Type.Record SPEC =
      Type.record(
          "Spec",
          Field.required(
              "type", Type.choice(ORCHESTRATOR, NETWORK_ORCHESTRATOR), "What kind it is of."),
          Field.required("compatibility", COMPATIBILITY, "What it works with."),
          HostNeeds.field(),
          Field.required("entrypoint", ENTRYPOINT, "What is run."),
          Field.required(
              "orchestrator", Type.optional(ORCHESTRATOR_OPTIONS), "Options of orchestrators."),
          ActionType.details(),
          Declared.limits(),
          Declared.sandbox(),
          Field.required(
              "reservedresourcedetails",
              Type.optional(line()),
              "Keys of details that only operators may give, parted by commas; never shown."),
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
        "enabled",
        Type.optional(Type.bool()),
        "Whether it is enabled when it is installed; false if not said.");
  }

  private static Field actions() {
    return Field.required(
        "customActions",
        Type.optional(Type.listOf(ActionType.ACTION)),
        "What can be run on its resources.");
  }

  private static Type line() {
    return new Type.Text(TextFormat.PLAIN, 1, ActionType.LONGEST_TEXT, "");
  }
}
