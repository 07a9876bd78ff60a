package hotshoe.inventory.source;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The plugins that are here, by name. */
final class Plugins {

  private final Map<String, InventoryPlugin> byName = new LinkedHashMap<>();

  Plugins(Collection<InventoryPlugin> plugins) {
    plugins.forEach(plugin -> byName.putIfAbsent(plugin.name(), plugin));
  }

  /** {@code ini} for {@code ansible.builtin.ini}. */
  static String shortName(String name) {
    return name.replaceFirst("^ansible\\.(builtin|legacy)\\.", "");
  }

  Optional<InventoryPlugin> find(String name) {
    return Optional.ofNullable(byName.get(name))
        .or(() -> Optional.ofNullable(byName.get(shortName(name))))
        .or(() -> byName.values().stream().filter(it -> it.standsFor(name)).findFirst());
  }

  Collection<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** Those of these names, in this order (row AN-3). */
  List<InventoryPlugin> enabled(List<String> names, Consumer<Problem> warnings) {
    List<InventoryPlugin> enabled = new ArrayList<>();
    for (String name : names) {
      find(name)
          .ifPresentOrElse(
              enabled::add,
              () -> warnings.accept(SourceProblems.unknownPlugin(name, byName.keySet())));
    }
    if (enabled.isEmpty()) {
      throw SourceProblems.noPlugins();
    }
    return enabled;
  }
}
