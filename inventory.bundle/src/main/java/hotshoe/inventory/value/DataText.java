package hotshoe.inventory.value;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Text that is JSON or YAML. */
public final class DataText {

  private static final int PROBE = 1 << 14;

  /** Comments, and then a line that INI has as well. */
  private static final Pattern SECTION =
      Pattern.compile("(?:#[^\\n]{0,200}+\n){0,50}+\\[[\\w.-]{1,200}]\\s*\\n");

  private DataText() {}

  /**
   * Reads it as JSON, and if it is none, as YAML (row AN-32).
   *
   * @param duplicates gets every key that stands twice in a YAML map, with its line
   * @return a value as {@link hotshoe.inventory} has them; maps are {@link Table}s
   */
  public static Object read(String text, BiConsumer<Object, Integer> duplicates) throws Unreadable {
    if (mayBeJson(text)) {
      try {
        return JsonData.read(text);
      } catch (Unreadable noJson) {
        return yaml(text, duplicates);
      }
    }
    return yaml(text, duplicates);
  }

  private static Object yaml(String text, BiConsumer<Object, Integer> duplicates)
      throws Unreadable {
    probe(text, duplicates);
    return YamlData.read(text, duplicates);
  }

  /**
   * After a first line that is a whole list nothing may follow in YAML, and so the beginning of a
   * large INI file is refused for the same reason as all of it, which takes long to scan.
   */
  private static void probe(String text, BiConsumer<Object, Integer> duplicates) throws Unreadable {
    if (text.length() > 4 * PROBE && SECTION.matcher(text).lookingAt()) {
      YamlData.read(text.substring(0, text.lastIndexOf('\n', PROBE) + 1), duplicates);
    }
  }

  private static boolean mayBeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (" \t\r\n".indexOf(c) < 0) {
        return "{[\"-tfnNI0123456789".indexOf(c) >= 0;
      }
    }
    return false;
  }
}
