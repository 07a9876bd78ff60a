package hotshoe.core.slice;

import hotshoe.slice.Slice;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/** Gets a slice from the service registry: a component is created when it is first asked for. */
final class ServiceSource implements SliceSource {

  private final BundleContext bundles;
  private final ServiceReference<Slice> reference;
  private final ComponentFailures failures;
  private volatile Optional<Taken> taken = Optional.empty();

  private record Taken(ServiceObjects<Slice> objects, Slice slice) {}

  ServiceSource(
      BundleContext bundles, ServiceReference<Slice> reference, ComponentFailures failures) {
    this.bundles = bundles;
    this.reference = reference;
    this.failures = failures;
  }

  @Override
  public Slice create() throws Exception {
    Optional<ServiceObjects<Slice>> objects =
        Optional.ofNullable(bundles.getServiceObjects(reference));
    Optional<Slice> slice = objects.map(ServiceObjects::getService);
    if (slice.isEmpty()) {
      throw new ComponentFailures.NoInstance(failures.why(reference));
    }
    taken = Optional.of(new Taken(objects.get(), slice.get()));
    return slice.get();
  }

  /** When the service has gone, the framework has taken the instance back itself. */
  @Override
  public void release() {
    Optional<Taken> given = taken;
    taken = Optional.empty();
    if (given.isPresent() && reference.getBundle() != null) {
      given.get().objects().ungetService(given.get().slice());
    }
  }
}
