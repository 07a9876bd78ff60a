package hotshoe.core.status;

import hotshoe.configuration.Configuration;
import hotshoe.core.feature.FeatureValues;
import hotshoe.core.slice.LiveSlices;
import hotshoe.extension.Extension;
import hotshoe.extension.Extensions;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.problem.Problem;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import hotshoe.status.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the status of the host together (rows INM-32 to INM-34). Safe for use by many threads;
 * answers within the limit for slices and a little.
 */
@Component
public final class StatusBoard implements Status {

  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private final Host host;
  private final Slices slices;
  private final LiveSlices live;
  private final FeatureValues features;
  private final Duration limit;
  private final Inquiries inquiries = new Inquiries();
  private final SliceInquiry sliceInquiry;
  private final AtomicReference<Optional<Extensions>> extensions =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<List<FeatureReport>> latestFeatures =
      new AtomicReference<>(List.of());

  /** Connects the parts; gives each slice {@code slice.status-limit}. */
  @Activate
  public StatusBoard(
      @Reference Host host,
      @Reference Slices slices,
      @Reference LiveSlices live,
      @Reference FeatureValues features,
      @Reference Configuration configuration) {
    this.host = host;
    this.slices = slices;
    this.live = live;
    this.features = features;
    this.limit = configuration.duration("slice.status-limit");
    this.sliceInquiry = new SliceInquiry(inquiries, limit);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbindExtensions")
  void bindExtensions(Extensions present) {
    extensions.set(Optional.of(present));
  }

  void unbindExtensions(Extensions gone) {
    extensions.updateAndGet(held -> held.filter(it -> it != gone));
  }

  @Deactivate
  void close() {
    inquiries.close();
  }

  @Override
  public HostStatus status() {
    // Features first: whoever decides them answers while the slices are being asked.
    Inquiries.Inquiry<List<FeatureReport>> asked = inquiries.ask(features, features::reports);
    Map<SliceName, SliceStatus> reports = reports();
    List<Extension> present = extensions.get().map(Extensions::list).orElse(List.of());
    List<SliceReport> all = slices.list();
    Phase phase = host.phase();
    return new HostStatus(
        host.product(),
        host.version(),
        phase,
        Overall.of(phase, present, all, reports.values()),
        host.started(),
        present,
        all,
        reports,
        answer(asked));
  }

  private Map<SliceName, SliceStatus> reports() {
    Map<SliceName, Slice> present = live.active();
    // A slice that has gone and still hangs in its answer must not be held by it.
    inquiries.keepOnly(Stream.concat(present.values().stream(), Stream.of(features)).toList());
    return sliceInquiry.ask(present);
  }

  private List<FeatureReport> answer(Inquiries.Inquiry<List<FeatureReport>> asked) {
    try {
      asked.answer(limit).ifPresent(latestFeatures::set);
    } catch (ExecutionException e) {
      Problem problem = Problem.warning("HS-STATUS-003", "the features cannot be told");
      LOG.warn("{}", problem.sentence(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return latestFeatures.get();
  }
}
