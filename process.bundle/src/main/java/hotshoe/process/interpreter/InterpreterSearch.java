package hotshoe.process.interpreter;

import hotshoe.configuration.Configuration;
import hotshoe.host.Host;
import hotshoe.problem.Problem;
import hotshoe.process.Interpreter;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for interpreters once the host is ready, and then every minute whether their files are
 * still what they were. Only a file that is new or has changed is run, to ask for its version.
 */
@Component(
    service = {},
    immediate = true)
public final class InterpreterSearch {

  private static final Logger LOG = LoggerFactory.getLogger(InterpreterSearch.class);
  private static final ProcessLimits LIMITS =
      ProcessLimits.none().withTime(Duration.ofSeconds(10)).withOutput(4096, 4096);

  private static final Found.Look NOTHING = new Found.Look(-1, -1);

  private final Wanted wanted;
  private final Offered offered;
  private final Processes processes;
  private final Map<Path, Found.Look> failed = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(InterpreterSearch::thread);

  /** Begins to search. */
  @Activate
  public InterpreterSearch(
      @Reference Configuration configuration,
      @Reference Offered offered,
      @Reference Processes processes,
      @Reference(target = "(hotshoe.ready=true)") Host host) {
    this(configuration, offered, processes, Duration.ofMinutes(1));
  }

  InterpreterSearch(
      Configuration configuration, Offered offered, Processes processes, Duration pause) {
    this.wanted = new Wanted(configuration);
    this.offered = offered;
    this.processes = processes;
    clock.scheduleWithFixedDelay(this::search, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hotshoe interpreters");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends the search. */
  @Deactivate
  public void close() {
    clock.shutdownNow();
  }

  private void search() {
    List<Found> found = new ArrayList<>();
    for (Language language : Language.ALL) {
      for (Path file : wanted.files(language)) {
        known(language, file).or(() -> ask(language, file)).ifPresent(found::add);
      }
    }
    if (!Thread.currentThread().isInterrupted()) {
      offered.replace(found);
    }
  }

  private Optional<Found> known(Language language, Path file) {
    return offered.current().stream()
        .filter(found -> found.interpreter().language().equals(language.name()))
        .filter(found -> found.interpreter().path().equals(file) && found.isUnchanged())
        .findFirst();
  }

  private Optional<Found> ask(Language language, Path file) {
    Optional<Found.Look> look = Found.Look.at(file);
    if (look.isPresent() && look.get().equals(failed.get(file))) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(language.question());
    ProcessEnd end =
        processes.run(ProcessOrder.of("hotshoe", command.toArray(String[]::new)).within(LIMITS));
    Optional<Version> version = version(end);
    if (version.isEmpty() || look.isEmpty()) {
      complain(language, file, end);
      failed.put(file, look.orElse(NOTHING));
      return Optional.empty();
    }
    Interpreter interpreter = new Interpreter(language.name(), version.get(), file);
    LOG.info("{} {} is {}", language.name(), interpreter.version(), file);
    return Optional.of(new Found(interpreter, look.get().modified(), look.get().size()));
  }

  private static Optional<Version> version(ProcessEnd end) {
    return end instanceof ProcessEnd.Exited exited && end.isSuccess()
        ? Language.version(exited.facts().output().text())
        : Optional.empty();
  }

  /** Only where somebody has named the file: what is merely called so may be anything. */
  private void complain(Language language, Path file, ProcessEnd end) {
    if (!failed.containsKey(file) && wanted.isNamed(language)) {
      LOG.warn("{}", unusable(language, file, end));
    }
  }

  static Problem unusable(Language language, Path file, ProcessEnd end) {
    String why =
        end instanceof ProcessEnd.Exited exited
            ? "asked for its version, it ended with code " + exited.code() + " and told none"
            : end.reason().map(Problem::why).orElse("");
    return Problem.warning(
            "HS-PROCESS-024", "what is named as an interpreter of " + language.name() + " is none")
        .at(file.toString())
        .because(why)
        .advising("correct interpreters." + language.name());
  }
}
