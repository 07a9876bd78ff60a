package hotshoe.inventory.value;

import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import java.util.List;
import java.util.Map;

/** Texts that must not be taken for templates, and encrypted ones, in JSON and YAML (row AN-31). */
public final class Marked {

  static final String VAULT = "__ansible_vault";
  static final String UNSAFE = "__ansible_unsafe";

  private Marked() {}

  /** The same map, or what it stands for if one of its keys says so. */
  static Object resolved(Table table) {
    for (int i = 0; i < table.size(); i++) {
      if (table.key(i).equals(VAULT)) {
        return new VaultText(String.valueOf(table.value(i)));
      }
      if (table.key(i).equals(UNSAFE)) {
        return unsafe(table.value(i));
      }
    }
    return table;
  }

  /** The value with every text in it marked. */
  public static Object unsafe(Object value) {
    if (value instanceof String text) {
      return new UnsafeText(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Marked::unsafe).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Table.Builder marked = new Table.Builder();
      map.forEach((key, inner) -> marked.put(key, unsafe(inner), 0));
      return marked.build();
    }
    return value;
  }
}
