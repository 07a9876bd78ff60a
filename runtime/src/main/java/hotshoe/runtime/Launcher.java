package hotshoe.runtime;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Deployment;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.configuration.EffectiveConfiguration;
import hotshoe.runtime.framework.BundleSource;
import hotshoe.runtime.framework.FrameworkSetting;
import hotshoe.runtime.framework.HostBundles;
import hotshoe.runtime.framework.UninstalledBundles;
import hotshoe.slice.Slices;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a host up: data folder, framework, bundles, extensions. What a failed start has begun is
 * undone before the failure is told.
 *
 * @param configuration what the operator wants
 * @param source where the host's bundles come from
 * @param control the host as its bundles see it
 * @param setting how the framework is to behave
 * @param bundles what the host is made of
 */
record Launcher(
    EffectiveConfiguration configuration,
    BundleSource source,
    HostControl control,
    FrameworkSetting setting,
    HostBundles bundles) {

  private static final Logger log = LoggerFactory.getLogger(Launcher.class);

  /**
   * Starts the host with its extensions.
   *
   * @throws ProblemException when it cannot start, or must not because {@code strict} is set
   */
  RunningHost launch() {
    return launch(host -> {});
  }

  /** The same, and the host is handed out as soon as there is something to look at. */
  RunningHost launch(Consumer<RunningHost> begun) {
    return launch(begun, this::startExtensions);
  }

  /** Starts the host and makes its extensions known, without running any of their code. */
  RunningHost inspect() {
    return launch(host -> {}, host -> host.await(Deployment.class).inspect());
  }

  private RunningHost launch(
      Consumer<RunningHost> begun, Function<RunningHost, List<Problem>> extensions) {
    DataFolder folder = DataFolder.take(configuration.path("data"));
    RunningHost host = new RunningHost(configuration, control, folder, framework(folder));
    try {
      boot(host.framework());
      install(host.framework());
      start(host.framework(), bundles.first());
      begun.accept(host);
      host.keep(extensions.apply(host));
      control.ready();
      return host;
    } catch (BundleException | IOException | RuntimeException | Error e) {
      ProblemException failure = e instanceof ProblemException known ? known : unexpected(e);
      host.stop();
      throw failure;
    }
  }

  /**
   * Starts what may follow once the host is ready.
   *
   * @return what is wrong with it
   */
  List<Problem> startTheRest(RunningHost host) {
    try {
      control.announce();
      start(host.framework(), bundles.afterReady());
      start(host.framework(), bundles.shell());
      return List.of();
    } catch (BundleException | IllegalStateException e) {
      return List.of(
          Problem.warning("HS-HOST-006", "the shell is not available")
              .because(String.valueOf(e.getMessage()))
              .advising("the host itself is not affected; see the log for the cause"));
    }
  }

  private Framework framework(DataFolder folder) {
    try {
      return source.framework(
          setting.properties(
              folder.framework(),
              folder.takeCleanMark(fingerprint()),
              folder.path().resolve("settings")));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** What the framework's cache depends on; empty when it must not be kept. */
  private String fingerprint() {
    String bundles = source.fingerprint();
    return bundles.isEmpty()
        ? ""
        : control.version() + '\n' + setting.systemPackages() + '\n' + bundles;
  }

  private void boot(Framework framework) throws BundleException {
    framework.init();
    UninstalledBundles.forgetIn(framework);
    BundleContext context = framework.getBundleContext();
    context.registerService(Configuration.class, configuration, null);
    control.register(context);
    setting.provide(context);
    framework.start();
  }

  private void install(Framework framework) throws BundleException, IOException {
    for (String fileName : bundles.all()) {
      source.install(framework.getBundleContext(), fileName);
    }
  }

  private void start(Framework framework, List<String> fileNames) throws BundleException {
    for (String fileName : fileNames) {
      source
          .installed(framework.getBundleContext(), fileName)
          .start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
    }
  }

  /** Whoever wants the end while extensions start need not wait until all have started. */
  private List<Problem> startExtensions(RunningHost host) {
    Deployment deployment = host.await(Deployment.class);
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> cutShort =
        control.stopWanted().thenRunAsync(() -> stopUnless(started, host), Threads::background);
    List<Problem> problems = deployment.start();
    started.complete(null);
    host.await(Slices.class).hold().close(); // the host has slices of its own: the doors
    problems = withUnclaimed(problems, host);
    if (control.isAsked()) {
      cutShort.join();
    }
    if (configuration.flag("strict") && !problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return problems;
  }

  private List<Problem> withUnclaimed(List<Problem> problems, RunningHost host) {
    List<Problem> unclaimed =
        control.isAsked() ? List.of() : new Unclaimed(configuration, host).problems();
    unclaimed.forEach(problem -> log.warn(problem.sentence()));
    return Stream.concat(problems.stream(), unclaimed.stream()).toList();
  }

  private static void stopUnless(CompletableFuture<Void> started, RunningHost host) {
    if (!started.isDone()) {
      host.stopSlices();
      host.closeDeployment();
    }
  }

  private static ProblemException unexpected(Throwable cause) {
    return new ProblemException(
        Problem.error("HS-HOST-001", "the host could not start")
            .because(cause.toString())
            .advising("this is a fault of the product; please report it with the log"),
        cause);
  }
}
