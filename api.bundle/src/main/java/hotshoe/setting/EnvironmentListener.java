package hotshoe.setting;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happened to environments (rows INM-52, INM-55); register it as a service. Every
 * listener hears everything in the order in which it happened, on a thread of its own, one call at
 * a time. Who made the change waits for the listeners, though no longer than the option {@code
 * settings.listener-limit}; a listener that throws or hangs is logged and fails nothing.
 */
@ConsumerType
public interface EnvironmentListener {
  /** An environment was created. */
  default void created(String environment) {}

  /** A setting was set or reset; see {@link Setting#effects()}. */
  default void updated(SettingChange change) {}

  /** The values of an environment were reset, except for protected ones. */
  default void cleared(String environment) {}

  /** An environment was deleted with its values. */
  default void deleted(String environment) {}
}
