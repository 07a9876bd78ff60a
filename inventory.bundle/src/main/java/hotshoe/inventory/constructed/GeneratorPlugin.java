package hotshoe.inventory.constructed;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** Makes a host of every combination of some words, in groups (row AN-44). Holds nothing. */
@Component
public final class GeneratorPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "generator";
  }

  @Override
  public String description() {
    return "Hosts and groups by templates, for every combination of some words.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return ConfigurationFiles.isOne(source);
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    context.configure(source);
    ConfigurationFiles.tellUnknown(source, context, Stream.of("hosts", "layers"));
    Table content = (Table) context.data(Path.of(source.text()));
    boolean isNative =
        context.setting("ANSIBLE_JINJA2_NATIVE").filter(Generation::isTrue).isPresent();
    new Generation(inventory, new Places(source.text(), content), isNative).all();
  }
}
