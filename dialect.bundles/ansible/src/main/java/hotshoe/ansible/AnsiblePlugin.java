package hotshoe.ansible;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Stands for plugins that are written in Python: those that extensions bring, and those of
 * collections that are installed beside the real Ansible. Ansible runs them in a process of its
 * own, and what it answers is read (rows AN-5 and AN-45). Safe for use by many threads.
 */
@Component(service = InventoryPlugin.class)
public final class AnsiblePlugin implements InventoryPlugin {

  /** {@code namespace.collection.plugin}, as collections have it. */
  private static final Pattern QUALIFIED =
      Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+");

  private final AnsibleProcess process;
  private final List<PythonPlugins> packed = new CopyOnWriteArrayList<>();

  /** Starts Ansible where the host starts all processes. */
  @Activate
  public AnsiblePlugin(@Reference Processes processes) {
    this.process = new AnsibleProcess(processes);
  }

  /** An extension brings plugins. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void bring(PythonPlugins plugins) {
    packed.add(plugins);
  }

  /** It goes. */
  public void withdraw(PythonPlugins plugins) {
    packed.remove(plugins);
  }

  @Override
  public String name() {
    return AnsibleDialect.NAME;
  }

  @Override
  public String description() {
    return "Sources whose plugin is written in Python; the real Ansible runs it.";
  }

  @Override
  public boolean standsFor(String other) {
    return bringer(other).isPresent() || isOfCollection(other);
  }

  private Optional<PythonPlugins> bringer(String plugin) {
    return packed.stream().filter(plugins -> plugins.has(plugin)).findFirst();
  }

  private static boolean isOfCollection(String plugin) {
    return QUALIFIED.matcher(plugin).matches() && !plugin.startsWith("ansible.");
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    boolean isYaml = source.text().endsWith(".yml") || source.text().endsWith(".yaml");
    return isYaml && source.isReadableFile();
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Object data = context.data(Path.of(source.text()));
    String plugin = data instanceof Map<?, ?> map ? String.valueOf(map.get("plugin")) : "";
    Map<String, String> environment =
        bringer(plugin).map(PythonPlugins::environment).orElse(Map.of());
    new Answer(inventory, source, plugin).read(process.run(plugin, source, context, environment));
  }
}
