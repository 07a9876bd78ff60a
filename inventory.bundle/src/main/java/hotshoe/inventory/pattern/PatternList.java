package hotshoe.inventory.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes a text apart into the patterns that it lists. */
final class PatternList {

  private final Predicate<String> addresses;

  /**
   * For texts in which an address may stand.
   *
   * @param addresses what is one address, with colons in it, rather than a list
   */
  PatternList(Predicate<String> addresses) {
    this.addresses = addresses;
  }

  /** The patterns of a text: parted by commas if there is one, else by colons and blanks. */
  List<String> of(String text) {
    Stream<String> parts =
        text.indexOf(',') >= 0
            ? Stream.of(text.split(",", -1))
            : (addresses.test(text) ? Stream.of(text) : atColons(text).stream());
    return parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** What stands in brackets is kept together; a bracket without its partner is passed over. */
  private static List<String> atColons(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '[' ? text.indexOf(']', at) : -1;
      if (end >= 0) {
        part.append(text, at, end + 1);
        at = end;
      } else if (c == ':' || c == '[' || c == ']' || Character.isWhitespace(c)) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
      at++;
    }
    parts.add(part.toString());
    return parts;
  }
}
