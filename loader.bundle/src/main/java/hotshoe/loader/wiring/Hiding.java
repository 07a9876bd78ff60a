package hotshoe.loader.wiring;

import java.util.Collection;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Lets bundles be wired as if some others were gone already, so that a new version can be tried
 * before the old one is touched; singletons, too, stand beside what is hidden.
 */
final class Hiding implements ResolverHookFactory, ResolverHook {

  private final Set<Bundle> hidden;

  Hiding(Set<Bundle> hidden) {
    this.hidden = Set.copyOf(hidden);
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return this;
  }

  /**
   * Nobody is wired to what is hidden; nor does a hidden fragment join a host that is being wired,
   * which Felix would let it do on its own.
   */
  @Override
  public void filterMatches(
      BundleRequirement requirement, Collection<BundleCapability> candidates) {
    if (hidden.contains(requirement.getRevision().getBundle())) {
      candidates.clear();
    } else {
      candidates.removeIf(this::isHidden);
    }
  }

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {
    if (isHidden(singleton)) {
      collisions.clear();
    } else {
      collisions.removeIf(this::isHidden);
    }
  }

  /**
   * Nobody asks for hidden ones; and Felix loses sight of all wired bundles if one is taken out.
   */
  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {
    // All may be wired.
  }

  @Override
  public void end() {
    // Nothing is kept from one resolve to the next.
  }

  private boolean isHidden(BundleCapability capability) {
    return hidden.contains(capability.getRevision().getBundle());
  }
}
