package hotshoe.core.feature;

import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureManager;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Features;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of all features, and the one manager that decides them (row INM-35). Safe for use by
 * many threads.
 */
@Component(service = FeatureValues.class)
public final class FeatureValues {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureValues.class);

  /** How long the manager may take to stop, which is the last thing before the framework stops. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final Succession succession;
  private final Map<SliceName, DeclaredFeatures> bySlice = new ConcurrentSkipListMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Reads values from the configuration until another manager is registered. */
  @Activate
  public FeatureValues(@Reference Configuration configuration) {
    this.succession = new Succession(new ConfiguredFeatures(configuration));
  }

  @Reference(
      name = "FeatureManager",
      service = FeatureManager.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbindManager")
  void bindManager(ServiceReference<FeatureManager> reference, FeatureManager manager) {
    join(titleOf(reference.getBundle()), manager);
  }

  void join(String bundle, FeatureManager manager) {
    succession
        .join(new Succession.Decider(bundle, manager))
        .ifPresentOrElse(
            problem -> LOG.error("{}", problem.sentence()),
            () -> LOG.info("{} decides the features from now on", bundle));
  }

  void unbindManager(FeatureManager manager) {
    leave(manager);
  }

  void leave(FeatureManager manager) {
    succession
        .leave(manager)
        .filter(decider -> !stopped.get())
        .ifPresent(decider -> LOG.info("{} decides the features from now on", decider.bundle()));
  }

  private static String titleOf(Bundle bundle) {
    return ExtensionName.of(bundle.getHeaders("")) + " " + bundle.getVersion();
  }

  /**
   * Makes a slice's features known, in place of what it declared before.
   *
   * @throws ProblemException when two features have one name, or when a configured value is of the
   *     wrong type: nobody can tell what the operator meant to restrict
   */
  public Features declare(SliceName slice, List<Feature> features) {
    DeclaredFeatures declared = new DeclaredFeatures(slice, features, succession);
    if (succession.isOwn()) {
      List<Problem> problems = declared.problems();
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
    }
    bySlice.put(slice, declared);
    return declared;
  }

  /** Drops a slice's features. */
  public void forget(SliceName slice) {
    bySlice.remove(slice);
  }

  /**
   * All features with their values, by slice and in the order of declaration. Asks the manager, who
   * may be an extension: it takes as long as that takes.
   */
  public List<FeatureReport> reports() {
    return bySlice.values().stream()
        .map(DeclaredFeatures::reports)
        .flatMap(Collection::stream)
        .toList();
  }

  /** Stops the manager, once and within two seconds; later calls do nothing. Never throws. */
  @Deactivate
  public void stop() {
    if (stopped.getAndSet(true)) {
      return;
    }
    if (!succession.isOwn()) {
      stopWithin(STOP_LIMIT, succession.present());
    }
  }

  private static void stopWithin(Duration limit, Succession.Decider decider) {
    Thread thread = new Thread(() -> stop(decider), "hotshoe-feature-manager-stop");
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      thread.interrupt();
      LOG.warn(
          "{}", notStopped(decider, "it has not come back within " + limit.toSeconds() + " s"));
    }
  }

  private static void stop(Succession.Decider decider) {
    try {
      decider.manager().stop();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{}", notStopped(decider, e.toString()), e);
    }
  }

  private static String notStopped(Succession.Decider decider, String why) {
    return Problem.warning(
            "HS-FEATURE-006", "the feature manager of " + decider.bundle() + " did not stop")
        .because(why)
        .sentence();
  }
}
