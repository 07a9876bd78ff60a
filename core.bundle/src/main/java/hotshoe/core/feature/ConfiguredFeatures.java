package hotshoe.core.feature;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureManager;
import hotshoe.slice.SliceName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The host's own feature manager: {@code features.<slice>.<feature>} of the configuration. What is
 * not written there is left as it is, fully on.
 */
final class ConfiguredFeatures implements FeatureManager {

  private final Configuration configuration;

  ConfiguredFeatures(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public Optional<Boolean> flag(SliceName slice, Feature.Flag feature) {
    return find(slice, feature).map(value -> readFlag(value));
  }

  @Override
  public Optional<List<String>> items(SliceName slice, Feature.Items feature) {
    return find(slice, feature).map(value -> readItems(value));
  }

  private Optional<Value> find(SliceName slice, Feature feature) {
    return configuration.find("features." + slice + "." + feature.name());
  }

  private static boolean readFlag(Value value) {
    if (value.value() instanceof Boolean flag) {
      return flag;
    }
    return switch (String.valueOf(value.value()).trim().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw unsuitable(value, "write true or false");
    };
  }

  private static List<String> readItems(Value value) {
    if (value.value() instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    if (value.value() instanceof String text) {
      return Arrays.stream(text.split(",", -1))
          .map(String::trim)
          .filter(item -> !item.isEmpty())
          .toList();
    }
    throw unsuitable(value, "write a list of items, or '*' for all");
  }

  private static ProblemException unsuitable(Value value, String advice) {
    return new ProblemException(
        Problem.error("HS-FEATURE-003", value.key() + " cannot be " + value.shown())
            .at(value.origin().toString())
            .because("the feature is of another type")
            .advising(advice));
  }
}
