package hotshoe.universal;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;

/** Everything that can be wrong with an archive of this format, beyond its manifest's values. */
final class UniversalProblems {

  private UniversalProblems() {}

  static Problem noProgram(String origin) {
    return Problem.error("HS-UNIVERSAL-001", "the archive has no extension.py at its root")
        .at(origin)
        .because("that is the program of the extension, and nothing runs without it")
        .advising("pack the files themselves, not the folder in which they lie");
  }

  static Problem formOnly(String origin) {
    return Problem.warning(
            "HS-UNIVERSAL-002", "the template package holds a form and no extension; nothing runs")
        .at(origin)
        .because("it has no " + ExtensionRoot.INNER)
        .advising("export the template again together with its extension archive");
  }

  static Problem inner(String origin, String why) {
    return Problem.error("HS-UNIVERSAL-003", "the archive in the template package is not taken")
        .at(origin + "!" + ExtensionRoot.INNER)
        .because(why)
        .advising("build the extension again and export the package anew");
  }

  static Problem unclear(String place, String clear) {
    return Problem.warning(
            "HS-UNIVERSAL-004", "a clause of requires_python can be read in two ways")
        .at(place)
        .because(
            "without a dot before the '*' some would read 3.9.1* as 3.9.10 too; here it is not")
        .advising("write " + clear);
  }

  static Problem wheel(String origin, String file, String why, String advice) {
    return Problem.warning("HS-UNIVERSAL-005", "the wheel is left aside")
        .at(origin + "!" + file)
        .because(why)
        .advising(advice);
  }

  static Problem missingFolder(String place, String folder) {
    return Problem.warning("HS-UNIVERSAL-006", "the archive has no folder " + folder)
        .at(place)
        .because("python_extra_paths names it")
        .advising("take it out, or pack the folder");
  }

  static Problem otherName(String place, String named, ExtensionName name) {
    return Problem.warning("HS-UNIVERSAL-007", "the template is for another extension")
        .at(place)
        .because("it names " + named + ", and extension.yml says " + name)
        .advising("export the template that belongs to " + name);
  }

  static Problem unknownType(String place, String type, String near) {
    return Problem.warning("HS-UNIVERSAL-008", "the type of a field is not known: " + type)
        .at(place)
        .because("it is taken as a text")
        .advising(near.isEmpty() ? "look whether it behaves" : "did you mean '" + near + "'?");
  }

  static Problem notRun(ExtensionName name) {
    return Problem.error("HS-UNIVERSAL-009", name + " was not run")
        .because("this host has nothing yet that runs Universal Extensions")
        .advising("update the host; the extension can stay installed");
  }

  static Problem namelessForm(String origin) {
    return Problem.error("HS-UNIVERSAL-010", "the form names no extension")
        .at(origin + "!" + ExtensionRoot.TEMPLATE)
        .because("neither extension nor name in it can be the name of one")
        .advising("give the template another name and export it again");
  }
}
