package hotshoe.inventory;

import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Composes variables and groups of hosts by expressions, as the options of a plugin say (rows AN-39
 * to AN-43). A plugin lists {@link #OPTIONS} among its own, and calls {@link #construct} once for
 * each host that it added. Expressions are those of Jinja2; they reach no file, no process and
 * nothing of Java, and are bounded in time and room. Not thread-safe.
 */
@ProviderType
public interface Constructable {

  /** The options of a plugin that composes. */
  List<PluginOption> OPTIONS =
      List.of(
          PluginOption.of(
              Field.defaulting(
                  "strict",
                  Type.bool(),
                  false,
                  "Whether an expression that has no value fails the source; else it is passed"
                      + " over.")),
          PluginOption.of(
              Field.defaulting(
                  "compose",
                  Type.mapOf(Type.optional(Type.any())),
                  Map.of(),
                  "Variables of hosts: name and expression.")),
          PluginOption.of(
              Field.defaulting(
                  "groups",
                  Type.mapOf(Type.optional(Type.any())),
                  Map.of(),
                  "Groups of the hosts for which a condition holds: name and condition.")),
          PluginOption.of(
              Field.defaulting(
                  "keyed_groups",
                  Type.listOf(Type.mapOf(Type.optional(Type.any()))),
                  List.of(),
                  "Groups named by values of hosts: maps of key, prefix, separator, parent_group,"
                      + " default_value and trailing_separator.")),
          new PluginOption(
              Field.defaulting(
                  "use_extra_vars",
                  Type.bool(),
                  false,
                  "Whether expressions see what was given on the command line."),
              List.of(),
              List.of("ANSIBLE_INVENTORY_USE_EXTRA_VARS"),
              List.of(new FileKey("inventory_plugins", "use_extra_vars"))),
          PluginOption.of(
              Field.defaulting(
                  "leading_separator",
                  Type.bool(),
                  true,
                  "Whether a keyed group without a prefix begins with its separator.")));

  /**
   * Composes one host.
   *
   * @param host a host that was added
   * @param variables what expressions see; asked once for composed variables, and once more for
   *     groups, which see what was composed. Extra variables are laid over it if the options say so
   * @throws hotshoe.problem.ProblemException when a group cannot be made of a key, and, if the
   *     options are strict, when an expression has no value; what was composed before stays
   */
  void construct(InventoryBuilder inventory, String host, Supplier<Map<Object, Object>> variables);

  /**
   * Composes one host from these variables; conditions and keys see the host's own variables too.
   */
  default void construct(InventoryBuilder inventory, String host, Map<Object, Object> variables) {
    boolean[] isComposed = {false};
    construct(
        inventory,
        host,
        () -> {
          Map<Object, Object> seen = new LinkedHashMap<>(variables);
          if (isComposed[0]) {
            inventory.host(host).ifPresent(known -> known.variables().forEach(seen::put));
          }
          isComposed[0] = true;
          return seen;
        });
  }

  /**
   * What a template is with these variables; text without {@code {{}}} and the like is itself.
   *
   * @throws hotshoe.problem.ProblemException when it cannot be rendered, with the reason
   */
  Object render(String template, Map<Object, Object> variables);
}
