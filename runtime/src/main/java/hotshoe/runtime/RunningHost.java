package hotshoe.runtime;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Deployment;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.framework.FrameworkEnd;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host between the moment it owns its data folder and the moment it gives it back. */
final class RunningHost {

  private static final Logger log = LoggerFactory.getLogger(RunningHost.class);

  /**
   * A slice's thread did not come back from its stop: docs/problems/slice.md explains both codes.
   */
  private static final Set<String> GIVEN_UP = Set.of("HS-SLICE-007", "HS-SLICE-011");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Configuration configuration;
  private final HostControl control;
  private final DataFolder folder;
  private final Framework framework;
  private final AtomicBoolean isLeftBehind = new AtomicBoolean();
  private final AtomicReference<List<Problem>> problems = new AtomicReference<>(List.of());

  RunningHost(
      Configuration configuration, HostControl control, DataFolder folder, Framework framework) {
    this.configuration = configuration;
    this.control = control;
    this.folder = folder;
    this.framework = framework;
  }

  Framework framework() {
    return framework;
  }

  HostControl control() {
    return control;
  }

  /** What was wrong with the extensions when the host had started. */
  List<Problem> problems() {
    return problems.get();
  }

  /** Remembers what was wrong, beside what is remembered already. */
  void keep(List<Problem> found) {
    problems.updateAndGet(before -> Stream.concat(before.stream(), found.stream()).toList());
  }

  /** A service of the host, if it is there. */
  <T> Optional<T> service(Class<T> type) {
    BundleContext context = framework.getBundleContext();
    if (context == null) {
      return Optional.empty();
    }
    ServiceReference<T> reference = context.getServiceReference(type);
    return Optional.ofNullable(reference).map(context::getService);
  }

  /**
   * A service that the host cannot be without; some come up on threads of their own.
   *
   * @throws ProblemException when it does not come
   */
  <T> T await(Class<T> type) {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(framework.getBundleContext(), type, null);
    tracker.open();
    try {
      tracker.waitForService(LONGEST_WAIT.toMillis());
      // got once more, and kept: a component that nobody holds is taken away
      return service(type).orElseThrow(() -> new ProblemException(incomplete(type)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(incomplete(type), e);
    } finally {
      tracker.close();
    }
  }

  private static Problem incomplete(Class<?> missing) {
    return Problem.error("HS-HOST-001", "the host could not start")
        .because("its service " + missing.getSimpleName() + " did not come up")
        .advising("this is a fault of the product; please report it with the log");
  }

  /**
   * Takes everything down, in the reverse of the order in which it came up. One step that fails
   * keeps no other from its turn.
   */
  ExitCode stop() {
    control.end();
    attempt("taking in changes", this::closeDeployment);
    attempt("stopping the slices", this::stopSlices);
    if (isAnySliceLeftBehind()) {
      isLeftBehind.set(true);
    }
    attempt("stopping the framework", this::stopFramework);
    folder.close();
    return ending();
  }

  /** How the stop went; to be asked when it is over. */
  ExitCode ending() {
    return isLeftBehind.get() ? ExitCode.FORCED : ExitCode.CLEAN;
  }

  /** Stops the slices; those that arrive later are not started any more. */
  void stopSlices() {
    Duration limit = configuration.duration("stop.graceful-limit");
    for (Problem problem : service(Slices.class).map(it -> it.stop(limit)).orElse(List.of())) {
      if (GIVEN_UP.contains(problem.code())) {
        isLeftBehind.set(true);
      }
    }
  }

  /**
   * Makes no more changes to extensions. The one in hand may hang; others must have their turn all
   * the same.
   */
  void closeDeployment() {
    Optional<Deployment> deployment = service(Deployment.class);
    if (deployment.isPresent()) {
      Thread closing = Threads.daemon("close", deployment.get()::close);
      closing.start();
      Threads.join(closing, configuration.duration("stop.drain-limit"));
    }
  }

  private boolean isAnySliceLeftBehind() {
    return service(Slices.class).stream()
        .flatMap(slices -> slices.list().stream())
        .map(SliceReport::state)
        .anyMatch(SliceState.STOPPING::equals);
  }

  private void stopFramework() throws BundleException, InterruptedException {
    List<Problem> left = new FrameworkEnd(framework, patience()).stop();
    left.forEach(problem -> log.error(problem.sentence()));
    if (left.isEmpty()) {
      folder.setCleanMark();
    } else {
      isLeftBehind.set(true);
    }
  }

  /** Leaves time to end in order, before the stop is cut off. */
  private Duration patience() {
    Duration most = configuration.duration("stop.hard-limit").multipliedBy(2).dividedBy(5);
    Duration usual = configuration.duration("stop.graceful-limit");
    return usual.compareTo(most) < 0 ? usual : most;
  }

  private static void attempt(String what, Step step) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (BundleException | RuntimeException e) {
      log.warn("{} failed", what, e);
    }
  }

  /** One step of the stop. */
  private interface Step {
    void run() throws BundleException, InterruptedException;
  }
}
