package hotshoe.inventory.constructed;

import hotshoe.inventory.Constructable;
import hotshoe.inventory.Host;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryBuilder.VariableFiles;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * Adds variables and groups to the hosts of the sources before this one, by expressions (rows AN-39
 * to AN-43). Holds nothing.
 */
@Component
public final class ConstructedPlugin implements InventoryPlugin {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|.*:.*:.*");
  private static final PluginOption FILES =
      PluginOption.of(
          Field.defaulting(
              "use_vars_plugins",
              Type.bool(),
              false,
              "Whether expressions see the files of variables beside the sources read so far."));

  @Override
  public String name() {
    return "constructed";
  }

  @Override
  public String description() {
    return "Variables and groups of hosts by expressions, for the hosts of earlier sources.";
  }

  @Override
  public List<PluginOption> options() {
    List<PluginOption> options = new ArrayList<>(List.of(FILES));
    options.addAll(Constructable.OPTIONS);
    return options;
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return ConfigurationFiles.isOne(source);
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Map<String, Object> options = context.configure(source);
    boolean usesFiles = Boolean.TRUE.equals(options.get("use_vars_plugins"));
    VariableFiles files = usesFiles ? VariableFiles.READ : VariableFiles.LEFT_OUT;
    Constructable constructable = context.constructable();
    for (Host host : inventory.hosts()) {
      constructable.construct(inventory, host.name(), () -> seen(inventory, host, files, context));
    }
  }

  private static Map<Object, Object> seen(
      InventoryBuilder inventory, Host host, VariableFiles files, PluginContext context) {
    Map<Object, Object> seen = inventory.variables(host, files);
    String name = host.name();
    int dot = name.indexOf('.');
    boolean isWhole = dot < 0 || ADDRESS.matcher(name).matches();
    seen.put("inventory_hostname", name);
    seen.put("inventory_hostname_short", isWhole ? name : name.substring(0, dot));
    seen.put("group_names", groups(host));
    seen.putAll(context.facts(name));
    return seen;
  }

  private static List<Object> groups(Host host) {
    return host.allGroups().stream()
        .map(group -> group.name())
        .filter(name -> !name.equals("all"))
        .sorted(hotshoe.inventory.model.CodePoints::compare)
        .map(name -> (Object) name)
        .toList();
  }
}
