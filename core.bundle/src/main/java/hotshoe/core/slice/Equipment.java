package hotshoe.core.slice;

import hotshoe.slice.Feature;
import hotshoe.slice.Features;
import hotshoe.slice.SliceName;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What the host lends to every slice.
 *
 * @param timer rings for schedules
 * @param workers perform scheduled and background work
 * @param features keeps the values of features
 * @param directory finds other slices
 */
record Equipment(
    ScheduledExecutorService timer,
    Executor workers,
    FeatureRegister features,
    Directory directory) {

  /** Keeps the features that slices declare. */
  interface FeatureRegister {

    /** Makes a slice's features known. */
    Features declare(SliceName slice, List<Feature> features);

    /** Drops them. */
    void forget(SliceName slice);
  }

  /** Finds slices by name. */
  interface Directory {

    /**
     * The slice of this name.
     *
     * @throws hotshoe.problem.ProblemException when there is none or it is of another type
     */
    <T> T slice(SliceName asking, SliceName wanted, Class<T> type);
  }
}
