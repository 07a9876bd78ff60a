package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders.Folder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether names and keys are texts, which they nearly always are. */
public final class NameKinds {

  private boolean isText = true;

  private NameKinds() {}

  /** Whether every name of a variable, and every key of a map in one, is a text. */
  public static boolean areTexts(Inventory inventory) {
    NameKinds kinds = new NameKinds();
    inventory.groups().forEach(group -> kinds.look(group.variables()));
    inventory.hosts().forEach(host -> kinds.look(host.variables()));
    if (inventory instanceof Finished finished) {
      VariableFolders folders = finished.around().folders();
      Stream.concat(folders.besideSources().stream(), folders.besidePlaybook().stream())
          .forEach(folder -> kinds.look(folder, inventory));
      finished.around().extraVariables().forEach(kinds::look);
    }
    return kinds.isText;
  }

  private void look(Folder folder, Inventory inventory) {
    for (Group group : inventory.groups()) {
      folder.group(group.name()).forEach(this::look);
    }
    for (Host host : inventory.hosts()) {
      folder.host(host.name()).forEach(this::look);
    }
  }

  private void look(Variables variables) {
    variables.forEach(this::look);
  }

  private void look(Object name, Object value) {
    isText &= name instanceof String;
    inside(value);
  }

  private void inside(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(this::look);
    } else if (value instanceof List<?> list) {
      list.forEach(this::inside);
    }
  }
}
