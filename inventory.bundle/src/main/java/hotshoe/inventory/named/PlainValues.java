package hotshoe.inventory.named;

import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of variables in the form that every door can carry. */
final class PlainValues {

  private PlainValues() {}

  static Object of(Object value) {
    if (value instanceof String || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? number : (Object) number.toString();
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(of(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return scalar(value);
  }

  static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((key, inner) -> plain.put(String.valueOf(key), of(inner)));
    return plain;
  }

  private static Object scalar(Object value) {
    if (value == NothingValue.NOTHING) {
      return null; // null: why: the plain form of nothing
    }
    if (value instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    return value instanceof VaultText vault
        ? Map.of("__ansible_vault", vault.ciphertext())
        : String.valueOf(value);
  }
}
