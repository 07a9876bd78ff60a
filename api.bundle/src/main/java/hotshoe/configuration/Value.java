package hotshoe.configuration;

import java.util.Objects;

/**
 * One effective value.
 *
 * @param key the whole key, in lower case with dots and dashes
 * @param value text, boolean, long, double, or a list of these
 * @param origin where it came from
 * @param secret true when it must not be shown
 */
public record Value(String key, Object value, Origin origin, boolean secret) {

  public Value {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }

  /** The value for people: secrets are starred out. */
  public String shown() {
    return secret ? "********" : String.valueOf(value);
  }

  @Override
  public String toString() {
    return key + "=" + shown() + " (" + origin + ")";
  }
}
