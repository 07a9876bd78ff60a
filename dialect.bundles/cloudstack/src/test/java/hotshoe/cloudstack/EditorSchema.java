package hotshoe.cloudstack;

import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.type.JsonSchema;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON Schema of a manifest, for editors: it lets pass what {@link
 * hotshoe.archive.DocumentCheck} takes without a word, a key that is not known being a fault there,
 * because editors know no warnings.
 */
final class EditorSchema {

  private static final Pattern ANY_CASE = Pattern.compile("\\^\\(\\?:\\(\\?i\\)(.*)\\)\\$");

  private EditorSchema() {}

  /**
   * The schema as a document of its own: maps, lists, texts, numbers and booleans.
   *
   * @param manifest the type of the manifest
   * @param texts what may stand where a text belongs
   */
  static Map<String, Object> of(Type.Record manifest, Texts texts) {
    Map<String, Object> schema = new LinkedHashMap<>();
    JsonSchema.document(manifest)
        .forEach((key, value) -> schema.put(key, value(key, value, texts)));
    return schema;
  }

  private static Object value(String key, Object value, Texts texts) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> schema = new LinkedHashMap<>();
      map.forEach((name, part) -> schema.put((String) name, value((String) name, part, texts)));
      return schema;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> value("", item, texts)).toList();
    }
    if (key.equals("type") && value.equals("string") && texts == Texts.AS_WRITTEN) {
      return List.of("string", "number", "boolean");
    }
    return key.equals("pattern") && value instanceof String pattern ? everywhere(pattern) : value;
  }

  /** A pattern without regard to letter case, for readers that have no word for that. */
  private static String everywhere(String pattern) {
    Matcher any = ANY_CASE.matcher(pattern);
    if (!any.matches()) {
      return pattern;
    }
    StringBuilder both = new StringBuilder("^(?:");
    boolean isInClass = false;
    for (char c : any.group(1).toCharArray()) {
      isInClass = c == '[' || (isInClass && c != ']');
      char lower = Character.toLowerCase(c);
      char upper = Character.toUpperCase(c);
      if (isInClass || lower == upper) {
        both.append(c);
      } else {
        both.append('[').append(upper).append(lower).append(']');
      }
    }
    return both.append(")$").toString();
  }
}
