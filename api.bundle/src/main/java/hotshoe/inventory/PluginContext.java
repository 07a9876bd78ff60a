package hotshoe.inventory;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a plugin may use while it reads one source. Not thread-safe. */
@ProviderType
public interface PluginContext {

  /**
   * The options of the plugin in canonical form, from environment, configuration file and defaults,
   * and, if the plugin calls {@link #configure}, from the source (row AN-51).
   */
  Map<String, Object> options();

  /**
   * Reads the source as the configuration of this plugin: a map whose {@code plugin} is this
   * plugin's name (row AN-6), and whose other keys are options.
   *
   * @return the options, as {@link #options} has them from now on
   */
  Map<String, Object> configure(InventorySource source) throws IOException;

  /** One setting of the whole inventory, such as {@code ANSIBLE_HASH_BEHAVIOUR}, if it is set. */
  Optional<String> setting(String environmentName);

  /** What was given on the command line, and wins over everything. */
  Map<Object, Object> extraVariables();

  /**
   * Reads a JSON or YAML file as inventories have them: JSON first, then YAML 1.1 with {@code
   * !unsafe} and {@code !vault} (rows AN-29 to AN-32).
   *
   * @throws hotshoe.problem.ProblemException when it is neither, with file and line
   */
  Object data(Path file) throws IOException;

  /**
   * What a file holds; one that is encrypted as a whole is decrypted, if its password is known.
   *
   * @throws hotshoe.problem.ProblemException when it cannot be read or decrypted
   */
  byte[] bytes(Path file) throws IOException;

  /** Runs another plugin on a source; {@code auto} does this. */
  void delegate(String plugin, InventoryBuilder inventory, InventorySource source)
      throws IOException;

  /** Composes variables and groups by expressions, as the options of this plugin say. */
  Constructable constructable();

  /**
   * What was gathered about a host before and is kept where the configuration says (row AN-43);
   * empty where nothing is.
   */
  Map<Object, Object> facts(String host);

  /** What this plugin may keep from one run to the next. */
  PluginCache cache();

  /** Tells people something; the source is read all the same. */
  void warn(Problem problem);

  /** The folder that relative paths start from and processes run in. */
  Path workingFolder();

  /** The environment that processes get. */
  Map<String, String> environment();
}
