package hotshoe.cloudstack;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.type.Ref;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

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

  static Problem otherRuns(
      ExtensionName extension, Ref resource, Collection<ExtensionName> runners) {
    return Problem.error(
            "HS-CLOUDSTACK-046", extension + " may not act on the resource " + resource)
        .because(
            "what it is in is mapped to "
                + runners.stream().map(ExtensionName::value).collect(Collectors.joining(", ")))
        .advising("call an operation of that extension; cloudstack-list-mappings shows mappings");
  }
}
