package hotshoe.inventory.named;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventoryRequest.Failures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes of a definition what is asked for.
 *
 * @param folder where relative paths start when a definition names no folder
 * @param environment what every definition's environment begins with
 */
record Requests(Path folder, Map<String, String> environment) {

  private static final String ANY_UNPARSED = "ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED";

  Requests {
    environment = Map.copyOf(environment);
  }

  InventoryRequest of(InventoryDefinition definition, boolean isFresh) {
    Map<String, String> settings = new LinkedHashMap<>(environment);
    if (definition.failures() == Failures.LEAVE_NOTHING) {
      settings.put(ANY_UNPARSED, "true");
    }
    settings.putAll(definition.environment());
    InventoryRequest request =
        new InventoryRequest(
            definition.sources(),
            folder.resolve(definition.folder().orElse(folder)),
            definition.playbookFolder().map(folder::resolve),
            settings,
            new LinkedHashMap<>(definition.variables()),
            definition.failures(),
            isFresh);
    return request;
  }
}
