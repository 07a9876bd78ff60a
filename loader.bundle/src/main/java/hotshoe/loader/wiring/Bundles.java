package hotshoe.loader.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.resolver.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework, as far as extensions are concerned. What may run their code is bounded in time.
 * Called by one thread at a time.
 */
public final class Bundles implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Bundles.class);
  private static final int TRANSIENT = Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY;

  private final BundleContext context;
  private final FrameworkWiring wiring;
  private final BoundedCalls calls = new BoundedCalls();
  private final Duration limit;
  private final Tagging tagging;
  private final Set<Bundle> hidden = ConcurrentHashMap.newKeySet();
  private final Map<Bundle, Fate> stuck = new ConcurrentHashMap<>();

  /**
   * The framework behind this context.
   *
   * @param limit how long one bundle may take to start, or to stop
   */
  public Bundles(BundleContext context, Duration limit) {
    this.context = context;
    this.tagging = new Tagging(context);
    this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    this.limit = limit;
  }

  /** Whether the present thread runs the code of a bundle that is being started or stopped. */
  public boolean isInsideCall() {
    return calls.isInside();
  }

  /** Why bundles cannot be wired. */
  public Needs needs() {
    return new Needs(new FrameworkOffers(wiring, context::getBundles, hidden::contains));
  }

  /** All bundles, those of the host too. */
  public Bundle[] all() {
    return context.getBundles();
  }

  /** The framework's own resolver, which wires nothing by itself. */
  public Resolver resolver() {
    return Optional.ofNullable(context.getServiceReference(Resolver.class))
        .map(context::getService)
        .orElseThrow(() -> new IllegalStateException("this framework offers no resolver"));
  }

  /** The bundles of extensions, whether anybody remembers them or not. */
  public List<Bundle> ofExtensions() {
    return Arrays.stream(context.getBundles()).filter(Location::isExtension).toList();
  }

  /** A bundle of the host with this symbolic name, the framework among them. */
  public Optional<Bundle> ofHost(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> !Location.isExtension(bundle))
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst();
  }

  /** The bundles that were made of what the machine has. */
  public List<Bundle> ofMachine() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith(Location.MACHINE))
        .toList();
  }

  /** The bundle at a location, if the framework still has it. */
  public Optional<Bundle> find(Location location) {
    return find(location.toString());
  }

  /** The same, of one that is not of an extension. */
  public Optional<Bundle> find(String location) {
    return Optional.ofNullable(context.getBundle(location));
  }

  /** Puts a bundle in. */
  public Bundle install(Location location, InputStream bytes) throws BundleException, IOException {
    Bundle bundle = install(location.toString(), bytes);
    tagging.enter(bundle);
    return bundle;
  }

  /** The same, of one that is not of an extension. */
  public Bundle install(String location, InputStream bytes) throws BundleException, IOException {
    try (bytes) {
      return context.installBundle(location, bytes);
    }
  }

  /** Wires as many of these as can be. */
  public void resolve(Collection<Bundle> bundles) {
    if (!bundles.isEmpty()) {
      wiring.resolveBundles(bundles);
    }
  }

  /** Whether a bundle is wired to all it needs. */
  public static boolean isResolved(Bundle bundle) {
    return (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
  }

  /** Whether a bundle is a part of another and never starts by itself. */
  public static boolean isFragment(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  /** Until the result is closed, wiring goes as if these bundles were gone. */
  public Hidden hide(Set<Bundle> bundles) {
    if (bundles.isEmpty()) {
      return () -> {};
    }
    Set<Bundle> all = new HashSet<>(bundles);
    all.addAll(tagging.of(bundles));
    ServiceRegistration<ResolverHookFactory> registration =
        context.registerService(ResolverHookFactory.class, new Hiding(all), null);
    hidden.addAll(all);
    return () -> {
      hidden.removeAll(all);
      registration.unregister();
    };
  }

  /** See {@link #hide}. */
  @FunctionalInterface
  public interface Hidden extends AutoCloseable {
    @Override
    void close();
  }

  /** The bundles of extensions that would lose their wires if these went, themselves left out. */
  public Set<Bundle> dependents(Collection<Bundle> bundles) {
    Set<Bundle> dependents = new HashSet<>();
    if (!bundles.isEmpty()) {
      wiring.getDependencyClosure(bundles).stream()
          .filter(Location::isExtension)
          .filter(bundle -> !bundles.contains(bundle))
          .forEach(dependents::add);
    }
    return dependents;
  }

  /** Starts a bundle, for this run of the framework only. */
  public Ending start(Bundle bundle) {
    return call(bundle, () -> bundle.start(TRANSIENT));
  }

  /** Stops a bundle. */
  public Ending stop(Bundle bundle) {
    int idle = Bundle.INSTALLED | Bundle.RESOLVED | Bundle.UNINSTALLED;
    return (bundle.getState() & idle) != 0
        ? new Ending.Done()
        : call(bundle, () -> bundle.stop(Bundle.STOP_TRANSIENT));
  }

  /** Takes a bundle out; its wires stay until {@link #refresh}. */
  public Ending uninstall(Bundle bundle) {
    stuck.computeIfPresent(bundle, (same, fate) -> Fate.UNINSTALL);
    Optional<Bundle> tag = tagging.leave(bundle);
    Ending ending = takeOut(bundle);
    tag.ifPresent(left -> refresh(Set.of(bundle, left)));
    return ending;
  }

  private Ending takeOut(Bundle bundle) {
    return bundle.getState() == Bundle.UNINSTALLED
        ? new Ending.Done()
        : call(bundle, bundle::uninstall);
  }

  /** What happens to a bundle whose code comes back after it was left behind. */
  private enum Fate {
    STOP,
    UNINSTALL
  }

  /** A call into a bundle. */
  private interface Act {
    void on() throws BundleException;
  }

  private Ending call(Bundle bundle, Act act) {
    if (stuck.containsKey(bundle)) {
      return new Ending.TooLong(limit);
    }
    Ending ending =
        calls.call(
            limit,
            () -> {
              act.on();
              return bundle;
            },
            () -> comeBack(bundle));
    if (ending instanceof Ending.TooLong) {
      stuck.putIfAbsent(bundle, Fate.STOP);
    }
    return ending;
  }

  private void comeBack(Bundle bundle) {
    try {
      if (stuck.get(bundle) == Fate.UNINSTALL) {
        bundle.uninstall();
      } else {
        bundle.stop(Bundle.STOP_TRANSIENT);
      }
    } catch (BundleException | IllegalStateException failure) {
      log.warn("{} came back too late and cannot be stopped", bundle, failure);
    } finally {
      stuck.remove(bundle);
    }
  }

  /**
   * Unwires these bundles and all that are wired to them, and frees those that were taken out.
   * Bundles of extensions are to be stopped before. A bundle of the host is never unwired under its
   * own feet: what it holds on to lingers until the host starts anew.
   */
  public void refresh(Collection<Bundle> bundles) {
    if (bundles.isEmpty() || !arePassing(bundles)) {
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    wiring.refreshBundles(
        bundles,
        event -> {
          if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            done.countDown();
          }
        });
    try {
      if (!done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        log.warn("unwiring {} takes longer than {} s", bundles, limit.toSeconds());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean arePassing(Collection<Bundle> bundles) {
    List<Bundle> others =
        wiring.getDependencyClosure(bundles).stream()
            .filter(bundle -> !Location.isPassing(bundle))
            .toList();
    if (!others.isEmpty()) {
      log.debug("{} stay wired, because {} of the host use them", bundles, others);
    }
    return others.isEmpty();
  }

  @Override
  public void close() {
    calls.close();
  }
}
