package hotshoe.runtime.configuration;

import java.util.Locale;

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
}
