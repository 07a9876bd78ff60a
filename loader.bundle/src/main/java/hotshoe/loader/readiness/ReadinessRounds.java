package hotshoe.loader.readiness;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.host.Host;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round by all extensions every {@code readiness.interval}, first after a minute at most, once
 * the host is ready (row CS-18). What it finds wrong with an enabled one is an alert, until it
 * finds nothing wrong any more; of a disabled one it only tells the log (row CS-19). Each node of a
 * cluster compares what lies there with what was installed, so one node's rounds are its own.
 */
@Component(
    service = {},
    immediate = true)
public final class ReadinessRounds {

  private static final Logger LOG = LoggerFactory.getLogger(ReadinessRounds.class);
  private static final Duration FIRST_AT_MOST = Duration.ofSeconds(60);

  private final BundleContext context;
  private final Extensions extensions;
  private final Readiness readiness;
  private final AtomicReference<Optional<Audit>> audit = new AtomicReference<>(Optional.empty());
  private final Map<Long, List<Problem>> ofDisabled = new HashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(ReadinessRounds::thread);

  /** Begins when the host is ready. */
  @Activate
  public ReadinessRounds(
      BundleContext context,
      @Reference Configuration configuration,
      @Reference Extensions extensions,
      @Reference Readiness readiness,
      @Reference(target = "(hotshoe.ready=true)") Host host) {
    this.context = context;
    this.extensions = extensions;
    this.readiness = readiness;
    Duration interval = configuration.duration("readiness.interval");
    Duration first = interval.compareTo(FIRST_AT_MOST) < 0 ? interval : FIRST_AT_MOST;
    LOG.debug("{} asks every {} whether extensions are ready", host.product(), interval);
    rounds.scheduleWithFixedDelay(
        this::goRound, first.toMillis(), Math.max(1, interval.toMillis()), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hotshoe-readiness");
    thread.setDaemon(true);
    return thread;
  }

  /** Where alerts are noted. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "lose")
  public void keep(Audit present) {
    audit.set(Optional.of(present));
  }

  /** Alerts are not noted any more. */
  public void lose(Audit gone) {
    audit.updateAndGet(present -> present.filter(one -> one != gone));
  }

  /** Never throws: a round that fails must not be the last. */
  private void goRound() {
    try {
      List<Extension> all = extensions.list();
      readiness.keep(all.stream().map(Extension::bundle).collect(Collectors.toSet()));
      for (Extension extension : all) {
        Optional.ofNullable(context.getBundle(extension.bundle()))
            .ifPresent(bundle -> visit(extension, bundle));
      }
    } catch (RuntimeException failure) {
      LOG.warn("a round of looking whether extensions are ready was cut short", failure);
    }
  }

  private void visit(Extension extension, Bundle bundle) {
    List<Problem> found = readiness.check(extension.dialect(), extension.name(), bundle);
    if (bundle.getState() == Bundle.UNINSTALLED) {
      return;
    }
    if (extension.state() == ExtensionState.DISABLED) {
      readiness.raise(bundle.getBundleId(), List.of());
      onlyTell(bundle, found);
      return;
    }
    ofDisabled.remove(bundle.getBundleId());
    List<Problem> before = readiness.raise(bundle.getBundleId(), found);
    if (!before.equals(found)) {
      found.stream().filter(problem -> !before.contains(problem)).forEach(ReadinessRounds::tell);
      note(extension, before, found);
    }
  }

  private void onlyTell(Bundle bundle, List<Problem> found) {
    List<Problem> before = ofDisabled.put(bundle.getBundleId(), found);
    found.stream()
        .filter(problem -> before == null || !before.contains(problem))
        .forEach(problem -> LOG.info("{}", problem.sentence()));
  }

  private static void tell(Problem problem) {
    if (problem.severity() == Severity.NOTE) {
      LOG.info("{}", problem.sentence());
    } else {
      LOG.warn("{}", problem.sentence());
    }
  }

  private void note(Extension extension, List<Problem> before, List<Problem> found) {
    boolean was = isAlert(before);
    boolean is = isAlert(found);
    if (was && !is) {
      LOG.info("{} is ready again", extension.name());
      note(extension, "extension.ready", "ok", "");
    } else if (is) {
      String why =
          found.stream().map(problem -> problem.sentence()).collect(Collectors.joining("; "));
      note(extension, "extension.not-ready", "failed", why);
    }
  }

  private static boolean isAlert(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private void note(Extension extension, String action, String outcome, String detail) {
    AuditEntry entry =
        new AuditEntry(
            Instant.now(),
            Caller.HOST.name(),
            Caller.HOST.door(),
            action,
            extension.name().value(),
            "allowed",
            outcome,
            "",
            detail);
    audit.get().ifPresent(kept -> kept.note(entry));
  }

  /** Ends the rounds. */
  @Deactivate
  public void close() {
    rounds.shutdownNow();
  }
}
