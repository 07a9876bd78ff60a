package hotshoe.loader.readiness;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.ReadinessCheck;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the dialects whether extensions are ready, and remembers what they found: by bundle, so that
 * what was wrong with one version is not held against the next. Safe for use by many threads.
 */
@Component(service = Readiness.class)
public final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final List<ReadinessCheck> checks = new CopyOnWriteArrayList<>();
  private final Map<Long, List<Problem>> alerts = new ConcurrentHashMap<>();

  /** Somebody knows the extensions of a dialect. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  public void learn(ReadinessCheck check) {
    checks.add(check);
  }

  /** It knows them no more. */
  public void forget(ReadinessCheck check) {
    checks.remove(check);
  }

  /** What is wrong with an extension now; nothing where nobody knows its dialect. */
  public synchronized List<Problem> check(String dialect, ExtensionName name, Bundle bundle) {
    Optional<ReadinessCheck> known =
        checks.stream().filter(check -> check.dialect().equals(dialect)).findFirst();
    try {
      return known.map(check -> List.copyOf(check.check(name, bundle))).orElse(List.of());
    } catch (RuntimeException failure) {
      LOG.warn("the readiness of {} cannot be told", name, failure);
      return List.of(ReadinessProblems.unknown(name));
    }
  }

  /** The same, and holds it against the extension from now on. */
  public List<Problem> renew(String dialect, ExtensionName name, Bundle bundle) {
    List<Problem> found = check(dialect, name, bundle);
    raise(bundle.getBundleId(), found);
    return found;
  }

  /** What is held against the extension in this bundle; empty when it was ready, or not asked. */
  public List<Problem> alerts(long bundle) {
    return alerts.getOrDefault(bundle, List.of());
  }

  /** Holds this against it from now on, instead of what was before. */
  List<Problem> raise(long bundle, List<Problem> problems) {
    List<Problem> before =
        problems.isEmpty() ? alerts.remove(bundle) : alerts.put(bundle, List.copyOf(problems));
    return before == null ? List.of() : before;
  }

  /** Forgets all but these bundles. */
  void keep(Set<Long> bundles) {
    alerts.keySet().retainAll(bundles);
  }
}
