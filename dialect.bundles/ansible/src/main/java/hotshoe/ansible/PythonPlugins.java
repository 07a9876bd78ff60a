package hotshoe.ansible;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inventory plugins in Python that an extension brings, as long as it runs. One is made in the
 * bundle of each such extension. Immutable.
 */
public final class PythonPlugins {

  static final String PLUGINS = "plugins";

  private final PackedFiles files;
  private final List<String> plugins;

  /**
   * Plugins of one extension.
   *
   * @param files where they lie
   * @param properties what the bundle says of them
   */
  public PythonPlugins(PackedFiles files, Map<String, Object> properties) {
    this.files = files;
    this.plugins = Lists.of(properties.get(PLUGINS));
  }

  /** Whether a source can name one of these. */
  boolean has(String plugin) {
    return plugins.contains(plugin);
  }

  /** The variables by which Ansible finds them. */
  Map<String, String> environment() {
    Path folder = files.folder();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("ANSIBLE_COLLECTIONS_PATH", folder.toString());
    variables.put("ANSIBLE_INVENTORY_PLUGINS", folder.resolve("inventory_plugins").toString());
    return variables;
  }
}
