package hotshoe.inventory.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as Python's LooseVersion takes them apart. */
final class Versions {

  private static final Pattern PART = Pattern.compile("\\d+|[a-z]+|\\.|[^\\da-z.]+");

  private Versions() {}

  /** Numbers and words of a version. */
  static List<Object> parts(String version) {
    List<Object> parts = new ArrayList<>();
    Matcher part = PART.matcher(version);
    while (part.find()) {
      String text = part.group();
      boolean isNumber = text.chars().allMatch(Character::isDigit);
      if (isNumber && text.length() < 4300) {
        parts.add(Numbers.smallest(new BigInteger(text)));
      } else if (!text.equals(".")) {
        parts.add(text);
      }
    }
    return parts;
  }
}
