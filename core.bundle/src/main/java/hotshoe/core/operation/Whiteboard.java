package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationProvider.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Services that offer operations, as they come and go. Safe for use by many threads. */
final class Whiteboard {

  private static final Logger LOG = LoggerFactory.getLogger(Whiteboard.class);

  private final Map<ServiceReference<?>, Offers.Batch> batches = new ConcurrentHashMap<>();
  private final BundleContext bundles;
  private final Shelves shelves;
  private final Offers offers;

  Whiteboard(BundleContext bundles, Shelves shelves, Offers offers) {
    this.bundles = bundles;
    this.shelves = shelves;
    this.offers = offers;
  }

  <T> void arrive(ServiceReference<T> reference, Function<T, List<Offer>> ask) {
    owner(reference)
        .ifPresent(owner -> arrive(reference, owner, service -> () -> ask.apply(service)));
  }

  void arriveComponent(ServiceReference<OperationComponent> reference) {
    owner(reference)
        .ifPresent(
            owner -> arrive(reference, owner, service -> () -> offers.methods(service, owner)));
  }

  private <T> void arrive(
      ServiceReference<T> reference, Owner owner, Function<T, Offers.Question> question) {
    Offers.Batch batch = new Offers.Batch(shelves.gate(owner.extension()), owner);
    batches.put(reference, batch);
    try {
      T service = bundles.getService(reference);
      if (service != null) {
        offers.ask(batch, question.apply(service));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}", OperationProblems.silent(owner.text(), e.toString()).sentence(), e);
    }
  }

  void leave(ServiceReference<?> reference) {
    Optional.ofNullable(batches.remove(reference)).ifPresent(batch -> batch.leave(shelves));
    try {
      bundles.ungetService(reference);
    } catch (IllegalStateException stopped) {
      LOG.debug("The framework has let go of the service already", stopped);
    }
  }

  private Optional<Owner> owner(ServiceReference<?> reference) {
    Bundle bundle = Optional.ofNullable(reference.getBundle()).orElse(bundles.getBundle());
    try {
      return Optional.of(
          new Owner(
              ExtensionName.of(bundle.getHeaders("")),
              bundle.getVersion() + " (bundle " + bundle.getBundleId() + ")"));
    } catch (IllegalArgumentException e) {
      String place = "bundle " + bundle.getBundleId();
      LOG.error("{}", OperationProblems.silent(place, e.getMessage()).sentence());
      return Optional.empty();
    }
  }

  /**
   * Whose operations they are.
   *
   * @param extension the extension of the bundle that registered the service
   * @param version the bundle, for people
   */
  record Owner(ExtensionName extension, String version) {
    String text() {
      return extension + " " + version;
    }
  }
}
