package hotshoe.process.launch;

import hotshoe.process.ProcessFeature;
import hotshoe.process.ProcessSupport;
import hotshoe.process.ProcessSupport.Answer;
import hotshoe.process.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of this system that help to start others; what builds sandboxes is tried once. */
public final class Tools {

  private static final Logger LOG = LoggerFactory.getLogger(Tools.class);
  private static final int LONGEST_TRIAL = 5;

  private final String path;
  private final Optional<Path> session;
  private final Optional<Path> shell;
  private final Optional<ControlGroups> groups;
  private final boolean seesAll;
  private Optional<Walls> walls = Optional.empty();

  /**
   * Looks for them.
   *
   * @param path the folders in which they are, as in {@code PATH}
   * @param groups the control group that may be used, if any
   * @param seesAll whether the system shows all that there is to see of processes
   */
  public Tools(String path, Optional<ControlGroups> groups, boolean seesAll) {
    this.path = path;
    this.groups = groups;
    this.seesAll = seesAll;
    this.session = Executables.lookUp("setsid", path);
    this.shell = Executables.lookUp("sh", path);
  }

  /** What gives a process a session of its own. */
  Optional<Path> session() {
    return session;
  }

  /** What limits a process. */
  Optional<Path> shell() {
    return shell;
  }

  /** What limits an order. */
  Optional<ControlGroups> groups() {
    return groups;
  }

  /** What builds a sandbox; tried when it is first asked for. */
  synchronized Walls walls() {
    if (walls.isEmpty()) {
      walls = Optional.of(firstThatWorks());
    }
    return walls.get();
  }

  private Walls firstThatWorks() {
    List<Walls> known = new ArrayList<>();
    Executables.lookUp("bwrap", path).map(Walls.Bubblewrap::new).ifPresent(known::add);
    Executables.lookUp("unshare", path)
        .map(program -> new Walls.Unshare(program, "root".equals(System.getProperty("user.name"))))
        .ifPresent(known::add);
    return known.stream().filter(this::works).findFirst().orElse(new Walls.None());
  }

  private boolean works(Walls trial) {
    Optional<Path> program = Executables.lookUp("true", path);
    if (program.isEmpty()) {
      return false;
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Walls.Places places = new Walls.Places(program.get(), folder, folder);
    List<String> command = new ArrayList<>(trial.before(Sandbox.strict(), places));
    command.add(program.get().toString());
    return works(command, trial.name());
  }

  private static boolean works(List<String> command, String name) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(LONGEST_TRIAL, TimeUnit.SECONDS);
      process.destroyForcibly();
      boolean works = ended && process.exitValue() == 0;
      LOG.debug("{} {} here", name, works ? "works" : "does not work");
      return works;
    } catch (IOException e) {
      LOG.debug("{} does not work here: {}", name, e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All that this system offers. */
  public ProcessSupport support() {
    Walls builder = walls();
    boolean isWalled = !(builder instanceof Walls.None);
    boolean limitsMemory = groups.filter(ControlGroups::limitsMemory).isPresent();
    boolean limitsProcesses = groups.filter(ControlGroups::limitsProcesses).isPresent();
    return new ProcessSupport(
        List.of(
            answer(ProcessFeature.SESSION, session.isPresent(), "setsid", "there is no setsid"),
            answer(
                ProcessFeature.WHOLE_TREE,
                seesAll,
                "a marker in the environment, sessions and pipes, seen in /proc",
                "without /proc only what hangs under its parent is found"),
            answer(ProcessFeature.PEAK_MEMORY, seesAll, "/proc", "there is no /proc"),
            answer(
                ProcessFeature.MEMORY,
                limitsMemory,
                "a control group",
                "processes.cgroup names no control group with a memory controller; address space"
                    + " of each process is limited instead"),
            answer(ProcessFeature.EACH_PROCESS, shell.isPresent(), "ulimit", "there is no sh"),
            answer(
                ProcessFeature.PROCESSES,
                limitsProcesses,
                "a control group",
                "processes.cgroup names no control group with a pids controller; ulimit counts all"
                    + " processes of the host's user, and does not bind root"),
            answer(ProcessFeature.SANDBOX_FILES, builder.isWhole(), builder.name(), builder.name()),
            answer(ProcessFeature.SANDBOX_NETWORK, isWalled, builder.name(), builder.name()),
            answer(ProcessFeature.SANDBOX_PROCESSES, isWalled, builder.name(), builder.name())));
  }

  private static Answer answer(ProcessFeature feature, boolean available, String how, String why) {
    return new Answer(feature, available, available ? how : why);
  }
}
