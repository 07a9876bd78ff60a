package hotshoe.inventory.format;

import java.util.HashMap;
import java.util.Map;

/** Names and values of one source, each kept once. */
final class Names {

  private static final int MOST = 20_000;
  private static final int LONGEST = 40;

  private final Map<String, String> words = new HashMap<>();

  /** The same text, one object for all. */
  String word(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String known = words.putIfAbsent(text, text);
    if (words.size() > MOST) {
      words.clear();
    }
    return known == null ? text : known;
  }
}
