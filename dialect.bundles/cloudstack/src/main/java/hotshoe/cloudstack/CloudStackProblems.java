package hotshoe.cloudstack;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;

/** Everything that can be wrong with an extension of CloudStack beyond its manifest's values. */
final class CloudStackProblems {

  private CloudStackProblems() {}

  static Problem enabledUnsaid(String place) {
    return Problem.warning("HS-CLOUDSTACK-001", "the manifest does not say whether it is enabled")
        .at(place)
        .because("false is what its documentation has for that, so it is installed disabled")
        .advising("write enabled: true, or enable the extension once it is installed");
  }

  static Problem disabled(String extension, String action) {
    return Problem.error(
            "HS-CLOUDSTACK-002", "the action '" + action + "' of " + extension + " is disabled")
        .because("its manifest does not say enabled: true")
        .advising("correct the manifest and install the archive in a higher version");
  }

  static Problem noProcesses(String extension) {
    return Problem.error("HS-CLOUDSTACK-005", "the entrypoint of " + extension + " was not run")
        .because("this host has nothing that runs executables")
        .advising("add the bundle hotshoe.process to the host");
  }

  static Problem noFiles(String extension, IOException why) {
    return Problem.error("HS-CLOUDSTACK-006", "the files of " + extension + " are not on the disk")
        .because(String.valueOf(why.getMessage()))
        .advising("make room on the disk of the data folder, and look at who may write there");
  }

  static Problem noPayload(String extension, IOException why) {
    return Problem.error("HS-CLOUDSTACK-007", extension + " could not be given its payload")
        .because(String.valueOf(why.getMessage()))
        .advising("make room on the disk of the data folder, and look at who may write there");
  }

  static Problem taken(ExtensionName name) {
    return Problem.error("HS-CLOUDSTACK-008", "there is an extension '" + name + "' already")
        .because("CloudStack names the folder of an extension so, and a folder has one extension")
        .advising("choose another name, or uninstall that extension first");
  }

  static Problem notByHand(ExtensionName name) {
    return Problem.error(
            "HS-CLOUDSTACK-009", "no extension '" + name + "' has been registered by hand")
        .because("an archive that came from elsewhere is not changed here")
        .advising("register it, or change the manifest where the archive comes from");
  }

  static Problem noAction(ExtensionName name, String action) {
    return Problem.error("HS-CLOUDSTACK-010", name + " has no action '" + action + "'")
        .because("nothing was changed")
        .advising("look at the operations of " + name);
  }

  static Problem noProgram(String path, IOException why) {
    return Problem.error("HS-CLOUDSTACK-011", "the program cannot be read: " + path)
        .because(String.valueOf(why.getMessage()))
        .advising("give the path of a file that the user of the host can read");
  }

  static Problem twoPrograms() {
    return Problem.error("HS-CLOUDSTACK-012", "both a path and a program were given")
        .because("an extension has one entrypoint")
        .advising("leave one of them out");
  }

  static Problem noName(String written) {
    return Problem.error("HS-CLOUDSTACK-013", "not a name for an extension: '" + written + "'")
        .because("it must begin with a letter or a digit and have 200 characters at most")
        .advising("choose another name");
  }
}
