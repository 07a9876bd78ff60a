package hotshoe.cloudstack.confinement;

import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.List;

/** Why limits or a sandbox do not hold as somebody wants them to. */
final class WallProblems {

  private WallProblems() {}

  static Problem faulty(ExtensionName name, List<Value> written, Exception unfit) {
    return Problem.error("HS-CLOUDSTACK-084", "the limits of " + name + " cannot be understood")
        .at(written.isEmpty() ? "" : written.get(0).origin().toString())
        .because(String.valueOf(unfit.getMessage()))
        .advising("correct the option; nothing is run meanwhile");
  }

  static Problem noSandbox(String extension, String shortfalls) {
    return Problem.error(
            "HS-CLOUDSTACK-085", extension + " requires a sandbox that cannot be built here")
        .because(shortfalls)
        .advising("install bubblewrap, or set extensions." + extension + ".sandbox to wanted");
  }

  static Problem notAll(String extension, String shortfalls) {
    return Problem.note(
            "HS-CLOUDSTACK-086", "not all that limits " + extension + " can be had here")
        .because(shortfalls)
        .advising("docs/guide/security.md says what helps");
  }
}
