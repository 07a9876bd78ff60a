package hotshoe.process.launch;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of an order what the system is asked to start: the executable, its environment, and what is
 * put before it. From the outside in: a session, limits, walls.
 *
 * @param tools what this system offers
 * @param path the {@code PATH} of every process
 */
public record Preparation(Tools tools, String path) {

  /**
   * Prepares an order.
   *
   * @param marker what its processes are known by
   * @param folder its private folder
   * @throws ProblemException when it cannot be started, or not behind the walls that it requires
   */
  public Launch prepare(ProcessOrder order, String marker, Path folder) {
    Map<String, String> environment = environment(order, marker, folder);
    Path executable = check(order);
    Path directory = order.directory().orElse(folder);
    if (!Files.isDirectory(directory)) {
      throw new ProblemException(
          LaunchProblems.withoutDirectory(LaunchProblems.name(executable), order));
    }
    List<Problem> notes = new ArrayList<>();
    Walls.Places places = new Walls.Places(executable, directory, folder);
    List<String> walls =
        order.sandbox().map(it -> walls(order, it, places, notes)).orElse(List.of());
    Optional<ControlGroups.Group> group = group(order, marker, notes);
    List<String> command = new ArrayList<>();
    tools.session().ifPresent(program -> command.add(program.toString()));
    command.addAll(restraints(order, group, notes));
    command.addAll(walls);
    command.add(executable.toString());
    command.addAll(order.command().subList(1, order.command().size()));
    return new Launch(command, environment, directory, group, !walls.isEmpty(), notes);
  }

  /**
   * The executable that an order names, if the system could start it now.
   *
   * @throws ProblemException when it could not
   */
  public Path check(ProcessOrder order) {
    return Executables.find(order, order.environment().getOrDefault("PATH", path));
  }

  private Map<String, String> environment(ProcessOrder order, String marker, Path folder) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", path);
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", System.getProperty("user.home"));
    environment.put("USER", System.getProperty("user.name"));
    environment.put("TMPDIR", folder.toString());
    environment.putAll(order.environment());
    environment.put(ProcessOrder.MARKER, marker);
    return environment;
  }

  private List<String> walls(
      ProcessOrder order, Sandbox sandbox, Walls.Places places, List<Problem> notes) {
    Walls walls = tools.walls();
    if (!walls.isWhole()) {
      if (sandbox.required()) {
        throw new ProblemException(LaunchProblems.noWalls(order, walls.name()));
      }
      notes.add(LaunchProblems.lowWalls(order, walls.name()));
    }
    return walls.before(sandbox, places);
  }

  private Optional<ControlGroups.Group> group(
      ProcessOrder order, String marker, List<Problem> notes) {
    ProcessLimits limits = order.limits();
    if (tools.groups().isEmpty() || (limits.memory().isEmpty() && limits.processes().isEmpty())) {
      return Optional.empty();
    }
    try {
      return Optional.of(tools.groups().get().make("hotshoe-" + marker, limits));
    } catch (IOException e) {
      notes.add(
          LaunchProblems.unlimited(
              order, "a process runs without a control group of its own", e.toString()));
      return Optional.empty();
    }
  }

  private List<String> restraints(
      ProcessOrder order, Optional<ControlGroups.Group> group, List<Problem> notes) {
    ProcessLimits limits = order.limits();
    ControlGroups groups = tools.groups().orElse(new ControlGroups(Path.of("/nowhere")));
    boolean memory = group.isEmpty() || !groups.limitsMemory();
    boolean processes = group.isEmpty() || !groups.limitsProcesses();
    String script = Restraints.script(limits, memory, processes);
    if (script.isEmpty() && group.isEmpty()) {
      return List.of();
    }
    if (tools.shell().isEmpty()) {
      notes.add(LaunchProblems.unlimited(order, "a process runs without limits", "there is no sh"));
      return List.of();
    }
    note(order, memory, processes, notes);
    String joining = group.map(it -> "echo $$ > \"$0/cgroup.procs\" || :\n").orElse("");
    String place = group.map(it -> it.folder().toString()).orElse("sh");
    return List.of(tools.shell().get().toString(), "-c", joining + script + "exec \"$@\"", place);
  }

  private static void note(
      ProcessOrder order, boolean memory, boolean processes, List<Problem> notes) {
    if (memory && order.limits().memory().isPresent()) {
      notes.add(
          LaunchProblems.unlimited(
              order,
              "memory is limited as address space of each process",
              "there is no control group that limits memory"));
    }
    if (processes && order.limits().processes().isPresent()) {
      notes.add(
          LaunchProblems.unlimited(
              order,
              "the number of processes is limited for the host's user as a whole, if at all",
              "there is no control group that limits it"));
    }
  }
}
