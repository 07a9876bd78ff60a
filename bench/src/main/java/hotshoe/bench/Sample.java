package hotshoe.bench;

import java.util.Comparator;
import java.util.List;

/** The values of one subject over all runs. */
final class Sample {

  private final double[] sorted;
  private final double noise;

  /**
   * @param values pairs of a value and the noise of its run
   */
  Sample(List<double[]> values) {
    this.sorted = values.stream().mapToDouble(pair -> pair[0]).sorted().toArray();
    this.noise =
        values.stream()
            .sorted(Comparator.comparingDouble(pair -> pair[1]))
            .mapToDouble(pair -> pair[1])
            .skip(values.size() / 2)
            .findFirst()
            .orElse(0);
  }

  int count() {
    return sorted.length;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  double median() {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  double p99() {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(0.99 * (sorted.length - 1)))];
  }

  /** The median share of time in which somebody waited for a processor. */
  double noise() {
    return noise;
  }
}
