package hotshoe.cloudstack.readiness;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why an extension of CloudStack is not ready. */
final class ReadinessProblems {

  private static final int SHOWN = 5;
  private static final String PUT_BACK =
      "put it back as it was, or delete the extension's folder in data/files: it is laid anew";

  private ReadinessProblems() {}

  static Problem entrypoint(String extension, String entrypoint, String fault) {
    return Problem.error("HS-CLOUDSTACK-080", "the entrypoint of " + extension + " is not ready")
        .at(entrypoint)
        .because(entrypoint + " " + fault)
        .advising(PUT_BACK);
  }

  static Problem files(String extension, Map<String, String> differences) {
    String words =
        differences.entrySet().stream()
            .limit(SHOWN)
            .map(file -> file.getKey() + " " + file.getValue())
            .collect(Collectors.joining(", "));
    int more = differences.size() - SHOWN;
    return Problem.error(
            "HS-CLOUDSTACK-081", "the files of " + extension + " are not as they were installed")
        .because(more > 0 ? words + ", and " + more + " more" : words)
        .advising(PUT_BACK);
  }

  static Problem notStartable(String extension, Path program, Problem obstacle) {
    return Problem.error("HS-CLOUDSTACK-082", "the entrypoint of " + extension + " cannot start")
        .at(String.valueOf(program.getFileName()))
        .because(obstacle.why())
        .advising(obstacle.advice());
  }

  static Problem withoutPrograms(String extension, Path program, List<String> programs) {
    return Problem.warning(
            "HS-CLOUDSTACK-083",
            "the entrypoint of " + extension + " seems to use what is not here: " + names(programs))
        .at(String.valueOf(program.getFileName()))
        .because("its text names it as a command, and processes.path leads to nothing of that name")
        .advising("install it, or correct processes.path");
  }

  private static String names(List<String> programs) {
    return String.join(", ", programs);
  }

  static Problem notLaid(String extension, IOException why) {
    return Problem.error("HS-CLOUDSTACK-006", "the files of " + extension + " are not on the disk")
        .because(String.valueOf(why.getMessage()))
        .advising("make room on the disk of the data folder, and look at who may write there");
  }
}
