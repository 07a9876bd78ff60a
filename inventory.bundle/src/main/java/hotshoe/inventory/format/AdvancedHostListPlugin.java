package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Component;

/** Hosts and ranges of hosts with commas between them (row AN-34). Holds nothing. */
@Component
public final class AdvancedHostListPlugin implements InventoryPlugin {

  @Override
  public String name() {
    return "advanced_host_list";
  }

  @Override
  public String description() {
    return "Hosts and ranges of hosts with commas between them.";
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return HostListPlugin.isList(source);
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context) {
    for (String item : source.text().split(",")) {
      String text = Lines.trimmed(item);
      if (!text.isEmpty()) {
        HostListPlugin.add(inventory, pattern(source, text));
      }
    }
  }

  /** A range that breaks a rule of ranges is a name; what is no number fails. */
  private static HostPattern pattern(InventorySource source, String text) {
    try {
      return HostPattern.of(text);
    } catch (HostRange.WrongRange wrong) {
      if (wrong.getMessage().startsWith("host range must")) {
        return new HostPattern(List.of(text), OptionalLong.empty());
      }
      throw FormatProblems.range(source.text(), text, wrong.getMessage());
    }
  }
}
