package hotshoe.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The values of all settings in all environments (rows INM-49 to INM-55). A service of the host;
 * safe for use by many threads. Methods throw {@link hotshoe.problem.ProblemException} for what is
 * unknown, invalid or protected; nothing is stored before it is validated.
 */
@ProviderType
public interface Settings {

  /** The declared settings, by name. */
  List<Setting<?>> declared();

  /** The environments, by name. {@code default} is always there. */
  List<String> environments();

  /** Creates an environment. */
  void create(String environment);

  /** Resets all its values. */
  void clear(String environment);

  /** Deletes it with its values. */
  void delete(String environment);

  /** The values of all declared settings in an environment, by name. */
  List<SettingValue> list(String environment);

  /** The value of a setting. Reading never writes. */
  SettingValue get(String environment, String setting);

  /** The value, typed; empty when there is neither value nor default. */
  <T> Optional<T> get(String environment, Setting<T> setting);

  /** Sets a value: canonical, plain, or text. */
  void set(String environment, String setting, Object value);

  /** Goes back to the default. */
  void reset(String environment, String setting);

  /** Sets these values and protects them; those protected earlier for this reason are released. */
  void protect(String environment, String reason, Map<String, ?> values);

  /** Stored values whose setting nobody declares now (row INM-53). */
  List<Orphan> orphans();

  /** Forgets an orphan. */
  void forget(Orphan orphan);

  /**
   * A value without a declaration.
   *
   * @param environment where
   * @param setting the setting's name
   * @param owner the extension that declared it when it was stored
   */
  record Orphan(String environment, String setting, String owner) {}
}
