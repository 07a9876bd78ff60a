package hotshoe.core.slice;

import hotshoe.configuration.Configuration;
import hotshoe.core.feature.FeatureValues;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.Feature;
import hotshoe.slice.Features;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The front door of the slices: hears of slice services that come and go, and hands them to the
 * {@link Engine}. Instances are asked for only when a slice is to prestart.
 */
@Component(
    service = {Slices.class, LiveSlices.class},
    immediate = true)
public final class SliceRegistry implements Slices, LiveSlices {

  private final Map<ServiceReference<Slice>, Arrival> arrivals = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> daemon(task, "hotshoe timer"));
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> daemon(task, "hotshoe work"));
  private final OfferReader reader;
  private final Engine engine;
  private final FeatureValues features;
  private final Duration stopLimit;

  /** Reads its limits from the host's configuration. */
  @Activate
  public SliceRegistry(
      BundleContext bundles,
      @Reference Configuration configuration,
      @Reference FeatureValues features,
      @Reference ServiceComponentRuntime components) {
    this.features = features;
    timer.setRemoveOnCancelPolicy(true);
    stopLimit = configuration.duration("stop.graceful-limit");
    reader = new OfferReader(bundles, new ComponentFailures(components));
    engine =
        new Engine(
            new Engine.Limits(configuration.duration("slice.start-limit"), stopLimit),
            new Register(features),
            timer,
            workers);
  }

  private record Register(FeatureValues values) implements Equipment.FeatureRegister {
    @Override
    public Features declare(SliceName slice, List<Feature> features) {
      return values.declare(slice, features);
    }

    @Override
    public void forget(SliceName slice) {
      values.forget(slice);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A slice's service has come. Returns at once. */
  @Reference(
      service = Slice.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leave",
      updated = "change")
  public void arrive(ServiceReference<Slice> reference) {
    arrivals.put(reference, engine.arrive(reader.read(reference)));
  }

  /** A slice's service is going. Returns when the slice has stopped, within bounds. */
  public void leave(ServiceReference<Slice> reference) {
    Optional.ofNullable(arrivals.remove(reference))
        .ifPresent(arrival -> engine.await(engine.leave(arrival)));
  }

  /** A slice's service describes itself anew. */
  public void change(ServiceReference<Slice> reference) {
    Offer offer = reader.read(reference);
    Optional.ofNullable(arrivals.get(reference))
        .filter(arrival -> !arrival.offer().isLike(offer))
        .ifPresent(
            arrival -> {
              engine.leave(arrival);
              arrivals.put(reference, engine.arrive(offer));
            });
  }

  @Override
  public List<SliceReport> list() {
    return engine.list();
  }

  @Override
  public Optional<SliceReport> find(SliceName name) {
    return engine.find(name);
  }

  @Override
  public SliceGraph graph() {
    return engine.graph();
  }

  @Override
  public Hold hold() {
    return engine.hold();
  }

  @Override
  public List<Problem> retire(ExtensionName extension) {
    return engine.retire(extension);
  }

  @Override
  public List<Problem> stop(Duration limit) {
    List<Problem> problems = engine.stop(limit);
    features.stop();
    return problems;
  }

  @Override
  public Map<SliceName, Slice> active() {
    return engine.active();
  }

  /** Stops what nobody has stopped before. */
  @Deactivate
  public void close() {
    engine.stop(stopLimit);
    engine.close();
    timer.shutdownNow();
    workers.shutdownNow();
  }
}
