package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code key = value} as somebody wrote it somewhere.
 *
 * @param key the whole key in canonical form, see {@link Keys}
 * @param extension the extension it is for, in canonical form, where the writing leaves no doubt:
 *     names may hold dots, so a dotted key alone does not tell where the name ends
 * @param value text, boolean, long, double, or a list of these
 * @param origin where it stands
 */
record Assignment(String key, Optional<String> extension, Object value, Origin origin) {

  Assignment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }

  /** An assignment whose key is all there is to know. */
  static Assignment of(String key, Object value, Origin origin) {
    return new Assignment(Keys.canonical(key), Optional.empty(), value, origin);
  }

  /** The same under another key. */
  Assignment under(String other) {
    return new Assignment(other, extension, value, origin);
  }
}
