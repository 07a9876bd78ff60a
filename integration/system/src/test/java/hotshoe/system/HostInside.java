package hotshoe.system;

import hotshoe.configuration.Configuration;
import hotshoe.host.Host;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The host around a test that runs inside of the framework: what the launcher would register, and
 * slices that the test brings itself. Closing it takes everything out again, so that each test
 * meets a host of its own.
 */
final class HostInside implements AutoCloseable {
  private final BundleContext context;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();

  HostInside(BundleContext context, OperatorStub operator) {
    this.context = context;
    registrations.add(context.registerService(Configuration.class, operator, null));
    registrations.add(context.registerService(Host.class, operator, null));
  }

  HostInside(BundleContext context) {
    this(context, new OperatorStub(Path.of("target", "inside")));
  }

  /** A service of the host; waits for it, and holds it: a component lives while it is used. */
  <T> T service(Class<T> type) {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
    trackers.add(tracker);
    tracker.open();
    try {
      T service = tracker.waitForService(20_000);
      if (service == null) {
        throw new AssertionError("there is no " + type.getName());
      }
      return service;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Slices slices() {
    return service(Slices.class);
  }

  /** Registers a slice in the namespace of the test's own bundle. */
  <T extends Slice> T add(String name, T slice, String... dependsOn) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("hotshoe.slice.name", name);
    properties.put("hotshoe.slice.dependsOn", dependsOn);
    register(slice, properties);
    return slice;
  }

  /** Registers a slice with any properties at all. */
  void register(Slice slice, Dictionary<String, Object> properties) {
    registrations.add(context.registerService(Slice.class, slice, properties));
  }

  /** Registers any other service until the host is closed. */
  <T> ServiceRegistration<T> offer(Class<T> type, T service) {
    ServiceRegistration<T> registration = context.registerService(type, service, null);
    registrations.add(registration);
    return registration;
  }

  /** Waits until the slice stands there and answers its report. */
  SliceReport await(String name, SliceState state) {
    Slices slices = slices();
    await(name + " is " + state, () -> stateOf(slices, name) == state);
    return slices.find(new SliceName(name)).orElseThrow();
  }

  private static SliceState stateOf(Slices slices, String name) {
    return slices.find(new SliceName(name)).map(SliceReport::state).orElse(SliceState.WAITING);
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      Home.pause(5);
    }
  }

  /** Whether any service of the type is registered, without waiting. */
  boolean has(Class<?> type) {
    ServiceReference<?> reference = context.getServiceReference(type);
    return reference != null;
  }

  @Override
  public void close() {
    trackers.forEach(ServiceTracker::close);
    // In the order in which they came: the host leaves first, which stops all slices together.
    registrations.forEach(ServiceRegistration::unregister);
    registrations.clear();
  }
}
