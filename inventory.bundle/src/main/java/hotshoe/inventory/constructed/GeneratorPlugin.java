package hotshoe.inventory.constructed;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.value.Table;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  public List<PluginOption> options() {
    return List.of(
        PluginOption.of(
            new Field(
                "hosts",
                Type.optional(Type.any()),
                Optional.empty(),
                "",
                "The host that is made of each combination: name, and parents with name, vars and"
                    + " parents of their own; all are templates. Must be given.")),
        PluginOption.of(
            new Field(
                "layers",
                Type.optional(Type.any()),
                Optional.empty(),
                "",
                "Lists of words by name; the last one varies fastest. Must be given.")));
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return ConfigurationFiles.isOne(source);
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    context.configure(source);
    Table content = (Table) context.data(Path.of(source.text()));
    boolean isNative =
        context.setting("ANSIBLE_JINJA2_NATIVE").filter(Generation::isTrue).isPresent();
    new Generation(inventory, new Places(source.text(), content), isNative).all();
  }
}
