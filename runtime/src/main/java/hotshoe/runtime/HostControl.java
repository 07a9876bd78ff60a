package hotshoe.runtime;

import hotshoe.host.Host;
import hotshoe.host.Phase;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host as its bundles see it, and the bell that ends it. */
final class HostControl implements Host {

  private static final Logger log = LoggerFactory.getLogger(HostControl.class);

  private final Product product;
  private final Instant started = Instant.now();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CompletableFuture<Void> stopWanted = new CompletableFuture<>();

  private final AtomicReference<Optional<ServiceRegistration<Host>>> service =
      new AtomicReference<>(Optional.empty());

  HostControl(Product product) {
    this.product = product;
  }

  /** Offers this to the host's bundles. */
  void register(BundleContext context) {
    service.set(Optional.of(context.registerService(Host.class, this, null)));
  }

  /**
   * Tells bundles that wait for it that the host is ready: it then has the property {@code
   * hotshoe.ready}. What takes time and is not needed to be ready begins here.
   *
   * @throws IllegalStateException when the host has stopped meanwhile
   */
  void announce() {
    if (phase() == Phase.READY) {
      Dictionary<String, Object> ready = FrameworkUtil.asDictionary(Map.of("hotshoe.ready", true));
      service.get().ifPresent(registration -> registration.setProperties(ready));
    }
  }

  @Override
  public String product() {
    return product.name();
  }

  @Override
  public String version() {
    return product.version();
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public Phase phase() {
    return phase.get();
  }

  @Override
  public void stop(String reason) {
    if (phase.getAndSet(Phase.STOPPING) != Phase.STOPPING) {
      log.info("stopping: {}", reason);
      asked.set(true);
      stopWanted.complete(null);
    }
  }

  /** Whether somebody asked for the end, as against a start that failed. */
  boolean isAsked() {
    return asked.get();
  }

  /** Begins the end without having been asked. */
  void end() {
    phase.set(Phase.STOPPING);
    stopWanted.complete(null);
  }

  /** Everything is up, unless the end has begun meanwhile. */
  void ready() {
    phase.compareAndSet(Phase.STARTING, Phase.READY);
  }

  /** Completes once the end begins. */
  CompletableFuture<Void> stopWanted() {
    return stopWanted;
  }
}
