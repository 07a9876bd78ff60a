package hotshoe.inventory.tool;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.form.JsonForm;
import hotshoe.problem.Nearest;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people are told about plugins and their options (row AN-52). */
final class PluginPages {

  private final List<InventoryPlugin> plugins;

  PluginPages(List<InventoryPlugin> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  /** A line for each plugin, or all about one of them. */
  String text(Optional<String> name) throws Refusal {
    if (name.isPresent()) {
      return page(find(name.get()));
    }
    StringBuilder text = new StringBuilder();
    for (InventoryPlugin plugin : plugins) {
      text.append(String.format("%-20s %s%n", plugin.name(), plugin.description()));
    }
    return text.toString();
  }

  /** The same as JSON. */
  String json(Optional<String> name) throws Refusal {
    if (name.isPresent()) {
      return JsonForm.text(plain(find(name.get())));
    }
    return JsonForm.text(plugins.stream().map(PluginPages::plain).toList());
  }

  private InventoryPlugin find(String name) throws Refusal {
    String bare = name.replaceFirst("^ansible\\.(builtin|legacy)\\.", "");
    return plugins.stream()
        .filter(plugin -> plugin.name().equals(name) || plugin.name().equals(bare))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    ToolProblems.noPlugin(
                        name,
                        Nearest.to(name, plugins.stream().map(InventoryPlugin::name).toList())),
                    Refusal.BAD_OPTIONS));
  }

  private static String page(InventoryPlugin plugin) {
    StringBuilder text = new StringBuilder();
    text.append(plugin.name()).append(": ").append(plugin.description()).append('\n');
    if (plugin.options().isEmpty()) {
      text.append("\nIt has no options.\n");
    }
    plugin.options().forEach(option -> option(option, text));
    return text.toString();
  }

  private static void option(PluginOption option, StringBuilder text) {
    Field field = option.field();
    text.append("\n  ").append(field.name()).append("  (").append(type(field.type()));
    text.append(field.isRequired() ? ", required" : "").append(")\n");
    line("", field.description(), text);
    field.defaultValue().ifPresent(value -> line("default: ", oneLine(plain(field, value)), text));
    line("choices: ", String.join(", ", choices(field.type())), text);
    line("also called: ", String.join(", ", option.aliases()), text);
    line("extra variable: ", String.join(", ", option.variables()), text);
    line("environment: ", String.join(", ", option.environment()), text);
    line(
        "ansible.cfg: ",
        String.join(", ", option.file().stream().map(PluginPages::place).toList()),
        text);
  }

  private static void line(String label, String content, StringBuilder text) {
    if (!content.isEmpty()) {
      text.append("      ").append(label).append(content).append('\n');
    }
  }

  private static String place(PluginOption.FileKey key) {
    return "[" + key.section() + "] " + key.key();
  }

  private static String oneLine(Object value) {
    return JsonForm.text(value).replaceAll(",\n *", ", ").replaceAll("\n *", "");
  }

  private static Object plain(Field field, Object value) {
    return Values.plain(field.type(), value, Values.Secrets.HIDDEN);
  }

  private static List<String> choices(Type type) {
    Type inner =
        type instanceof Type.ListOf list
            ? list.element()
            : type instanceof Type.Optional optional ? optional.of() : type;
    return inner instanceof Type.Choice choice
        ? choice.items().stream().map(item -> String.valueOf(item.value())).toList()
        : List.of();
  }

  /** What a type is called: bool, integer, text, list of text. */
  private static String type(Type type) {
    if (type instanceof Type.Optional optional) {
      return type(optional.of());
    }
    if (type instanceof Type.ListOf list) {
      return "list of " + type(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return "map of " + type(map.value());
    }
    return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Map<Object, Object> plain(InventoryPlugin plugin) {
    List<Object> options = new ArrayList<>();
    plugin.options().forEach(option -> options.add(plain(option)));
    Map<Object, Object> plain = new LinkedHashMap<>();
    plain.put("name", plugin.name());
    plain.put("description", plugin.description());
    plain.put("options", options);
    return plain;
  }

  private static Map<Object, Object> plain(PluginOption option) {
    Field field = option.field();
    Map<Object, Object> plain = new LinkedHashMap<>();
    plain.put("name", field.name());
    plain.put("type", type(field.type()));
    plain.put("description", field.description());
    plain.put("required", field.isRequired());
    field.defaultValue().ifPresent(value -> plain.put("default", plain(field, value)));
    plain.put("choices", choices(field.type()));
    plain.put("aliases", option.aliases());
    plain.put("extra_variables", option.variables());
    plain.put("environment", option.environment());
    plain.put("file", option.file().stream().map(PluginPages::place).toList());
    return plain;
  }
}
