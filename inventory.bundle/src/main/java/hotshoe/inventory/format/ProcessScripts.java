package hotshoe.inventory.format;

import hotshoe.inventory.PluginContext;
import hotshoe.problem.Problem;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessOutput;
import hotshoe.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts scripts where the host starts everything. */
final class ProcessScripts implements ScriptRunner {

  private static final String OWNER = "inventory";
  private static final int IN_MEMORY = 4 << 20;
  private static final long MOST = 1L << 30;

  private final Processes processes;

  ProcessScripts(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Answer run(List<String> command, PluginContext context) {
    Map<String, String> environment = new LinkedHashMap<>(context.environment());
    environment.remove(ProcessOrder.MARKER);
    ProcessOrder order =
        ProcessOrder.of(OWNER, command.toArray(String[]::new))
            .in(context.workingFolder())
            .withEnvironment(environment)
            .within(ProcessLimits.none().withOutput(IN_MEMORY, MOST));
    ProcessEnd end = processes.run(order);
    if (end instanceof ProcessEnd.Exited exited) {
      return answer(exited.code(), exited.facts(), command.get(0));
    }
    String why = end.reason().map(Problem::sentence).orElse("");
    throw FormatProblems.script(
        command.get(0), "problem running " + String.join(" ", command), why);
  }

  private static Answer answer(int code, ProcessFacts facts, String script) {
    try (ProcessOutput output = facts.output();
        ProcessOutput errors = facts.errorOutput();
        InputStream bytes = output.open()) {
      if (output.isTruncated()) {
        throw FormatProblems.tooLarge(script, MOST);
      }
      return new Answer(code, bytes.readAllBytes(), errors.text());
    } catch (IOException failure) {
      throw FormatProblems.unreadable(script, String.valueOf(failure.getMessage()));
    }
  }
}
