package hotshoe.inventory.form;

import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.inventory.value.YamlScalar;
import hotshoe.type.NothingValue;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes values as YAML, those that are shared once. */
final class YamlValue {

  private final YamlOutput output;
  private final Anchors anchors;

  YamlValue(YamlOutput output, Anchors anchors) {
    this.output = output;
    this.anchors = anchors;
  }

  void entry(Object key, Object value) throws IOException {
    key(key);
    value(value);
  }

  void key(Object key) throws IOException {
    if (key instanceof String text) {
      output.key(text, YamlScalar.isText(text));
    } else if (key instanceof UnsafeText unsafe) {
      key(unsafe.text());
    } else {
      output.plainKey(scalar(key));
    }
  }

  void value(Object value) throws IOException {
    if (value instanceof String text) {
      output.text(text, YamlScalar.isText(text));
      return;
    }
    Optional<String> name = anchors.name(value);
    if (name.isPresent() && !anchors.isFirst(name.get())) {
      output.alias(name.get());
      return;
    }
    if (name.isPresent()) {
      output.anchor(name.get());
    }
    if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof List<?> list) {
      list(list);
    } else {
      other(value);
    }
  }

  private void map(Map<?, ?> map) throws IOException {
    if (map.isEmpty()) {
      output.plain("{}");
      return;
    }
    output.openMap();
    for (Object key : JsonForm.sortedOrAsRead(map)) {
      entry(key, map.get(key));
    }
    output.close();
  }

  private void list(List<?> list) throws IOException {
    if (list.isEmpty()) {
      output.plain("[]");
      return;
    }
    output.openList();
    for (Object item : list) {
      output.item();
      value(item);
    }
    output.close();
  }

  private void other(Object value) throws IOException {
    if (value instanceof UnsafeText unsafe) {
      output.text(unsafe.text(), YamlScalar.isText(unsafe.text()));
    } else if (value instanceof VaultText vault) {
      output.block("!vault", vault.ciphertext());
    } else {
      output.plain(scalar(value));
    }
  }

  private static String scalar(Object value) {
    if (value == NothingValue.NOTHING) {
      return "null";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof LocalDateTime time) {
      return JsonForm.moment(time).replace('T', ' ');
    }
    if (value instanceof OffsetDateTime time) {
      return JsonForm.moment(time).replace('T', ' ');
    }
    boolean isKnown =
        value instanceof Boolean
            || value instanceof Long
            || value instanceof Integer
            || value instanceof BigInteger
            || value instanceof LocalDate;
    if (!isKnown) {
      throw FormProblems.unprintable(value);
    }
    return value.toString();
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    String text = FloatText.of(number);
    return text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
  }
}
