package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.problem.Severity;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.framework.BundleSource;
import hotshoe.runtime.framework.FrameworkSetting;
import hotshoe.runtime.framework.HostBundles;
import hotshoe.runtime.log.Logging;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** A process whose only purpose is one host: from its first line of log to its exit code. */
final class HostProcess {

  private static final Logger log = LoggerFactory.getLogger(HostProcess.class);

  private static final Duration LONGEST_DIAGNOSIS = Duration.ofSeconds(2);

  private final ConfigurationReader.Reading reading;
  private final BundleSource source;
  private final HostControl control = new HostControl(Product.ofThisBuild());
  private Runnable onceUp = () -> {};
  private final AtomicReference<Optional<RunningHost>> running =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch ended = new CountDownLatch(1);

  HostProcess(ConfigurationReader.Reading reading, BundleSource source) {
    this.reading = reading;
    this.source = source;
  }

  /** Runs a host until somebody stops it. */
  ExitCode run() {
    Logging logging = Logging.begin(reading.configuration(), System.out);
    try {
      tell(reading.problems());
      return reading.isRefused() ? notStarted() : start(logging);
    } finally {
      ended.countDown();
      Reference.reachabilityFence(logging);
    }
  }

  /** Runs a host until everything is up, and stops it again. */
  ExitCode runOnce() {
    onceUp = () -> control.stop("that was all");
    return run();
  }

  private ExitCode start(Logging logging) {
    Launcher launcher =
        new Launcher(
            reading.configuration(),
            source,
            control,
            FrameworkSetting.ofAProcess(logging::follow),
            HostBundles.ofThisBuild());
    watch();
    try {
      return serve(launcher, launcher.launch(host -> running.set(Optional.of(host))));
    } catch (ProblemException e) {
      return control.isAsked() ? cutShort() : refused(e);
    }
  }

  private ExitCode serve(Launcher launcher, RunningHost host) {
    if (!control.isAsked()) {
      long took = ProcessAge.now().toMillis();
      log.info("{} {} is ready in {} ms", control.product(), control.version(), took);
      tell(launcher.startTheRest(host));
      ClassArchive.missing().ifPresent(archive -> archive.writeUnless(control.stopWanted()));
      onceUp.run();
    }
    control.stopWanted().join();
    return stopped(host.stop());
  }

  /** The start failed when somebody wanted the end already; the host has been stopped. */
  private ExitCode cutShort() {
    return stopped(running.get().map(RunningHost::ending).orElse(ExitCode.CLEAN));
  }

  private static ExitCode stopped(ExitCode code) {
    log.info(code == ExitCode.CLEAN ? "stopped" : "stopped, leaving behind what did not stop");
    return code;
  }

  private static ExitCode refused(ProblemException failure) {
    tell(failure.problems());
    if (failure.getCause() != null) {
      log.debug("the cause in full", failure.getCause());
    }
    return notStarted();
  }

  private static ExitCode notStarted() {
    log.error("not started");
    return ExitCode.REFUSED;
  }

  /** From here on every way to end the process is an orderly one, or is cut off. */
  private void watch() {
    Signals.onEnd(() -> control.stop("the operating system asks for it"));
    Signals.onDiagnose(this::diagnose);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopBecauseOfExit, "hotshoe-exit"));
    Duration limit = reading.configuration().duration("stop.hard-limit");
    control.stopWanted().thenRun(() -> Threads.daemon("hard-limit", () -> cutOff(limit)).start());
  }

  private void stopBecauseOfExit() {
    if (ended.getCount() > 0) {
      control.stop("somebody called exit");
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Threads first: to ask the host may hang, in just the way that is to be found out. */
  private void diagnose() {
    System.err.println("--- threads");
    System.err.println(Threads.dump());
    Thread asking =
        Threads.daemon(
            "diagnosis", () -> System.err.println(Diagnosis.of(control.phase(), running.get())));
    asking.start();
    Threads.join(asking, LONGEST_DIAGNOSIS);
  }

  private void cutOff(Duration limit) {
    try {
      if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println(Threads.notStopped(limit).sentence());
        diagnose();
        Runtime.getRuntime().halt(ExitCode.HARD.status());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(List<Problem> problems) {
    for (Problem problem : problems) {
      log.atLevel(level(problem.severity())).log(problem.sentence());
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case NOTE -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }
}
