package hotshoe.cloudstack.registry;

import hotshoe.cloudstack.Json;
import java.util.List;
import java.util.Map;

/** Writes plain values as YAML that people can read; texts are in double quotes. */
final class YamlText {

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(Map<String, ?> manifest) {
    YamlText yaml = new YamlText();
    yaml.map(manifest, "");
    return yaml.text.toString();
  }

  private void map(Map<?, ?> map, String indent) {
    map.forEach(
        (key, value) -> {
          text.append(indent).append(key((String) key)).append(':');
          below(value, indent + "  ");
        });
  }

  private void list(List<?> list, String indent) {
    for (Object item : list) {
      text.append(indent).append('-');
      below(item, indent + "  ");
    }
  }

  private void below(Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      map(map, indent);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      list(list, indent);
    } else {
      text.append(' ').append(Json.text(value)).append('\n');
    }
  }

  /** Names of the format stand as they are; what people chose is put in quotes. */
  private static String key(String key) {
    return key.matches("[A-Za-z]{3,40}") && !key.matches("(?i)yes|true|off|false|null")
        ? key
        : Json.text(key);
  }
}
