package hotshoe.runtime.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Keys are equal whatever their case, and {@code _} is {@code -} (row INM-11). */
final class Keys {

  /** What the name of every environment variable of ours begins with. */
  static final String VARIABLE = "HOTSHOE_";

  private Keys() {}

  /** The form in which keys are compared and shown. */
  static String canonical(String key) {
    return key.trim().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable of a key: {@code gateway.port} is {@code HOTSHOE_GATEWAY_PORT}. */
  static String variable(String key) {
    return VARIABLE + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** The known key that somebody most likely meant, if any is near enough. */
  static Optional<String> nearest(String written, Collection<String> known) {
    int tolerance = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(key -> distance(written, key) <= tolerance)
        .min(Comparator.comparingInt(key -> distance(written, key)));
  }

  /** How many letters must be changed, added or removed to make one of the other. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + change,
                Math.min(previous[column] + 1, current[column - 1] + 1));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
