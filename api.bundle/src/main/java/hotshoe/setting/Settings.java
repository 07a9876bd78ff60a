package hotshoe.setting;

import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The values of all settings in all environments (rows INM-49 to INM-55), kept in Configuration
 * Admin. A change is on disk when its method returns, and is made whole or not at all; nothing is
 * stored before it is validated. Safe for use by many threads; reading writes nothing and never
 * waits for the disk.
 *
 * <p>The service itself acts as the host: it shows and changes everything. Doors use {@link
 * #as(Caller)} and nothing else.
 *
 * <p>Names of environments have lower-case letters, digits, {@code _} and {@code -}, begin with a
 * letter or digit and have at most 63 characters. Settings are found by their names, whatever the
 * case, or by {@code <extension>.<name>}.
 *
 * <p>All methods throw {@link hotshoe.problem.ProblemException} for what is unknown, invalid,
 * protected or not allowed, and when the disk refuses.
 */
@ProviderType
public interface Settings {

  /** The environment that is always there. */
  String DEFAULT_ENVIRONMENT = "default";

  /**
   * The same settings for this caller, in whose name changes are audited. Reading takes the role
   * {@code read-only}, changing {@code pool-operator}; secrets come starred out.
   */
  Settings as(Caller caller);

  /** The declared settings, by name. */
  List<DeclaredSetting> declared();

  /** The environments, by name. */
  List<String> environments();

  /** Creates an environment. */
  void create(String environment);

  /** Resets all its values, except for protected ones. */
  void clear(String environment);

  /**
   * Deletes it with its values. Refused, as is {@link #clear}, while its setting {@code
   * protected_environment} is true; {@code default} cannot be deleted.
   */
  void delete(String environment);

  /** The values of all declared settings in an environment, stored or not, by name. */
  List<SettingValue> list(String environment);

  /** The value of a setting, which may be none. */
  SettingValue get(String environment, String setting);

  /**
   * The value, typed; empty when there is neither value nor default. Secrets are readable here.
   *
   * @param setting as it was declared; two extensions that read one setting share its constant
   */
  <T> Optional<T> get(String environment, Setting<T> setting);

  /**
   * Sets a value.
   *
   * @param value of the setting's Java type, in canonical or plain form, or text as people write it
   */
  void set(String environment, String setting, Object value);

  /** Sets a value, typed. */
  default <T> void set(String environment, Setting<T> setting, T value) {
    set(environment, setting.name(), value);
  }

  /** Goes back to the default, or to no value where there is no default. */
  void reset(String environment, String setting);

  /**
   * Sets these values and protects them: setting and resetting them is refused, naming the reason.
   * Those protected earlier for this reason that are not among them are released and keep their
   * values. All are validated first; all happens or nothing.
   *
   * @param reason in words, such as {@code written in project.yml}
   */
  void protect(String environment, String reason, Map<String, ?> values);

  /** Stored values whose setting nobody declares now, of all environments (row INM-53). */
  List<Orphan> orphans();

  /** Deletes an orphan. */
  void forget(Orphan orphan);

  /** What is wrong now: refused declarations, unusable stored values, files set aside. */
  List<Problem> problems();

  /**
   * A stored value without a declaration.
   *
   * @param environment where
   * @param setting the setting's name
   * @param owner the extension that declared it when it was stored
   */
  record Orphan(String environment, String setting, String owner) {}
}
