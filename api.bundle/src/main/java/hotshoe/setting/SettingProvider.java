package hotshoe.setting;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Declares settings; register it as a service. They belong to the extension whose bundle registers
 * it, and go with the service; their stored values stay (row INM-53).
 */
@ConsumerType
public interface SettingProvider {
  /** The settings. Asked once, when the service arrives. */
  List<Setting<?>> settings();

  /**
   * A check beyond the type, asked before a value is stored; throw {@link IllegalArgumentException}
   * with the reason to refuse it. Quick: it has a second.
   *
   * @param setting one of {@link #settings()}
   * @param value of the setting's Java type
   */
  default void validate(Setting<?> setting, Object value) {}
}
