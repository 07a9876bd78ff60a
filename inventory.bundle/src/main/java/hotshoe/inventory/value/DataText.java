package hotshoe.inventory.value;

import java.util.function.BiConsumer;

/** Text that is JSON or YAML. */
public final class DataText {

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
        return YamlData.read(text, duplicates);
      }
    }
    return YamlData.read(text, duplicates);
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
