package hotshoe.inventory.named;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.source.Footprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Tells whether the plugins of an answer, and its age, are still right. */
final class Lookout {

  /** What reads nothing but files, which are watched. */
  private static final Set<String> OF_FILES =
      Set.of(
          "advanced_host_list",
          "auto",
          "constructed",
          "generator",
          "host_list",
          "ini",
          "toml",
          "yaml");

  private Lookout() {}

  /** The name of a plugin that has read something and is no longer here. */
  static Optional<String> gone(Footprint footprint, Collection<InventoryPlugin> here) {
    Set<String> names = Set.copyOf(here.stream().map(InventoryPlugin::name).distinct().toList());
    return footprint.plugins().keySet().stream().filter(name -> !names.contains(name)).findFirst();
  }

  /** Whether another plugin has the name of one that has read something. */
  static boolean areReplaced(Footprint footprint, Collection<InventoryPlugin> here) {
    return footprint.plugins().values().stream().anyMatch(plugin -> !here.contains(plugin));
  }

  /** Whether the answers of scripts and of plugins that ask elsewhere have come of age. */
  static boolean isOld(Standing standing, Duration lifetime, Instant now) {
    boolean isFromElsewhere = !OF_FILES.containsAll(standing.looked().plugins().keySet());
    Duration limit = standing.looked().lasting().orElse(isFromElsewhere ? lifetime : Duration.ZERO);
    return !limit.isZero() && standing.attempted().plus(limit).isBefore(now);
  }
}
