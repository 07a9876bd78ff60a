package hotshoe.core.setting;

import hotshoe.core.storage.PrivateFile;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Environments in Configuration Admin: one configuration each. Beside the values, by their keys,
 * stand why they are protected, under keys that begin with a dot and that tools leave alone.
 */
final class EnvironmentStore {

  /** What the identifier of every environment's configuration begins with. */
  static final String PREFIX = "hotshoe.setting.";

  private static final String PROTECTED = ".protected.";
  private static final String MARK = ".environment";

  private final ConfigurationAdmin admin;

  EnvironmentStore(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  /** The identifier of an environment's configuration. */
  static String pid(String environment) {
    return PREFIX + environment;
  }

  /** All environments that are stored, by name. */
  Map<String, Environment> all() {
    Map<String, Environment> all = new TreeMap<>();
    for (Configuration configuration : find(PREFIX + "*")) {
      Environment environment = environment(configuration);
      all.put(environment.name(), environment);
    }
    return all;
  }

  /** What is stored for an environment. */
  Optional<Environment> read(String environment) {
    Configuration[] found = find(pid(environment));
    return found.length == 0 ? Optional.empty() : Optional.of(environment(found[0]));
  }

  private Configuration[] find(String pid) {
    try {
      Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
      return found == null ? new Configuration[0] : found;
    } catch (IOException e) {
      throw new ProblemException(SettingProblems.notRead(PrivateFile.words(e)), e);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Environment environment(Configuration configuration) {
    Map<String, Object> values = new HashMap<>();
    Map<String, String> protections = new HashMap<>();
    Dictionary<String, Object> properties = configuration.getProperties();
    for (String key : Collections.list(properties.keys())) {
      if (key.startsWith(PROTECTED)) {
        protections.put(key.substring(PROTECTED.length()), String.valueOf(properties.get(key)));
      } else if (isValue(key)) {
        values.put(key, StoredForm.taken(properties.get(key)));
      }
    }
    String name = configuration.getPid().substring(PREFIX.length());
    return new Environment(name, values, protections);
  }

  /** What is ours: the rest is Configuration Admin's own, or a tool's. */
  private static boolean isValue(String key) {
    return !key.startsWith(".")
        && !key.startsWith(":")
        && !key.startsWith("service.")
        && !key.startsWith("felix.");
  }

  /** Stores an environment; when this returns, it is on the disk. */
  void write(Environment environment) {
    Hashtable<String, Object> properties = new Hashtable<>();
    environment.values().forEach((key, value) -> properties.put(key, StoredForm.given(value)));
    environment.protections().forEach((key, why) -> properties.put(PROTECTED + key, why));
    properties.put(MARK, environment.name());
    try {
      admin.getConfiguration(pid(environment.name()), "?").update(properties);
    } catch (IOException | IllegalStateException e) {
      throw notStored(environment.name(), e);
    }
  }

  /** Deletes what is stored for an environment. */
  void remove(String environment) {
    try {
      for (Configuration configuration : find(pid(environment))) {
        configuration.delete();
      }
    } catch (IOException | IllegalStateException e) {
      throw notStored(environment, e);
    }
  }

  private static ProblemException notStored(String environment, Exception e) {
    String why = e instanceof IOException io ? PrivateFile.words(io) : e.getMessage();
    return new ProblemException(SettingProblems.notStored(environment, why), e);
  }
}
