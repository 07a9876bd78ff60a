package hotshoe.universal;

import hotshoe.archive.HostNeeds;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;

/**
 * The shape of an {@code extension.yml} (rows UE-1 to UE-4), and of what Hotshoe adds to it under
 * {@code hotshoe}, which the home system ignores.
 */
final class ManifestType {

  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_TEXT = 65_536;

  private static final Type.Record EXTENSION =
      Type.record(
          "Extension",
          Field.required("name", line(), "Its identity."),
          Field.required("version", line(), "Its semantic version, such as 1.2.0."),
          Field.required("api_level", line(), "The lowest API level it needs, such as 1.4.0."),
          optional(
              "requires_python",
              line(),
              "The versions of Python it works with; >=2.7 if not said."),
          optional(
              "python_extra_paths",
              line(),
              "Folders to import from, parted by colons; ${extension_zip} stands for the archive."),
          optional(
              "zip_safe",
              Type.bool(),
              "Whether it runs from its archive, as it does if nothing is said; else it is unpacked."),
          optional("description", Type.any(), "What it is for."));

  private static final Type.Record OWNER =
      Type.record(
          "Owner",
          optional("name", text(LONGEST_LINE), "Who wrote it."),
          optional("organization", text(LONGEST_LINE), "For whom."),
          optional("email", Type.any(), "Where to ask."));

  private static final Type.Record HOTSHOE = Type.record("HotshoeSection", HostNeeds.field());

  static final Type.Record MANIFEST =
      Type.record(
          "UniversalExtension",
          Field.required("extension", EXTENSION, "What it is."),
          optional("owner", OWNER, "Whose it is."),
          optional("comments", text(LONGEST_TEXT), "What people should know."),
          optional("hotshoe", HOTSHOE, "What only this host reads."));

  private ManifestType() {}

  private static Field optional(String name, Type type, String description) {
    return Field.required(name, Type.optional(type), description);
  }

  private static Type line() {
    return new Type.Text(TextFormat.PLAIN, 1, LONGEST_LINE, "");
  }

  private static Type text(int longest) {
    return new Type.Text(TextFormat.PLAIN, 0, longest, "");
  }
}
