package hotshoe.runtime;

import hotshoe.host.Host;
import hotshoe.host.Phase;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host as its bundles see it, and the bell that ends it. */
final class HostControl implements Host {

  private static final Logger log = LoggerFactory.getLogger(HostControl.class);

  private final Product product;
  private final Instant started = Instant.now();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final CountDownLatch stopWanted = new CountDownLatch(1);

  HostControl(Product product) {
    this.product = product;
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
    if (stopWanted.getCount() > 0) {
      log.info("stopping: {}", reason);
      stopWanted.countDown();
    }
  }

  void ready() {
    phase.compareAndSet(Phase.STARTING, Phase.READY);
  }

  void stopping() {
    phase.set(Phase.STOPPING);
  }

  /** Waits until somebody wants the end. */
  void awaitStop() throws InterruptedException {
    stopWanted.await();
  }
}
