package hotshoe.inventory.named;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryProvider;
import hotshoe.inventory.named.DefinitionFolder.Entry;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all inventories are read from: files of definitions and, under them, what somebody brings.
 */
final class Definitions {

  private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

  private final DefinitionFolder folder;
  private final List<InventoryProvider> providers = new CopyOnWriteArrayList<>();

  Definitions(DefinitionFolder folder) {
    this.folder = folder;
  }

  void add(InventoryProvider provider) {
    providers.add(provider);
  }

  void remove(InventoryProvider provider) {
    providers.remove(provider);
  }

  /** What is said now, by name; a file wins over what is brought. */
  Map<String, Entry> scan() {
    Map<String, Entry> all = new TreeMap<>();
    providers.forEach(provider -> bring(provider, all));
    all.putAll(folder.scan());
    return Map.copyOf(all);
  }

  private static void bring(InventoryProvider provider, Map<String, Entry> all) {
    try {
      for (InventoryDefinition definition : provider.inventories()) {
        all.putIfAbsent(definition.name(), Entry.of(definition));
      }
    } catch (ProblemException failure) {
      failure.problems().forEach(problem -> LOG.warn("{}", problem.sentence()));
    }
  }
}
