package hotshoe.core.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Metatype's lists in one text: separated by commas, blanks around an item do not count, and a
 * backslash makes the next character an ordinary one.
 */
final class EscapedList {

  private EscapedList() {}

  static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int meant = 0; // up to here the item holds more than blanks that may yet be trailing ones
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == ',') {
        items.add(item.substring(0, meant));
        item.setLength(0);
        meant = 0;
      } else if (next == '\\' && i + 1 < text.length()) {
        item.append(text.charAt(++i));
        meant = item.length();
      } else if (!Character.isWhitespace(next)) {
        item.append(next);
        meant = item.length();
      } else if (meant > 0) {
        item.append(next);
      }
    }
    items.add(item.substring(0, meant));
    return items;
  }
}
