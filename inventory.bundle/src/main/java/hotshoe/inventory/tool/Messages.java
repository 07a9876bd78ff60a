package hotshoe.inventory.tool;

import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What people are told beside the answer, each thing once, on one line each. */
final class Messages {

  private final OutputStream stream;
  private final Set<String> told = new HashSet<>();

  Messages(OutputStream stream) {
    this.stream = stream;
  }

  void tell(List<Problem> problems) {
    problems.forEach(this::tell);
  }

  void tell(Problem problem) {
    String prefix = problem.severity() == Severity.ERROR ? "ERROR! " : "[WARNING]: ";
    say(prefix + problem.sentence().replaceAll("\\R", " "));
  }

  void say(String line) {
    if (told.add(line)) {
      try {
        stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
      } catch (IOException nobodyListens) {
        told.add(line); // there is no better place to tell it
      }
    }
  }
}
