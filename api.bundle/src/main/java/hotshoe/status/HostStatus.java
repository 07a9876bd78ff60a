package hotshoe.status;

import hotshoe.extension.Extension;
import hotshoe.host.Phase;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The whole host at one moment (row INM-34).
 *
 * @param product the product's name
 * @param version the product's version
 * @param phase where the host stands
 * @param overall the worst of everything below (row INM-33)
 * @param started when the host was started
 * @param extensions all extensions with their versions
 * @param slices all slices in start order
 * @param reports what each active slice reports of itself
 * @param features all features with their values
 */
public record HostStatus(
    String product,
    String version,
    Phase phase,
    StatusLevel overall,
    Instant started,
    List<Extension> extensions,
    List<SliceReport> slices,
    Map<SliceName, SliceStatus> reports,
    List<FeatureReport> features) {

  public HostStatus {
    extensions = List.copyOf(extensions);
    slices = List.copyOf(slices);
    reports = Map.copyOf(reports);
    features = List.copyOf(features);
  }
}
