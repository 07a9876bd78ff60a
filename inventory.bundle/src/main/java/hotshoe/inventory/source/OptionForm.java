package hotshoe.inventory.source;

import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Values as people write them for options, in the form that types know (row AN-51). */
final class OptionForm {

  private static final Set<String> TRUE = Set.of("y", "yes", "on", "1", "true", "t", "1.0");
  private static final Set<String> FALSE = Set.of("n", "no", "off", "0", "false", "f", "0.0");

  private final UnaryOperator<String> vault;

  /**
   * Knows how encrypted texts are decrypted.
   *
   * @param vault what an encrypted text is in clear
   */
  OptionForm(UnaryOperator<String> vault) {
    this.vault = vault;
  }

  /** The value for an option of this type; what cannot be one stays as it is. */
  Object of(Type type, Object value) {
    Object plain = plain(value);
    if (type instanceof Type.Optional optional) {
      return of(optional.of(), plain);
    }
    if (type instanceof Type.ListOf list) {
      return list(list, plain);
    }
    if (type instanceof Type.Bool && plain instanceof String text) {
      return truth(text);
    }
    boolean isText =
        type instanceof Type.Text
            || type instanceof Type.Secret
            || (type instanceof Type.Choice choice && choice.of() instanceof Type.Text);
    if (!isText) {
      return plain;
    }
    return plain instanceof String text
        ? unquoted(text)
        : plain instanceof Boolean truth ? (truth ? "True" : "False") : plain;
  }

  private static Object truth(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return TRUE.contains(word) ? (Object) true : FALSE.contains(word) ? (Object) false : text;
  }

  /** Commas part items, but for JSON. */
  private Object list(Type.ListOf type, Object plain) {
    List<Object> items = new ArrayList<>();
    if (plain instanceof List<?> list) {
      list.forEach(item -> items.add(of(type.element(), item)));
      return items;
    }
    if (!(plain instanceof String text) || text.startsWith("[")) {
      return plain;
    }
    if (!text.isBlank()) {
      Arrays.stream(text.split(",", -1))
          .map(item -> of(type.element(), unquoted(item.strip())))
          .forEach(items::add);
    }
    return items;
  }

  /** One layer of quotes is taken away. */
  private static String unquoted(String text) {
    return text.replaceFirst("(?s)^(['\"])(.*)\\1$", "$2");
  }

  private Object plain(Object value) {
    if (value == NothingValue.NOTHING) {
      return null; // null: why: the plain form of nothing
    }
    if (value instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (value instanceof VaultText encrypted) {
      return vault.apply(encrypted.ciphertext());
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
      return plain;
    }
    return value;
  }
}
