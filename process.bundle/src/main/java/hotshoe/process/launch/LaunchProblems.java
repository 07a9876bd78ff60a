package hotshoe.process.launch;

import hotshoe.problem.Problem;
import hotshoe.process.ProcessOrder;
import java.nio.file.Path;

/**
 * Why something cannot be started, or not as it was ordered, in the words in which people read it.
 */
final class LaunchProblems {

  private static final int LONGEST = 100;

  private LaunchProblems() {}

  static Problem missing(String executable, ProcessOrder order, String near) {
    Problem problem =
        Problem.error("HS-PROCESS-001", "the executable " + shown(executable) + " was not started")
            .at(shown(order.owner()))
            .because("there is no such file");
    return near.isEmpty()
        ? problem.advising(
            "put it there, or correct its name; processes.path is where names are looked up")
        : problem.advising("did you mean " + shown(near) + "?");
  }

  static Problem notExecutable(String executable, ProcessOrder order, String why) {
    return Problem.error(
            "HS-PROCESS-002", "the executable " + shown(executable) + " was not started")
        .at(shown(order.owner()))
        .because(why)
        .advising("make it a file that the host's user may execute: chmod +x");
  }

  static Problem withoutInterpreter(
      String executable, ProcessOrder order, String interpreter, String near) {
    Problem problem =
        Problem.error("HS-PROCESS-003", "the executable " + shown(executable) + " was not started")
            .at(shown(order.owner()))
            .because("its first line asks for " + shown(interpreter) + ", which is not there");
    return near.isEmpty()
        ? problem.advising("install that interpreter, or correct the line that begins with #!")
        : problem.advising(
            "did you mean " + shown(near) + "? Correct the line that begins with #!");
  }

  static Problem withoutDirectory(String executable, ProcessOrder order) {
    return Problem.error(
            "HS-PROCESS-004", "the executable " + shown(executable) + " was not started")
        .at(shown(order.owner()))
        .because("its working directory is not there")
        .advising("make the folder, or name another");
  }

  static Problem noWalls(ProcessOrder order, String why) {
    return Problem.error(
            "HS-PROCESS-009", "a process is refused, for its sandbox cannot be had here")
        .at(shown(order.owner()))
        .because(why)
        .advising("install bubblewrap and let the host's user use it, or do not require a sandbox");
  }

  static Problem unlimited(ProcessOrder order, String what, String why) {
    return Problem.note("HS-PROCESS-017", what).at(shown(order.owner())).because(why);
  }

  static Problem lowWalls(ProcessOrder order, String why) {
    return Problem.warning(
            "HS-PROCESS-018", "a process runs with less of a sandbox than was wanted")
        .at(shown(order.owner()))
        .because(why)
        .advising("install bubblewrap and let the host's user use it");
  }

  /** The last part of a path: where things lie is for the log. */
  static String name(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  /** What somebody gave, as it may be told: short and in one line. */
  static String shown(String given) {
    String line = given.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
