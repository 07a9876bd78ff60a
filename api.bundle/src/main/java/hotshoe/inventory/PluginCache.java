package hotshoe.inventory;

import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a plugin keeps from one run to the next, for one source (rows AN-48 to AN-50). Entries are
 * written when the source was read.
 */
@ProviderType
public interface PluginCache {

  /** The options of a plugin that keeps something; it lists them among its own. */
  List<PluginOption> OPTIONS =
      List.of(
          new PluginOption(
              Field.defaulting("cache", Type.bool(), false, "Whether answers are kept."),
              List.of(),
              List.of("ANSIBLE_INVENTORY_CACHE"),
              List.of(new FileKey("inventory", "cache"))),
          new PluginOption(
              Field.defaulting(
                  "cache_plugin",
                  Type.text(),
                  "memory",
                  "Where: jsonfile, or memory, which keeps nothing from one run to the next."),
              List.of(),
              List.of("ANSIBLE_CACHE_PLUGIN", "ANSIBLE_INVENTORY_CACHE_PLUGIN"),
              List.of(
                  new FileKey("defaults", "fact_caching"),
                  new FileKey("inventory", "cache_plugin"))),
          new PluginOption(
              Field.defaulting(
                  "cache_timeout", Type.integer(), 3600L, "For how many seconds; 0 is for ever."),
              List.of(),
              List.of("ANSIBLE_CACHE_PLUGIN_TIMEOUT", "ANSIBLE_INVENTORY_CACHE_TIMEOUT"),
              List.of(
                  new FileKey("defaults", "fact_caching_timeout"),
                  new FileKey("inventory", "cache_timeout"))),
          new PluginOption(
              Field.defaulting("cache_connection", Type.text(), "", "The folder of the files."),
              List.of(),
              List.of("ANSIBLE_CACHE_PLUGIN_CONNECTION", "ANSIBLE_INVENTORY_CACHE_CONNECTION"),
              List.of(
                  new FileKey("defaults", "fact_caching_connection"),
                  new FileKey("inventory", "cache_connection"))),
          new PluginOption(
              Field.defaulting(
                  "cache_prefix",
                  Type.text(),
                  "ansible_inventory_",
                  "What the names of the files begin with."),
              List.of(),
              List.of("ANSIBLE_CACHE_PLUGIN_PREFIX", "ANSIBLE_INVENTORY_CACHE_PLUGIN_PREFIX"),
              List.of(
                  new FileKey("defaults", "fact_caching_prefix"),
                  new FileKey("inventory", "cache_prefix"))));

  /** Whether what is kept may be used: caching is enabled, and nobody asked for fresh answers. */
  boolean mayRead();

  /**
   * What was kept for the source and is still fresh; empty whenever it may not be read.
   *
   * @throws hotshoe.problem.ProblemException when it cannot be read; it is removed then, so that
   *     the source can be read the next time
   */
  Optional<Object> get();

  /** Keeps this, if caching is enabled. */
  void put(Object value);
}
