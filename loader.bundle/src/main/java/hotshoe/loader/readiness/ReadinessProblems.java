package hotshoe.loader.readiness;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;

/** What is told of readiness beside what the dialects say. */
final class ReadinessProblems {

  private ReadinessProblems() {}

  static Problem unknown(ExtensionName name) {
    return Problem.error("HS-EXTENSION-064", "nobody can tell whether " + name + " is ready")
        .because("the check of its dialect failed")
        .advising("the log says why");
  }
}
