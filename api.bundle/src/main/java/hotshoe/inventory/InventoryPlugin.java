package hotshoe.inventory;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way of reading sources; registered as a service, and enabled by its name (rows AN-2 and AN-45).
 * For every source the enabled plugins are asked in order; the first that accepts it and reads it
 * without failing has it.
 *
 * <p>One plugin may be asked for several inventories at a time, by any thread: it keeps nothing
 * between two calls.
 */
@ConsumerType
public interface InventoryPlugin {

  /** What it is called in lists of enabled plugins and behind {@code plugin:} in a source. */
  String name();

  /**
   * Whether it reads the sources of a plugin of another name, which is not here: a source that
   * names that plugin is given to this one then (row AN-5).
   *
   * @param other what stands behind {@code plugin:} in the source
   */
  default boolean standsFor(String other) {
    return false;
  }

  /** One sentence for people who choose among plugins. */
  default String description() {
    return "";
  }

  /** The options that a source may give it, in the order in which people are shown them. */
  default List<PluginOption> options() {
    return List.of();
  }

  /**
   * Whether it reads sources like this one. Looks at the name, the mode and a few bytes only; what
   * it throws counts as a no.
   *
   * @param source the source
   * @param context the options that are known before the source is read
   */
  boolean verify(InventorySource source, PluginContext context) throws IOException;

  /**
   * Reads a source into an inventory. Returning means that the source was read; what it throws is
   * told to people only if no other plugin reads the source.
   *
   * @param inventory what is known so far, and the only way to add to it
   * @param source a source that {@link #verify} accepted
   * @param context options, cache, the reader of files, and where warnings go
   * @throws hotshoe.problem.ProblemException when the source cannot be read, with every reason
   * @throws IOException when the system refuses
   */
  void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException;
}
