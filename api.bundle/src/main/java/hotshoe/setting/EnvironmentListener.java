package hotshoe.setting;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happens to environments (rows INM-52, INM-55); register it as a service. A listener
 * that throws is logged and harms nobody.
 */
@ConsumerType
public interface EnvironmentListener {
  /** An environment was created. */
  default void created(String environment) {}

  /** An environment's values were cleared. */
  default void cleared(String environment) {}

  /** An environment was deleted. */
  default void deleted(String environment) {}

  /** A value changed; an empty one means the default. */
  default void updated(
      String environment, Setting<?> setting, Optional<Object> before, Optional<Object> after) {}
}
