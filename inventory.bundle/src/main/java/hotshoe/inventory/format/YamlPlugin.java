package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.inventory.value.Table;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Groups as nested maps, in YAML or JSON (rows AN-30 and AN-32). Holds nothing. */
@Component
public final class YamlPlugin implements InventoryPlugin {

  private static final PluginOption EXTENSIONS =
      new PluginOption(
          Field.defaulting(
              "yaml_extensions",
              Type.listOf(Type.text()),
              List.of(".yaml", ".yml", ".json"),
              "Endings of names that are read as YAML or JSON."),
          List.of(),
          List.of("ANSIBLE_YAML_FILENAME_EXT", "ANSIBLE_INVENTORY_PLUGIN_EXTS"),
          List.of(
              new FileKey("defaults", "yaml_valid_extensions"),
              new FileKey("inventory_plugin_yaml", "yaml_valid_extensions")));

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public String description() {
    return "Groups as nested maps, in YAML or JSON.";
  }

  @Override
  public List<PluginOption> options() {
    return List.of(EXTENSIONS);
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    String extension = source.extension();
    List<?> extensions = (List<?>) context.options().get("yaml_extensions");
    return source.isReadableFile() && (extension.isEmpty() || extensions.contains(extension));
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Object data = context.data(Path.of(source.text()));
    if (isEmpty(data)) {
      throw FormatProblems.structure(
          source.text(), "Parsed empty YAML file", "write groups into it, or remove it");
    }
    if (!(data instanceof Table document)) {
      throw FormatProblems.structure(
          source.text(),
          "YAML inventory has invalid structure, it should be a dictionary, got: " + Kinds.of(data),
          "begin with the name of a group and a colon");
    }
    if (document.containsKey("plugin") && !isEmpty(document.get("plugin"))) {
      throw FormatProblems.isConfiguration(source.text(), "YAML");
    }
    new GroupTree(inventory, context, source.text()).readYaml(document);
  }

  /** What Python takes for false. */
  static boolean isEmpty(Object value) {
    return value == NothingValue.NOTHING
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof java.util.Map<?, ?> map && map.isEmpty());
  }
}
