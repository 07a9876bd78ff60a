package hotshoe.process.run;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessSupport;
import hotshoe.process.Processes;
import hotshoe.process.RunningProcess;
import hotshoe.process.launch.ControlGroups;
import hotshoe.process.launch.Preparation;
import hotshoe.process.launch.Tools;
import hotshoe.process.tree.ProcessTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The host's processes. When it comes up it ends, beside everything else, what a host that was
 * killed left running; no order begins before that is done. It comes up when it is first needed,
 * and at the latest when the host is ready, for then interpreters are looked for.
 */
@Component
public final class HostProcesses implements Processes {

  private final Equipment equipment;
  private final Tools tools;
  private final CompletableFuture<Void> isClean;
  private final Set<LiveProcess> live = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private volatile boolean closed;

  /** Reads the options and begins to clean up. */
  @Activate
  public HostProcesses(@Reference Configuration configuration) {
    ProcessTable table = new ProcessTable(ProcessOrder.MARKER);
    Duration grace = configuration.duration("processes.grace");
    String path = configuration.text("processes.path");
    Optional<ControlGroups> groups =
        configuration
            .find("processes.cgroup")
            .map(Value::value)
            .map(folder -> new ControlGroups(Path.of(String.valueOf(folder))));
    Hands hands = new Hands();
    Clock clock = new Clock();
    Journal journal = Journal.ofNewRun(configuration.path("data").resolve("processes"));
    this.tools = new Tools(path, groups, table.isWhole());
    this.equipment =
        new Equipment(
            new Preparation(tools, path),
            table,
            journal,
            hands,
            clock,
            new Sweeper(table, journal, hands, clock, grace),
            new Turns(
                configuration.number("processes.max"), configuration.number("processes.queue")),
            configuration.duration("processes.limit"),
            grace);
    this.isClean =
        CompletableFuture.runAsync(() -> new Orphans(table, grace).endBefore(journal), hands);
  }

  @Override
  public ProcessEnd run(ProcessOrder order, ProcessListener listener) {
    Optional<LiveProcess> accepted = accept(order, listener);
    return accepted.isPresent() ? carryOut(accepted.get()) : refusal(order);
  }

  @Override
  public RunningProcess start(ProcessOrder order, ProcessListener listener) {
    Optional<LiveProcess> accepted = accept(order, listener);
    if (accepted.isEmpty()) {
      return new NeverStarted(refusal(order));
    }
    equipment.hands().execute(() -> carryOut(accepted.get()));
    return accepted.get();
  }

  private Optional<LiveProcess> accept(ProcessOrder order, ProcessListener listener) {
    if (closed) {
      return Optional.empty();
    }
    long number = numbers.incrementAndGet();
    Optional<LiveProcess> accepted =
        equipment
            .turns()
            .ask(order.owner())
            .map(turn -> new LiveProcess(equipment, order, listener, number, turn));
    accepted.ifPresent(live::add);
    return accepted;
  }

  private ProcessEnd carryOut(LiveProcess process) {
    try {
      isClean.join();
      if (closed) {
        process.cancel("the host is stopping");
      }
      return process.carryOut();
    } finally {
      live.remove(process);
    }
  }

  private ProcessEnd refusal(ProcessOrder order) {
    return new ProcessEnd.Refused(
        closed ? RunProblems.stopping(order) : RunProblems.tooMany(order, waiting()));
  }

  @Override
  public Optional<Problem> obstacle(ProcessOrder order) {
    try {
      equipment.preparation().check(order);
      return Optional.empty();
    } catch (ProblemException found) {
      return Optional.of(found.problems().get(0));
    }
  }

  @Override
  public ProcessSupport support() {
    return tools.support();
  }

  @Override
  public int running() {
    return equipment.turns().running();
  }

  @Override
  public int waiting() {
    return equipment.turns().waiting();
  }

  /** Ends all that run, and leaves nothing behind. */
  @Deactivate
  public void close() {
    closed = true;
    live.forEach(process -> process.cancel("the host is stopping"));
    live.forEach(RunningProcess::await);
    equipment.sweeper().sweep();
    equipment.clock().close();
    equipment.hands().close();
    equipment.journal().delete();
  }

  /** What was never begun. */
  private record NeverStarted(ProcessEnd end) implements RunningProcess {
    @Override
    public OptionalLong pid() {
      return OptionalLong.empty();
    }

    @Override
    public ProcessEnd await() {
      return end;
    }

    @Override
    public Optional<ProcessEnd> await(Duration limit) {
      return Optional.of(end);
    }

    @Override
    public void cancel(String reason) {
      // it has ended already
    }
  }
}
