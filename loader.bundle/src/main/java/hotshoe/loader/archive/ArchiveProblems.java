package hotshoe.loader.archive;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.content.ContentProblems;
import hotshoe.problem.Problem;
import java.util.List;

/** Everything that can be wrong with an archive that can be opened, in words. */
final class ArchiveProblems {

  static final String UNKNOWN_FORMAT = "HS-ARCHIVE-008";

  private static final String ASK_AUTHOR = "ask its author for a jar that is an OSGi bundle";

  private ArchiveProblems() {}

  /** That nobody recognises an archive; the marks are what was looked for. */
  static Problem unknownFormat(String origin, List<String> marks) {
    return Problem.error(UNKNOWN_FORMAT, "the archive is no extension of a kind that is known here")
        .at(origin)
        .because("it has none of these: " + String.join("; ", marks))
        .advising(
            "pack it so that its manifest lies at the top; a library becomes a bundle with bnd wrap");
  }

  static Problem manifest(String origin, String why) {
    return Problem.error("HS-ARCHIVE-009", "the manifest cannot be read")
        .at(origin + "!META-INF/MANIFEST.MF")
        .because(why)
        .advising(ASK_AUTHOR);
  }

  static Problem oldBundle(String origin, String version) {
    return Problem.error("HS-ARCHIVE-010", "the bundle is of a kind that is not taken")
        .at(origin)
        .because(
            version.isEmpty()
                ? "it has no Bundle-ManifestVersion"
                : "its Bundle-ManifestVersion is '" + shown(version) + "', only 2 is known")
        .advising(ASK_AUTHOR);
  }

  static Problem header(String origin, String header, String why) {
    return Problem.error("HS-ARCHIVE-011", "the header " + header + " is wrong")
        .at(origin)
        .because(why)
        .advising("ask the extension's author to correct it");
  }

  static Problem reservedName(String origin, ExtensionName name) {
    return Problem.error("HS-ARCHIVE-012", "the name '" + name + "' belongs to the host")
        .at(origin)
        .because("the host's own parts go by it")
        .advising("remove the file; or, if it is yours, give it another name");
  }

  static Problem frameworkExtension(String origin) {
    return Problem.error("HS-ARCHIVE-013", "the bundle would become a part of the framework")
        .at(origin)
        .because("its Fragment-Host is the system bundle, which does not change while it runs")
        .advising("remove the file");
  }

  static Problem exportsOfTheHost(String origin, String packageName) {
    return Problem.error("HS-ARCHIVE-014", "the bundle offers a package of the host")
        .at(origin)
        .because(shown(packageName) + " comes from the host alone")
        .advising("take it out of Export-Package, and the host's classes out of the jar");
  }

  /** Names out of hostile archives: short, and without anything that moves the cursor. */
  static String shown(String text) {
    return ContentProblems.shown(text);
  }
}
