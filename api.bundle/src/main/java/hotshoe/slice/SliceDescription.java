package hotshoe.slice;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a slice says of itself.
 *
 * @param name its name
 * @param dependsOn the slices that start before it
 * @param dependedOnBy the slices that start after it
 * @param limit how long one life-cycle method may take; empty means the host's default
 */
public record SliceDescription(
    SliceName name,
    SortedSet<SliceName> dependsOn,
    SortedSet<SliceName> dependedOnBy,
    Optional<Duration> limit) {

  public SliceDescription {
    dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
    dependedOnBy = Collections.unmodifiableSortedSet(new TreeSet<>(dependedOnBy));
  }

  /**
   * Reads the service properties that {@link SliceComponent} writes.
   *
   * @throws IllegalArgumentException naming the property that is missing or malformed
   */
  public static SliceDescription of(Map<String, ?> properties) {
    Object name = properties.get(SliceComponent.PREFIX_ + "name");
    if (name == null) {
      throw new IllegalArgumentException(
          "the service property " + SliceComponent.PREFIX_ + "name is missing");
    }
    return new SliceDescription(
        new SliceName(name.toString()),
        names(SliceComponent.PREFIX_ + "dependsOn", properties),
        names(SliceComponent.PREFIX_ + "dependedOnBy", properties),
        limit(properties.get(SliceComponent.PREFIX_ + "limit")));
  }

  private static SortedSet<SliceName> names(String key, Map<String, ?> properties) {
    try {
      return names(properties.get(key));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static SortedSet<SliceName> names(Object property) {
    Collection<?> values =
        property == null
            ? java.util.List.of()
            : property instanceof Object[] array
                ? Arrays.asList(array)
                : property instanceof Collection<?> collection
                    ? collection
                    : Arrays.asList(property.toString().split("\\s*,\\s*"));
    SortedSet<SliceName> names = new TreeSet<>();
    values.forEach(value -> names.add(new SliceName(value.toString().trim())));
    return names;
  }

  private static Optional<Duration> limit(Object property) {
    if (property == null) {
      return Optional.empty();
    }
    long seconds = seconds(property.toString());
    if (seconds < 0) {
      throw new IllegalArgumentException(SliceComponent.PREFIX_ + "limit is negative: " + seconds);
    }
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static long seconds(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          SliceComponent.PREFIX_ + "limit is not a whole number of seconds: '" + text + "'", e);
    }
  }
}
