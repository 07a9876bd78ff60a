package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import java.util.Objects;

/**
 * One {@code key = value} as somebody wrote it somewhere.
 *
 * @param key the key in canonical form, see {@link Keys}
 * @param value text, boolean, long, double, or a list of these
 * @param origin where it stands
 */
record Assignment(String key, Object value, Origin origin) {
  Assignment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }
}
