package hotshoe.runtime;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Deployment;
import hotshoe.host.Host;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host between its start and its stop. */
final class RunningHost {

  private static final Logger log = LoggerFactory.getLogger(RunningHost.class);

  private final Configuration configuration;
  private final HostControl control;
  private final BundleSource source;
  private final HostBundles bundles;
  private final Framework framework;

  RunningHost(Configuration configuration, HostControl control, BundleSource source) {
    this.configuration = configuration;
    this.control = control;
    this.source = source;
    this.bundles = HostBundles.ofThisBuild();
    this.framework = source.framework(FrameworkProperties.of(configuration.path("data")));
  }

  /**
   * Brings everything up.
   *
   * @return what is wrong with the extensions
   * @throws ProblemException when the host cannot start; nothing is left running then
   */
  List<Problem> start() {
    try {
      framework.init();
      BundleContext context = framework.getBundleContext();
      context.registerService(Configuration.class, configuration, null);
      context.registerService(Host.class, control, null);
      framework.start();
      startBundles(bundles.first());
      List<Problem> problems = service(Deployment.class).map(Deployment::start).orElse(List.of());
      if (configuration.flag("strict") && !problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      control.ready();
      return problems;
    } catch (BundleException | IOException | RuntimeException e) {
      stopFramework();
      throw e instanceof ProblemException known ? known : unexpected(e);
    }
  }

  /** Starts what is not needed to be ready. */
  void startTheRest() {
    try {
      startBundles(bundles.later());
    } catch (BundleException | IOException e) {
      log.warn("the shell is not available", e);
    }
  }

  /** Takes everything down. */
  ExitCode stop() {
    control.stopping();
    service(Deployment.class).ifPresent(Deployment::close);
    Optional<Slices> slices = service(Slices.class);
    List<Problem> problems =
        slices
            .map(all -> all.stop(configuration.duration("stop.graceful-limit")))
            .orElse(List.of());
    problems.forEach(problem -> log.warn(problem.sentence()));
    boolean leftBehind =
        slices.stream()
            .flatMap(all -> all.list().stream())
            .map(SliceReport::state)
            .anyMatch(SliceState.STOPPING::equals);
    stopFramework();
    return leftBehind ? ExitCode.FORCED : ExitCode.CLEAN;
  }

  /** A service of the host, if it is there. */
  <T> Optional<T> service(Class<T> type) {
    BundleContext context = framework.getBundleContext();
    ServiceReference<T> reference = context.getServiceReference(type);
    return Optional.ofNullable(reference).map(context::getService);
  }

  private void startBundles(List<String> fileNames) throws BundleException, IOException {
    List<Bundle> installed = new ArrayList<>();
    for (String fileName : fileNames) {
      installed.add(source.install(framework.getBundleContext(), fileName));
    }
    for (Bundle bundle : installed) {
      bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
    }
  }

  private void stopFramework() {
    try {
      framework.stop();
      framework.waitForStop(0);
    } catch (BundleException e) {
      log.warn("the framework did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProblemException unexpected(Exception cause) {
    return new ProblemException(
        Problem.error("HS-HOST-001", "the host could not start").because(cause.toString()), cause);
  }
}
