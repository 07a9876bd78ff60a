package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.value.Table;
import hotshoe.problem.ProblemException;
import hotshoe.type.NothingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups as YAML, JSON and TOML have them: a map of groups, each with {@code vars}, {@code
 * children} and {@code hosts} (rows AN-30 and AN-33).
 */
final class GroupTree {

  private static final List<String> SECTIONS = List.of("vars", "children", "hosts");
  private static final String MAPS = "a group has \"vars\", \"children\" and \"hosts\", each a map";

  private final InventoryBuilder inventory;
  private final PluginContext context;
  private final String file;
  private int line;

  GroupTree(InventoryBuilder inventory, PluginContext context, String file) {
    this.inventory = inventory;
    this.context = context;
    this.file = file;
  }

  /** Adds every group of a document whose children are maps. */
  void readYaml(Table document) {
    for (int i = 0; i < document.size(); i++) {
      at(document, i);
      yamlGroup(document.key(i), document.value(i));
    }
  }

  private Object yamlGroup(Object name, Object content) {
    boolean isNothing = content == NothingValue.NOTHING;
    if (!isNothing && !(content instanceof Table)) {
      skip("Skipping '" + name + "' as this is not a valid group definition");
      return name;
    }
    String group = group(name);
    if (content instanceof Table table) {
      checkSections(table, group);
      for (int i = 0; i < table.size(); i++) {
        at(table, i);
        yamlSection(group, table.key(i), table.value(i));
      }
    }
    return group;
  }

  private String group(Object name) {
    if (!(name instanceof String text)) {
      throw wrong(
          "Unable to add group "
              + name
              + ": Invalid group name supplied, expected a string but got "
              + Kinds.of(name)
              + " for "
              + name,
          "put the name into quotes");
    }
    return inventory.addGroup(text);
  }

  private void checkSections(Table table, String group) {
    for (String section : SECTIONS) {
      Object content = Optional.ofNullable(table.get(section)).orElse(NothingValue.NOTHING);
      boolean isGood =
          content == NothingValue.NOTHING
              || content instanceof Table
              || content instanceof String
              || content instanceof hotshoe.inventory.UnsafeText;
      if (!isGood) {
        throw wrong(
            "Invalid \""
                + section
                + "\" entry for \""
                + group
                + "\" group, requires a dictionary, found \""
                + Kinds.of(content)
                + "\" instead.",
            MAPS);
      }
    }
  }

  private void yamlSection(String group, Object key, Object content) {
    Object section = SECTIONS.contains(key) ? asMap(content) : content;
    if (section == NothingValue.NOTHING) {
      return;
    }
    if (!(section instanceof Table table)) {
      skip(
          "Skipping key ("
              + key
              + ") in group ("
              + group
              + ") as it is not a mapping, it is a "
              + Kinds.of(section));
    } else if (key.equals("vars")) {
      variables(group, table);
    } else if (key.equals("children")) {
      children(group, table);
    } else if (key.equals("hosts")) {
      hosts(group, table, true);
    } else {
      skip(unexpected(key, group));
    }
  }

  private static String unexpected(Object key, String group) {
    return "Skipping unexpected key ("
        + key
        + ") in group ("
        + group
        + "), only \"vars\", \"children\" and \"hosts\" are valid";
  }

  /** A single text stands for a map with this one key. */
  private Object asMap(Object content) {
    if (content instanceof String) {
      Table.Builder table = new Table.Builder();
      table.put(content, NothingValue.NOTHING, line);
      return table.build();
    }
    return content;
  }

  private void variables(String group, Table table) {
    for (int i = 0; i < table.size(); i++) {
      at(table, i);
      inventory.setVariable(group, table.key(i), table.value(i));
    }
  }

  private void children(String group, Table table) {
    for (int i = 0; i < table.size(); i++) {
      at(table, i);
      Object child = yamlGroup(table.key(i), table.value(i));
      at(table, i);
      inventory.addChild(group, String.valueOf(child));
    }
  }

  private void hosts(String group, Table table, boolean mayBeFalse) {
    for (int i = 0; i < table.size(); i++) {
      at(table, i);
      HostPattern pattern = pattern(table.key(i));
      Object content = table.value(i);
      boolean isNothing = mayBeFalse && isFalse(content);
      if (!isNothing && !(content instanceof Table)) {
        throw wrong(
            "Invalid data from file, expected dictionary and got: " + content,
            "give a host a map of its variables, or nothing");
      }
      Table variables = isNothing ? Table.empty() : (Table) content;
      for (String host : pattern.names()) {
        at(table, i);
        pattern.add(host, inventory, group);
        variables(host, variables);
      }
    }
  }

  private static boolean isFalse(Object value) {
    return value == NothingValue.NOTHING
        || value.equals(false)
        || value.equals("")
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof List<?> list && list.isEmpty());
  }

  private HostPattern pattern(Object key) {
    if (!(key instanceof String text)) {
      throw wrong(
          "Host pattern " + key + " must be a string. Enclose integers/floats in quotation marks.",
          "put the name into quotes");
    }
    try {
      return HostPattern.of(text);
    } catch (HostRange.WrongRange range) {
      throw FormatProblems.range(SourceFile.at(file, line), text, range.getMessage());
    }
  }

  /** Adds every group of a document whose children are lists. */
  void readToml(Table document) {
    for (int i = 0; i < document.size(); i++) {
      at(document, i);
      tomlGroup(String.valueOf(document.key(i)), document.value(i));
    }
  }

  private void tomlGroup(String name, Object content) {
    if (!(content instanceof Table table)) {
      skip("Skipping '" + name + "' as this is not a valid group definition");
      return;
    }
    String group = inventory.addGroup(name);
    for (int i = 0; i < table.size(); i++) {
      at(table, i);
      Object key = table.key(i);
      Object value = table.value(i);
      if (key.equals("vars")) {
        variables(group, (Table) mustBe(value, Map.class, "dict", key, group));
      } else if (key.equals("hosts")) {
        hosts(group, (Table) mustBe(value, Map.class, "dict", key, group), false);
      } else if (key.equals("children")) {
        tomlChildren(group, (List<?>) mustBe(value, List.class, "list", key, group));
      } else {
        skip(unexpected(key, group));
      }
    }
  }

  private void tomlChildren(String group, List<?> children) {
    for (Object child : children) {
      tomlGroup(String.valueOf(child), Table.empty());
      inventory.addChild(group, String.valueOf(child));
    }
  }

  private Object mustBe(Object value, Class<?> kind, String word, Object key, String group) {
    if (!kind.isInstance(value)) {
      throw wrong(
          "Invalid \""
              + key
              + "\" entry for \""
              + group
              + "\" group, requires a "
              + word
              + ", found \""
              + Kinds.of(value)
              + "\" instead.",
          "\"vars\" and \"hosts\" are tables, \"children\" is a list");
    }
    return value;
  }

  private void at(Table table, int place) {
    line = table.line(place) == 0 ? line : table.line(place);
    inventory.at(line);
  }

  private void skip(String what) {
    context.warn(FormatProblems.skipped(SourceFile.at(file, line), what));
  }

  private ProblemException wrong(String what, String advice) {
    return FormatProblems.structure(SourceFile.at(file, line), what, advice);
  }
}
