package hotshoe.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a slice reports of itself.
 *
 * @param level how well it is
 * @param message one sentence, or empty
 * @param details figures for people, in the order given; values are text, numbers or booleans
 */
public record SliceStatus(StatusLevel level, String message, Map<String, Object> details) {

  /** All is well and there is nothing to say. */
  public static final SliceStatus OK = new SliceStatus(StatusLevel.OK, "", Map.of());

  public SliceStatus {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(message, "message");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A status without details. */
  public static SliceStatus of(StatusLevel level, String message) {
    return new SliceStatus(level, message, Map.of());
  }
}
