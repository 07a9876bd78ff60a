package hotshoe.loader.wiring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/**
 * Fragments that came after their hosts. A host takes in a fragment only when it is wired anew;
 * that is asked of it once for each fragment, so that one which never fits does not disturb it
 * again and again.
 */
public final class Fragments {

  private final Bundles bundles;
  private final Map<Long, Set<Long>> asked = new HashMap<>();

  /** Fragments among these bundles. */
  public Fragments(Bundles bundles) {
    this.bundles = bundles;
  }

  /** The hosts, all of them bundles of extensions, that should be wired anew for these. */
  public Set<Bundle> hostsToRewire(List<Bundle> waiting) {
    Needs needs = bundles.needs();
    return waiting.stream()
        .filter(Bundles::isFragment)
        .filter(fragment -> needs.unmet(fragment).isEmpty())
        .flatMap(fragment -> needs.hosts(fragment).stream().filter(host -> isNew(fragment, host)))
        .collect(Collectors.toSet());
  }

  private boolean isNew(Bundle fragment, Bundle host) {
    return Location.isExtension(host)
        && Bundles.isResolved(host)
        && asked
            .computeIfAbsent(fragment.getBundleId(), id -> new HashSet<>())
            .add(host.getBundleId());
  }
}
