package hotshoe.process.run;

import hotshoe.problem.Problem;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessOutput;
import java.nio.file.Path;
import java.time.Duration;

/** Every problem that a process can have while it waits, runs and ends. */
final class RunProblems {

  private static final int LONGEST = 200;

  private RunProblems() {}

  static Problem notStarted(ProcessOrder order, String why) {
    return Problem.error(
            "HS-PROCESS-005", "the system did not start the executable " + executable(order))
        .at(shown(order.owner()))
        .because(shown(why))
        .advising("look at what the system has left of processes, memory and disk");
  }

  static Problem tooMany(ProcessOrder order, int waiting) {
    return Problem.error("HS-PROCESS-006", "a process is refused, for too many wait already")
        .at(shown(order.owner()))
        .because(waiting + " wait for their turn")
        .advising(
            "try again later; processes.max and processes.queue are how many may run and wait");
  }

  static Problem stopping(ProcessOrder order) {
    return Problem.error("HS-PROCESS-007", "a process is refused, for the host is stopping")
        .at(shown(order.owner()))
        .advising("try again when it has started");
  }

  static Problem cancelledBefore(ProcessOrder order, String reason) {
    return Problem.error("HS-PROCESS-008", "a process was cancelled before its turn")
        .at(shown(order.owner()))
        .because(shown(reason));
  }

  static Problem timedOut(ProcessOrder order, Duration limit) {
    return Problem.error(
            "HS-PROCESS-010",
            "the executable " + executable(order) + " was ended at its time limit")
        .at(shown(order.owner()))
        .because("it ran longer than " + words(limit))
        .advising("give it more time, or look at what it waits for; what it wrote so far is kept");
  }

  static Problem cancelled(ProcessOrder order, String reason) {
    return Problem.error("HS-PROCESS-011", "the executable " + executable(order) + " was cancelled")
        .at(shown(order.owner()))
        .because(shown(reason));
  }

  static Problem truncated(ProcessOrder order, String stream, ProcessOutput output, String why) {
    return Problem.warning("HS-PROCESS-012", "not all of " + stream + " was kept")
        .at(executable(order))
        .because(why.isEmpty() ? "it wrote " + output.size() + " bytes" : shown(why))
        .advising("let it write less, or keep more of it");
  }

  static Problem malformed(ProcessOrder order, String stream) {
    return Problem.note("HS-PROCESS-013", "there are bytes on " + stream + " that are no UTF-8")
        .at(executable(order))
        .because("each stands as U+FFFD in the text");
  }

  static Problem unread(ProcessOrder order) {
    return Problem.note("HS-PROCESS-014", "the executable did not read all of its input")
        .at(executable(order));
  }

  static Problem leftBehind(ProcessOrder order, int count) {
    return Problem.note("HS-PROCESS-015", "what an executable left behind was ended")
        .at(executable(order))
        .because(processes(count) + " still there when it had ended itself");
  }

  static Problem immortal(String subject, int count) {
    return Problem.error("HS-PROCESS-016", "processes could not be ended")
        .at(shown(subject))
        .because("the system did not end " + count + " of them, though it was told to")
        .advising("they may wait for a disk or belong to another user; look at them with ps");
  }

  static Problem deaf(ProcessOrder order, Throwable thrown) {
    return Problem.warning(
            "HS-PROCESS-019", "who listened to a process failed, and is not told more")
        .at(executable(order))
        .because(shown(thrown.toString()))
        .advising("its output is kept all the same");
  }

  static Problem noInput(ProcessOrder order, String why) {
    return Problem.warning("HS-PROCESS-020", "the input of a process could not be read to its end")
        .at(executable(order))
        .because(shown(why))
        .advising("the process has read only a part of it, or nothing");
  }

  static Problem orphans(int count) {
    return Problem.warning("HS-PROCESS-021", "processes of a host that died were ended")
        .because(processes(count) + " still there")
        .advising("look at what their tasks had done: nobody was told how they ended");
  }

  static Problem unswept(Path folder, String why) {
    return Problem.warning("HS-PROCESS-022", "private files of processes could not be deleted")
        .at(String.valueOf(folder.getFileName()))
        .because(shown(why))
        .advising("the next start tries again; look at the rights in the data folder");
  }

  static Problem unwritten(String why) {
    return Problem.warning("HS-PROCESS-023", "a process runs that is not written down")
        .because(shown(why))
        .advising("should the host be killed now, its next start finds it by its marker only");
  }

  private static String processes(int count) {
    return count == 1 ? "one process was" : count + " processes were";
  }

  private static String executable(ProcessOrder order) {
    String command = order.command().get(0);
    return shown(command.substring(command.lastIndexOf('/') + 1));
  }

  private static String words(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  /** What somebody gave, as it may be told: short and in one line. */
  static String shown(String given) {
    String line = given.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
