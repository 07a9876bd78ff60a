package hotshoe.inventory.constructed;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.expression.Printed;
import hotshoe.inventory.model.Sanitising;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of one host that are named by its values (row AN-41). */
final class KeyedGroups {

  private final Construction construction;
  private final InventoryBuilder inventory;
  private final String host;
  private final Map<Object, Object> variables;

  KeyedGroups(
      Construction construction,
      InventoryBuilder inventory,
      String host,
      Map<Object, Object> variables) {
    this.construction = construction;
    this.inventory = inventory;
    this.host = host;
    this.variables = variables;
  }

  /** Puts the host into them. */
  void add() {
    List<Map<String, Object>> entries = construction.option("keyed_groups", List.of());
    for (int i = 0; i < entries.size(); i++) {
      new Entry(entries.get(i), i).add();
    }
  }

  /** One entry of the option. */
  private final class Entry {

    private final Map<String, Object> options;
    private final String place;
    private final int line;

    Entry(Map<String, Object> options, int number) {
      this.options = options;
      this.line = construction.places().line("keyed_groups", number);
      this.place = construction.places().of("keyed_groups", number);
    }

    private Object option(String name, Object usual) {
      return options.containsKey(name) ? Construction.unwrapped(options.get(name)) : usual;
    }

    private Optional<Object> set(String name) {
      return Optional.of(option(name, NothingValue.NOTHING)).filter(v -> v != NothingValue.NOTHING);
    }

    void add() {
      Object key = option("key", NothingValue.NOTHING);
      Optional<Object> value =
          construction.value(
              place, key, variables, why -> ConstructedProblems.key(place, key, host, why));
      if (value.isEmpty()) {
        return;
      }
      if (set("trailing_separator").isPresent() && set("default_value").isPresent()) {
        throw ConstructedProblems.exclusive(place);
      }
      Object plain = Values.plain(value.get());
      boolean isNamed =
          !Values.isFalse(plain) || (plain.equals("") && set("default_value").isPresent());
      if (isNamed) {
        parent().ifPresent(parent -> groups(plain, parent));
      } else if (construction.isStrict() && !(plain instanceof List) && !(plain instanceof Map)) {
        throw ConstructedProblems.emptyKey(place, key, host);
      }
    }

    /** The parent group's name, empty for none; nothing where it cannot be rendered. */
    private Optional<String> parent() {
      Object template = option("parent_group", NothingValue.NOTHING);
      if (Values.isFalse(template)) {
        return Optional.of("");
      }
      String text = Printed.text(template);
      return construction
          .attempt(
              place,
              text,
              () -> construction.templates().template(text, variables),
              why -> ConstructedProblems.parent(place, template, host, why))
          .map(name -> Sanitising.cleaned(Printed.text(Values.plain(name))));
    }

    private void groups(Object value, String parent) {
      String prefix = Printed.text(option("prefix", ""));
      boolean hasSeparator =
          !prefix.isEmpty()
              || !Boolean.FALSE.equals(construction.option("leading_separator", true));
      String separator = Printed.text(option("separator", "_"));
      String head = prefix + (hasSeparator ? separator : "");
      for (String name : names(value, separator)) {
        group(Sanitising.cleaned(head + name), parent);
      }
    }

    private void group(String name, String parent) {
      inventory.at(line);
      String real = inventory.addGroup(name);
      inventory.addHost(host, real);
      if (!parent.isEmpty()) {
        inventory.addGroup(parent);
        inventory.addChild(parent, real);
      }
    }

    private List<String> names(Object value, String separator) {
      Optional<String> usual = set("default_value").map(Printed::text);
      List<String> names = new ArrayList<>();
      if (value instanceof String text) {
        names.add(text.isEmpty() ? usual.orElse("") : text);
      } else if (value instanceof List<?> list) {
        list.forEach(item -> names.add(item.equals("") ? usual.orElse("") : Printed.text(item)));
      } else if (value instanceof Map<?, ?> map) {
        map.forEach((key, item) -> names.add(pair(Printed.text(key), separator, item, usual)));
      } else {
        throw ConstructedProblems.keyKind(place, option("key", ""), Values.kind(value));
      }
      return names;
    }

    private String pair(String key, String separator, Object item, Optional<String> usual) {
      boolean isBare =
          item.equals("")
              && usual.isEmpty()
              && Boolean.FALSE.equals(option("trailing_separator", true));
      if (isBare) {
        return key;
      }
      return key + separator + (item.equals("") ? usual.orElse("") : Printed.text(item));
    }
  }

  /** What the values of expressions are. */
  private static final class Values {

    private Values() {}

    static Object plain(Object value) {
      if (value instanceof UnsafeText unsafe) {
        return unsafe.text();
      }
      if (value instanceof List<?> list) {
        return list.stream().map(Values::plain).toList();
      }
      if (value instanceof Map<?, ?> map) {
        Map<Object, Object> plain = new java.util.LinkedHashMap<>();
        map.forEach((key, inner) -> plain.put(key, plain(inner)));
        return plain;
      }
      return value;
    }

    static boolean isFalse(Object value) {
      return value == NothingValue.NOTHING
          || value.equals("")
          || value.equals(false)
          || (value instanceof Number number && number.doubleValue() == 0)
          || (value instanceof List<?> list && list.isEmpty())
          || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    static String kind(Object value) {
      return value instanceof Boolean
          ? "<class 'bool'>"
          : value instanceof Double ? "<class 'float'>" : "<class 'int'>";
    }
  }
}
