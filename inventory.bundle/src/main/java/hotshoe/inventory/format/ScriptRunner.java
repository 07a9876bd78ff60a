package hotshoe.inventory.format;

import hotshoe.inventory.PluginContext;
import java.util.List;

/** Starts inventory scripts. */
public interface ScriptRunner {

  /**
   * Runs a command to its end, without a shell.
   *
   * @throws hotshoe.problem.ProblemException when it could not be started, or had to be stopped
   */
  Answer run(List<String> command, PluginContext context);

  /**
   * What a script answered.
   *
   * @param code its exit code
   * @param output what it wrote
   * @param errors what it wrote to its standard error
   */
  record Answer(int code, byte[] output, String errors) {}
}
