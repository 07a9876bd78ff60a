package hotshoe.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A promise and how to work out whether it is kept.
 *
 * @param statement the promise in words
 * @param measured the figure that is held against the limit; empty when something was not measured
 * @param limit the bound
 * @param atMost true when the figure must not be above the limit, false when not below
 */
public record Goal(String statement, Measure measured, double limit, boolean atMost) {

  /** Works a figure out of the samples. */
  @FunctionalInterface
  public interface Measure {
    /** The figure, when all that it needs was measured. */
    Optional<Double> of(Samples samples);
  }

  /** All samples of a part. */
  public static final class Samples {
    private final Map<Ledger.Subject, Sample> samples;

    Samples(Map<Ledger.Subject, Sample> samples) {
      this.samples = Map.copyOf(samples);
    }

    /** The median of one subject. */
    public Optional<Double> median(String system, String variant, String key) {
      return pick(system, variant, key, Sample::median);
    }

    /** The least of one subject. */
    public Optional<Double> min(String system, String variant, String key) {
      return pick(system, variant, key, Sample::min);
    }

    private Optional<Double> pick(
        String system, String variant, String key, ToDoubleFunction<Sample> function) {
      return Optional.ofNullable(samples.get(new Ledger.Subject(system, variant, key)))
          .map(function::applyAsDouble);
    }
  }

  /** A goal of the form: this is at most so many times that. */
  public static Goal ratioAtMost(String statement, Measure one, Measure other, double limit) {
    return new Goal(statement, ratio(one, other), limit, true);
  }

  /** A goal of the form: this is at least so many times that. */
  public static Goal ratioAtLeast(String statement, Measure one, Measure other, double limit) {
    return new Goal(statement, ratio(one, other), limit, false);
  }

  private static Measure ratio(Measure one, Measure other) {
    return samples -> one.of(samples).flatMap(a -> other.of(samples).map(b -> a / b));
  }

  /** One row of the report. */
  String row(Samples samples) {
    return measured
        .of(samples)
        .map(
            figure ->
                "| %s | %s %s | %s | %s |"
                    .formatted(
                        statement,
                        atMost ? "≤" : "≥",
                        Report.number(limit),
                        Report.number(figure),
                        (atMost ? figure <= limit : figure >= limit) ? "met" : "**missed**"))
        .orElse("| %s | | not measured | |".formatted(statement));
  }
}
