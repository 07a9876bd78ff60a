package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import java.util.List;
import java.util.Map;

/**
 * What is to be done in one go.
 *
 * @param arrivals archives to install; of each name at most one
 * @param departures extensions to remove, and why each goes
 * @param began when the first of it was noticed, as {@link System#nanoTime}
 */
record Change(List<Arrival> arrivals, Map<ExtensionName, String> departures, long began) {
  Change {
    arrivals = List.copyOf(arrivals);
    departures = Map.copyOf(departures);
  }

  boolean isNothing() {
    return arrivals.isEmpty() && departures.isEmpty();
  }
}
