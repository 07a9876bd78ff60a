package hotshoe.setting;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Declares settings; register it as a service. */
@ConsumerType
public interface SettingProvider {
  /** The settings. Asked once, when the service arrives. */
  List<Setting<?>> settings();

  /** A check beyond the type; throw {@link IllegalArgumentException} to refuse the value. */
  default void validate(Setting<?> setting, Object value) {}
}
