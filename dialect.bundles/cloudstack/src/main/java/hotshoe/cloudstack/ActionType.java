package hotshoe.cloudstack;

import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;

/** The shape of a custom action, as manifests have it (rows CS-44, CS-46, CS-49, CS-50). */
public final class ActionType {

  static final int LONGEST_TEXT = 4096;
  static final int LONGEST_NAME = 200;
  static final long DEFAULT_TIMEOUT = 3;

  /** One of its parameters. */
  public static final Type.Record PARAMETER =
      Type.record(
          "Parameter",
          Field.required(
              "name", new Type.Text(TextFormat.FILLED, 1, 255, ""), "What it is called."),
          Field.required(
              "type", words("STRING|NUMBER|BOOLEAN|DATE"), "STRING, NUMBER, BOOLEAN or DATE."),
          Field.required(
              "validationformat",
              Type.optional(words("NONE|UUID|EMAIL|PASSWORD|URL|DECIMAL")),
              "What form the value must have."),
          Field.required(
              "valueoptions",
              Type.optional(longText()),
              "The values to choose from, parted by commas."),
          Field.defaulting("required", Type.bool(), false, "Whether it must be given."));

  /** All of it. */
  public static final Type.Record ACTION =
      Type.record(
          "CustomAction",
          Field.required(
              "name",
              new Type.Text(TextFormat.PLAIN, 1, LONGEST_NAME, "[A-Za-z0-9_][A-Za-z0-9 _-]*"),
              "Letters, digits, blanks, underscores and hyphens."),
          Field.required("displayName", Type.optional(longText()), "What people see."),
          Field.required("description", Type.optional(longText()), "What it does."),
          Field.required(
              "resourcetype",
              Type.optional(words("VirtualMachine|Network|Vpc")),
              "What it acts on: VirtualMachine, Network or Vpc."),
          Field.defaulting("enabled", Type.bool(), false, "Whether it can be run."),
          Field.defaulting(
              "timeout",
              Type.integer(0, Integer.MAX_VALUE),
              DEFAULT_TIMEOUT,
              "Seconds it may take; 0 is the limit of the host."),
          Field.defaulting(
              "allowedroletypes",
              Type.listOf(Type.choice("Admin", "ResourceAdmin", "DomainAdmin", "User")),
              List.of("Admin"),
              "Who may run it; Admin always may."),
          Field.required("successmessage", Type.optional(longText()), "Said when it is done."),
          Field.required("errormessage", Type.optional(longText()), "Said when it fails."),
          details(),
          Field.defaulting(
              "parameters", Type.listOf(PARAMETER), List.of(), "What it can be given."));

  private ActionType() {}

  /** What whoever writes it wants the entrypoint to be given. */
  public static Field details() {
    return Field.defaulting(
        "details",
        Type.mapOf(Type.text()),
        Map.of(),
        "What the entrypoint is given with each run.");
  }

  /** Text of some paragraphs at most. */
  public static Type longText() {
    return new Type.Text(TextFormat.PLAIN, 0, LONGEST_TEXT, "");
  }

  /** One of these words, parted by bars, in any letter case. */
  public static Type words(String alternatives) {
    return new Type.Text(TextFormat.PLAIN, 0, LONGEST_TEXT, "(?i)" + alternatives);
  }
}
