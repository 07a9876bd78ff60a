package hotshoe.process.launch;

import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the system is really asked to start.
 *
 * @param command the executable with all that is put before it, and its arguments
 * @param environment all of its environment
 * @param directory where it starts
 * @param group the control group that it will join, which has to be given back
 * @param isKept whether the first process only keeps a sandbox, and goes when it is asked to
 * @param notes what is not as it was ordered
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Optional<ControlGroups.Group> group,
    boolean isKept,
    List<Problem> notes) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    notes = List.copyOf(notes);
  }
}
