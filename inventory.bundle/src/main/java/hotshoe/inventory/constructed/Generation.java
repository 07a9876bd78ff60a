package hotshoe.inventory.constructed;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.expression.Failure;
import hotshoe.inventory.expression.Templates;
import hotshoe.inventory.value.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Hosts and groups of one generator: every item of every layer meets every other. */
final class Generation {

  private static final Set<String> TRUE = Set.of("y", "yes", "on", "1", "true", "t", "1.0");
  private static final long MOST = 1_000_000;
  private static final int DEEPEST = 100;

  private final InventoryBuilder inventory;
  private final Places places;
  private final Templates templates;

  Generation(InventoryBuilder inventory, Places places, boolean isNative) {
    this.inventory = inventory;
    this.places = places;
    this.templates = new Templates(isNative);
  }

  static boolean isTrue(String word) {
    return TRUE.contains(word.toLowerCase(Locale.ROOT));
  }

  void all() {
    Table layers = table(places.content(), "layers");
    Table hosts = table(places.content(), "hosts");
    List<List<Object>> lists = new ArrayList<>();
    long many = 1;
    for (int i = 0; i < layers.size(); i++) {
      lists.add(items(layers, i));
      many *= lists.get(i).size();
      if (many > MOST) {
        throw ConstructedProblems.tooMany(places.at(layers.line(i)), MOST);
      }
    }
    int[] turn = new int[lists.size()];
    for (long i = 0; i < many; i++) {
      host(hosts, variables(layers, lists, turn));
      next(lists, turn);
    }
  }

  private Table table(Table around, String name) {
    if (around.containsKey(name) && around.get(name) instanceof Table table) {
      return table;
    }
    throw ConstructedProblems.noTemplate(places.source(), "there is no map '" + name + "'");
  }

  /** A text is taken letter by letter, and a map by its keys, as at home. */
  private List<Object> items(Table layers, int place) {
    Object layer = layers.value(place);
    if (layer instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (layer instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (layer instanceof String text) {
      return new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
    }
    throw ConstructedProblems.noTemplate(
        places.at(layers.line(place)), "the layer '" + layers.key(place) + "' is no list");
  }

  private static Map<Object, Object> variables(Table layers, List<List<Object>> lists, int[] turn) {
    Map<Object, Object> variables = new LinkedHashMap<>();
    for (int i = 0; i < turn.length; i++) {
      variables.put(layers.key(i), lists.get(i).get(turn[i]));
    }
    return variables;
  }

  private static void next(List<List<Object>> lists, int[] turn) {
    for (int i = turn.length - 1; i >= 0; i--) {
      turn[i]++;
      if (turn[i] < lists.get(i).size()) {
        return;
      }
      turn[i] = 0;
    }
  }

  private void host(Table hosts, Map<Object, Object> variables) {
    inventory.at(hosts.size() == 0 ? 0 : hosts.line(0));
    String host = name(hosts, variables, "hosts");
    inventory.addHost(host);
    parents(hosts, host, variables, 0);
  }

  private String name(Table around, Map<Object, Object> variables, String what) {
    if (!around.containsKey("name")) {
      throw ConstructedProblems.noTemplate(
          places.at(around.size() == 0 ? 0 : around.line(0)),
          "an entry of '" + what + "' has no name");
    }
    Object name = rendered(around.get("name"), variables);
    if (name instanceof String text) {
      return text;
    }
    throw ConstructedProblems.template(places.source(), around.get("name"), "it is no text");
  }

  private Object rendered(Object template, Map<Object, Object> variables) {
    if (!(template instanceof String text)) {
      throw ConstructedProblems.template(places.source(), template, "it is no text");
    }
    try {
      return templates.text(text, variables);
    } catch (Failure failure) {
      throw ConstructedProblems.template(places.source(), text, failure.getMessage());
    }
  }

  private void parents(Table around, String child, Map<Object, Object> variables, int depth) {
    if (depth > DEEPEST) {
      throw ConstructedProblems.noTemplate(
          places.source(), "parents are nested deeper than " + DEEPEST + " levels");
    }
    Object parents = around.containsKey("parents") ? around.get("parents") : List.of();
    if (!(parents instanceof List<?> list)) {
      throw ConstructedProblems.noTemplate(places.source(), "'parents' is no list");
    }
    for (Object parent : list) {
      if (!(parent instanceof Table table)) {
        throw ConstructedProblems.noTemplate(
            places.source(), "Element " + child + " has a parent with no name element");
      }
      String group = name(table, variables, "parents");
      inventory.at(table.line(0));
      String real = inventory.group(group).isPresent() ? group : inventory.addGroup(group);
      variables(table, real, variables);
      inventory.addChild(real, child);
      parents(table, real, variables, depth + 1);
    }
  }

  private void variables(Table parent, String group, Map<Object, Object> variables) {
    Object given = parent.containsKey("vars") ? parent.get("vars") : Table.empty();
    if (!(given instanceof Table vars)) {
      throw ConstructedProblems.noTemplate(places.source(), "'vars' is no map");
    }
    Iterator<Map.Entry<Object, Object>> entries = vars.entrySet().iterator();
    for (int i = 0; entries.hasNext(); i++) {
      Map.Entry<Object, Object> entry = entries.next();
      inventory.at(vars.line(i));
      Object value = rendered(entry.getValue(), variables);
      inventory.setVariable(group, entry.getKey(), value);
    }
  }
}
