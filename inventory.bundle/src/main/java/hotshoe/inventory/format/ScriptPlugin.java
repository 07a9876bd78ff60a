package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.process.Processes;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Executables that answer {@code --list} and {@code --host} (rows AN-35 to AN-38). */
@Component(service = InventoryPlugin.class)
public final class ScriptPlugin implements InventoryPlugin {

  private static final PluginOption SHOW_ERRORS =
      new PluginOption(
          Field.defaulting(
              "always_show_stderr",
              Type.bool(),
              true,
              "Whether what a script writes to its standard error is shown after a success."),
          List.of(),
          List.of("ANSIBLE_INVENTORY_PLUGIN_SCRIPT_STDERR"),
          List.of(new FileKey("inventory_plugin_script", "always_show_stderr")));

  private final ScriptRunner runner;

  /** Starts scripts where the host starts all processes. */
  @Activate
  public ScriptPlugin(@Reference Processes processes) {
    this(new ProcessScripts(processes));
  }

  // private: Declarative Services would take a second public constructor of one argument for the
  // one that it is to call, and tell of an error
  private ScriptPlugin(ScriptRunner runner) {
    this.runner = runner;
  }

  /** Starts scripts with this. */
  public static ScriptPlugin with(ScriptRunner runner) {
    return new ScriptPlugin(runner);
  }

  @Override
  public String name() {
    return "script";
  }

  @Override
  public String description() {
    return "Executables that print an inventory as JSON when they are called with --list.";
  }

  @Override
  public List<PluginOption> options() {
    return List.of(SHOW_ERRORS);
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) throws IOException {
    if (!source.isReadableFile()) {
      return false;
    }
    Path file = Path.of(source.text());
    return Files.isExecutable(file) || beginsAsScript(file);
  }

  private static boolean beginsAsScript(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] head = stream.readNBytes(2);
      return head.length == 2 && head[0] == '#' && head[1] == '!';
    }
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context) {
    new ScriptReading(inventory, source.text(), context, runner).read();
  }
}
