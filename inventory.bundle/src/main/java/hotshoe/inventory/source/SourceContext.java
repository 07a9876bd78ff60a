package hotshoe.inventory.source;

import hotshoe.inventory.Constructable;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginCache;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.constructed.Construction;
import hotshoe.inventory.constructed.Places;
import hotshoe.inventory.value.Table;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What one plugin may use while it reads one source. */
final class SourceContext implements PluginContext {

  private final InventoryRun run;
  private final InventoryPlugin plugin;
  private final InventorySource source;
  private Map<String, Object> options;
  private Table configuration = Table.empty();
  private Optional<PluginCache> cache = Optional.empty();
  private Optional<Constructable> constructable = Optional.empty();

  SourceContext(InventoryRun run, InventoryPlugin plugin, InventorySource source) {
    this.run = run;
    this.plugin = plugin;
    this.source = source;
    this.options = new OptionValues(run.settings(), plugin, run::tell).usual();
  }

  @Override
  public Map<String, Object> options() {
    return options;
  }

  @Override
  public Map<String, Object> configure(InventorySource source) {
    Object data = run.data().read(Path.of(source.text()));
    if (Falsehood.of(data)) {
      throw SourceProblems.emptyConfiguration(source.text(), source.text() + " is empty");
    }
    if (!(data instanceof Table table)) {
      throw SourceProblems.emptyConfiguration(
          source.text(), "inventory source has invalid structure, it should be a dictionary");
    }
    String name = String.valueOf(Optional.ofNullable(table.get("plugin")).orElse("none found"));
    if (!Plugins.shortName(name).equals(plugin.name())) {
      throw SourceProblems.wrongName(source.text(), name, plugin.name());
    }
    options = new OptionValues(run.settings(), plugin, run::tell).of(source.text(), table);
    configuration = table;
    return options;
  }

  @Override
  public Optional<String> setting(String environmentName) {
    return run.settings().variable(environmentName);
  }

  @Override
  public Map<Object, Object> extraVariables() {
    return request().extraVariables();
  }

  @Override
  public Object data(Path file) {
    return run.data().read(file);
  }

  @Override
  public byte[] bytes(Path file) {
    return run.data().bytes(file);
  }

  @Override
  public void delegate(String name, InventoryBuilder inventory, InventorySource source)
      throws IOException {
    InventoryPlugin other =
        run.plugins()
            .find(name)
            .orElseThrow(
                () -> SourceProblems.unknownDelegate(source.text(), name, run.plugins().names()));
    SourceContext context = new SourceContext(run, other, source);
    if (!other.verify(source, context)) {
      throw SourceProblems.refusedDelegate(source.text(), name);
    }
    run.footprint().used(other);
    other.parse(inventory, source, context);
    context.flush();
  }

  /** The source was read: what the plugin keeps is written. */
  void flush() throws IOException {
    if (cache.isPresent() && cache.get() instanceof FileCache file) {
      file.flush();
    }
  }

  @Override
  public Constructable constructable() {
    if (constructable.isEmpty()) {
      constructable =
          Optional.of(
              new Construction(
                  this,
                  run.settings().merging(),
                  run.settings().keepsTypes(),
                  new Places(source.text(), configuration)));
    }
    return constructable.get();
  }

  @Override
  public Map<Object, Object> facts(String host) {
    return run.facts().of(host);
  }

  @Override
  public PluginCache cache() {
    if (cache.isEmpty()) {
      cache = Optional.of(FileCache.of(plugin.name(), source, options, run));
      if (cache.get() instanceof FileCache file) {
        run.footprint().lasts(file.freshness());
      }
    }
    return cache.get();
  }

  @Override
  public void warn(Problem problem) {
    run.tell(problem);
  }

  @Override
  public Path workingFolder() {
    return request().workingFolder();
  }

  @Override
  public Map<String, String> environment() {
    return request().environment();
  }

  private InventoryRequest request() {
    return run.request();
  }
}
