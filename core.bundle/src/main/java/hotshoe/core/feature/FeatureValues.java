package hotshoe.core.feature;

import hotshoe.configuration.Configuration;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Features;
import hotshoe.slice.SliceName;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The values of all features, and the one manager that decides them. */
@Component(service = FeatureValues.class)
public final class FeatureValues {

  private final Configuration configuration;

  /** Reads values from the configuration until another manager is registered. */
  @Activate
  public FeatureValues(@Reference Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Makes a slice's features known, in place of what it declared before.
   *
   * @throws hotshoe.problem.ProblemException when two features have one name
   */
  public Features declare(SliceName slice, List<Feature> features) {
    throw new UnsupportedOperationException("not yet: " + configuration);
  }

  /** Drops a slice's features. */
  public void forget(SliceName slice) {}

  /** All features with their values, by slice and in the order of declaration. */
  public List<FeatureReport> reports() {
    return List.of();
  }

  /** Stops the manager, once; later calls do nothing. Never throws. */
  public void stop() {}
}
