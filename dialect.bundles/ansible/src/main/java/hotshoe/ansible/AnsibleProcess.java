package hotshoe.ansible;

import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessEnd.Exited;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessOutput;
import hotshoe.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs {@code ansible-inventory} on one source with one plugin. */
record AnsibleProcess(Processes processes) {

  private static final String OWNER = "inventory";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int IN_MEMORY = 1 << 20;
  private static final long MOST = 1L << 30;

  /**
   * What Ansible answers.
   *
   * @param environment by which it finds the plugin
   * @throws ProblemException when Ansible is not there, fails, or answers nothing that can be read
   */
  Object run(
      String plugin, InventorySource source, PluginContext context, Map<String, String> environment)
      throws IOException {
    ProcessEnd end = processes.run(order(plugin, source, context, environment));
    if (!(end instanceof Exited exited)) {
      String why = end.reason().map(Problem::sentence).orElse("");
      throw new ProblemException(AnsibleProblems.noAnsible(source.text(), plugin, why));
    }
    try (ProcessOutput output = exited.facts().output();
        ProcessOutput errors = exited.facts().errorOutput()) {
      if (exited.code() != 0) {
        throw new ProblemException(
            AnsibleProblems.failed(source.text(), plugin, exited.code(), errors.text()));
      }
      return read(output, context);
    }
  }

  private static ProcessOrder order(
      String plugin,
      InventorySource source,
      PluginContext context,
      Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>(context.environment());
    variables.remove(ProcessOrder.MARKER);
    variables.putAll(environment);
    variables.put("ANSIBLE_INVENTORY_ENABLED", plugin);
    variables.put("ANSIBLE_INVENTORY_UNPARSED_FAILED", "true");
    variables.put("ANSIBLE_NOCOLOR", "true");
    return ProcessOrder.of(OWNER, "ansible-inventory", "-i", source.text(), "--list", "--export")
        .in(context.workingFolder())
        .withEnvironment(variables)
        .within(ProcessLimits.none().withTime(LONGEST).withOutput(IN_MEMORY, MOST));
  }

  /** It is read as any JSON of an inventory is, so that vaulted and unsafe values stay such. */
  private static Object read(ProcessOutput output, PluginContext context) throws IOException {
    Path file = Files.createTempFile("hotshoe-inventory", ".json");
    try (InputStream bytes = output.open()) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return context.data(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
