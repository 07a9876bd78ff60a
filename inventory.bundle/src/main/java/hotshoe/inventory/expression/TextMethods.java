package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The methods of Python's texts. */
final class TextMethods {

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("capitalize", "", c -> Texts.capitalized(c.text())),
          Function.of("casefold", "", c -> Texts.lower(Texts.upper(c.text()))),
          Function.of("center", "width fillchar", TextMethods::center),
          Function.of("count", "sub start end", TextMethods::count),
          Function.of("endswith", "suffix start end", c -> hasEnd(c, "suffix", false)),
          Function.of("expandtabs", "tabsize", TextMethods::expandTabs),
          Function.of("find", "sub start end", c -> find(c, false)),
          Function.of("rfind", "sub start end", c -> find(c, true)),
          Function.of("index", "sub start end", c -> mustFind(c, false)),
          Function.of("rindex", "sub start end", c -> mustFind(c, true)),
          Function.of("format", "* **", c -> BraceFormat.of(c, c.rest(), c.more())),
          Function.of("format_map", "mapping", TextMethods::formatMap),
          Function.of("isalnum", "", c -> all(c, TextMethods::isWordLetter)),
          Function.of("isalpha", "", c -> all(c, Character::isLetter)),
          Function.of("isascii", "", c -> c.text().chars().allMatch(l -> l < 128)),
          Function.of("isdecimal", "", c -> all(c, Character::isDigit)),
          Function.of("isdigit", "", c -> all(c, TextMethods::isDigit)),
          Function.of("isnumeric", "", c -> all(c, TextMethods::isNumeric)),
          Function.of("isidentifier", "", TextMethods::isIdentifier),
          Function.of("islower", "", c -> isCase(c.text(), true)),
          Function.of("isupper", "", c -> isCase(c.text(), false)),
          Function.of("isprintable", "", c -> c.text().codePoints().allMatch(Letters::isPrintable)),
          Function.of("isspace", "", c -> all(c, Texts::isBlank)),
          Function.of("istitle", "", c -> isTitle(c.text())),
          Function.of("join", "iterable", TextMethods::join),
          Function.of("ljust", "width fillchar", c -> filled(c, false)),
          Function.of("rjust", "width fillchar", c -> filled(c, true)),
          Function.of("zfill", "width", TextMethods::zeros),
          Function.of("lower", "", c -> Texts.lower(c.text())),
          Function.of("upper", "", c -> Texts.upper(c.text())),
          Function.of("swapcase", "", c -> swapped(c.text())),
          Function.of("title", "", c -> titled(c.text())),
          Function.of("strip", "chars", c -> strip(c, true, true)),
          Function.of("lstrip", "chars", c -> strip(c, true, false)),
          Function.of("rstrip", "chars", c -> strip(c, false, true)),
          Function.of("partition", "sep", c -> partition(c, false)),
          Function.of("rpartition", "sep", c -> partition(c, true)),
          Function.of("removeprefix", "prefix", TextMethods::withoutPrefix),
          Function.of("removesuffix", "suffix", TextMethods::withoutSuffix),
          Function.of("replace", "old new count", TextMethods::replace),
          Function.of("split", "sep maxsplit", c -> split(c, false)),
          Function.of("rsplit", "sep maxsplit", c -> split(c, true)),
          Function.of(
              "splitlines",
              "keepends",
              c -> c.made(Texts.lines(c.text(), c.isTrue("keepends", false)))),
          Function.of("startswith", "prefix start end", c -> hasEnd(c, "prefix", true)));

  private TextMethods() {}

  static boolean isWordLetter(int letter) {
    return Character.isLetter(letter) || isNumeric(letter);
  }

  private static boolean isNumeric(int letter) {
    int kind = Character.getType(letter);
    return Character.isDigit(letter)
        || kind == Character.LETTER_NUMBER
        || kind == Character.OTHER_NUMBER;
  }

  private static boolean isDigit(int letter) {
    return Character.isDigit(letter) || "\u00b9\u00b2\u00b3".indexOf(letter) >= 0;
  }

  private static boolean all(Call call, IntPredicate each) {
    return !call.text().isEmpty() && call.text().codePoints().allMatch(each);
  }

  private static Object center(Call call) {
    return Texts.centered(call.budget(), call.text(), call.number("width", 0), filling(call));
  }

  private static String filling(Call call) {
    String filling = call.text("fillchar", " ");
    if (Texts.length(filling) != 1) {
      throw Failure.wrong("The fill character must be exactly one character long");
    }
    return filling;
  }

  private static Object filled(Call call, boolean isLeft) {
    return Texts.filled(
        call.budget(),
        call.text(),
        Numbers.index(call.get("width"), "width"),
        filling(call),
        isLeft);
  }

  private static Object zeros(Call call) {
    String text = call.text();
    String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
    int width = Numbers.index(call.get("width"), "width") - sign.length();
    return sign + Texts.filled(call.budget(), text.substring(sign.length()), width, "0", true);
  }

  /** The part between start and end that a search is for; nothing where there is none. */
  private static int[] range(Call call) {
    int size = Texts.length(call.text());
    Bounds bounds =
        new Bounds(
            call.get("start", NothingValue.NOTHING),
            call.get("end", NothingValue.NOTHING),
            NothingValue.NOTHING);
    int[] places = bounds.places(size);
    int start = call.isSet("start") ? Numbers.index(call.get("start"), "start") : 0;
    int from = Math.max(0, start < 0 ? start + size : start);
    return new int[] {from, places.length == 0 ? from : places[places.length - 1] + 1, size};
  }

  private static String part(Call call, int[] range) {
    if (!call.has("start")) {
      return call.text();
    }
    if (range[0] > range[2]) {
      return "\0";
    }
    String text = call.text();
    return text.substring(
        text.offsetByCodePoints(0, range[0]),
        text.offsetByCodePoints(0, Math.max(range[0], range[1])));
  }

  private static Object find(Call call, boolean isLast) {
    int[] range = range(call);
    String wanted = call.text("sub");
    if (call.has("start") && range[0] > range[2]) {
      return -1L;
    }
    String part = part(call, range);
    int at = isLast ? part.lastIndexOf(wanted) : part.indexOf(wanted);
    return at < 0 ? -1L : (long) range[0] + part.codePointCount(0, at);
  }

  private static Object mustFind(Call call, boolean isLast) {
    Object at = find(call, isLast);
    if (at.equals(-1L)) {
      throw Failure.wrong("substring not found");
    }
    return at;
  }

  private static Object count(Call call) {
    int[] range = range(call);
    if (call.has("start") && range[0] > range[2]) {
      return 0L;
    }
    String part = part(call, range);
    String wanted = call.text("sub");
    if (wanted.isEmpty()) {
      return (long) Texts.length(part) + 1;
    }
    long count = 0;
    for (int at = part.indexOf(wanted); at >= 0; at = part.indexOf(wanted, at + wanted.length())) {
      count++;
    }
    return count;
  }

  private static Object hasEnd(Call call, String name, boolean isStart) {
    int[] range = range(call);
    boolean isOutside = call.has("start") && range[0] > range[2];
    String part = part(call, range);
    Object wanted = call.get(name);
    List<Object> all = wanted instanceof Tuple tuple ? tuple.items() : List.of(call.text(name));
    return !isOutside
        && all.stream()
            .map(each -> (String) each)
            .anyMatch(each -> isStart ? part.startsWith(each) : part.endsWith(each));
  }

  private static Object expandTabs(Call call) {
    int size = call.number("tabsize", 8);
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (int i = 0; i < call.text().length(); i++) {
      char letter = call.text().charAt(i);
      if (letter == '\t') {
        int blanks = size <= 0 ? 0 : size - column % size;
        call.budget().letters(blanks);
        text.append(" ".repeat(blanks));
        column += blanks;
      } else {
        text.append(letter);
        column = letter == '\n' || letter == '\r' ? 0 : column + 1;
      }
    }
    return text.toString();
  }

  private static Object formatMap(Call call) {
    if (!(call.get("mapping") instanceof Map<?, ?> map)) {
      throw Failure.wrong("format_map() needs a mapping");
    }
    return BraceFormat.of(call, List.of(), map);
  }

  private static Object isIdentifier(Call call) {
    String text = call.text();
    boolean isStart =
        !text.isEmpty() && (Character.isLetter(text.codePointAt(0)) || text.charAt(0) == '_');
    return isStart && text.codePoints().allMatch(l -> isWordLetter(l) || l == '_');
  }

  static boolean isCase(String text, boolean isLower) {
    boolean isAny = false;
    for (int letter : text.codePoints().toArray()) {
      boolean isOther =
          Character.isTitleCase(letter)
              || (isLower ? Character.isUpperCase(letter) : Character.isLowerCase(letter));
      if (isOther) {
        return false;
      }
      isAny |= isLower ? Character.isLowerCase(letter) : Character.isUpperCase(letter);
    }
    return isAny;
  }

  private static boolean isTitle(String text) {
    boolean isInWord = false;
    boolean isAny = false;
    for (int letter : text.codePoints().toArray()) {
      boolean isUpper = Character.isUpperCase(letter) || Character.isTitleCase(letter);
      if ((isUpper && isInWord) || (Character.isLowerCase(letter) && !isInWord)) {
        return false;
      }
      isInWord = isUpper || Character.isLowerCase(letter);
      isAny |= isInWord;
    }
    return isAny;
  }

  private static Object join(Call call) {
    List<Object> items = call.items("iterable");
    List<String> texts = new ArrayList<>();
    long letters = 0;
    for (int i = 0; i < items.size(); i++) {
      Kinds.defined(items.get(i));
      if (!(items.get(i) instanceof String text)) {
        throw Failure.wrong(
            "sequence item " + i + ": expected str instance, " + Kinds.of(items.get(i)) + " found");
      }
      letters += text.length() + (long) call.text().length();
      call.budget().letters(text.length() + (long) call.text().length());
      texts.add(text);
    }
    return letters == 0 ? "" : String.join(call.text(), texts);
  }

  private static String swapped(String text) {
    StringBuilder swapped = new StringBuilder();
    for (int letter : text.codePoints().toArray()) {
      String one = Character.toString(letter);
      swapped.append(Character.isUpperCase(letter) ? Texts.lower(one) : Texts.upper(one));
    }
    return swapped.toString();
  }

  private static String titled(String text) {
    StringBuilder titled = new StringBuilder();
    boolean isInWord = false;
    for (int letter : text.codePoints().toArray()) {
      String one = Character.toString(letter);
      titled.append(
          isInWord ? Texts.lower(one) : Character.toString(Character.toTitleCase(letter)));
      isInWord = Character.isLowerCase(letter) || Character.isUpperCase(letter);
    }
    return titled.toString();
  }

  static String strip(Call call, boolean isLeft, boolean isRight) {
    String text = call.text();
    if (!call.isSet("chars")) {
      String left = isLeft ? Texts.strippedLeft(text) : text;
      return isRight ? Texts.strippedRight(left) : left;
    }
    String letters = call.text("chars");
    String left = isLeft ? Texts.strippedLeft(text, letters) : text;
    return isRight ? Texts.strippedRight(left, letters) : left;
  }

  private static Object partition(Call call, boolean isLast) {
    String text = call.text();
    String separator = mustNotBeEmpty(call.text("sep"));
    int at = isLast ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (at < 0) {
      return isLast ? Tuple.of("", "", text) : Tuple.of(text, "", "");
    }
    return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }

  private static String mustNotBeEmpty(String separator) {
    if (separator.isEmpty()) {
      throw Failure.wrong("empty separator");
    }
    return separator;
  }

  private static Object withoutPrefix(Call call) {
    String prefix = call.text("prefix");
    return call.text().startsWith(prefix) ? call.text().substring(prefix.length()) : call.text();
  }

  private static Object withoutSuffix(Call call) {
    String text = call.text();
    String suffix = call.text("suffix");
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Object replace(Call call) {
    return replaced(
        call.budget(), call.text(), call.text("old"), call.text("new"), call.number("count", -1));
  }

  /** As {@code str.replace} does; a negative count is for all. */
  static String replaced(Budget budget, String text, String old, String fresh, int count) {
    StringBuilder made = new StringBuilder();
    int done = 0;
    int left = count < 0 ? Integer.MAX_VALUE : count;
    int at = text.indexOf(old);
    while (at >= 0 && left > 0) {
      budget.letters((long) at - done + fresh.length());
      made.append(text, done, at).append(fresh);
      left--;
      done = at + old.length();
      if (old.isEmpty()) {
        if (at >= text.length()) {
          break;
        }
        int width = Character.charCount(text.codePointAt(at));
        made.append(text, at, at + width);
        done = at + width;
        at = done;
      } else {
        at = text.indexOf(old, done);
      }
    }
    return made.append(text, Math.min(done, text.length()), text.length()).toString();
  }

  static List<Object> split(Call call, boolean isRight) {
    int most = call.number("maxsplit", -1);
    int left = most < 0 ? Integer.MAX_VALUE : most;
    List<Object> parts =
        call.isSet("sep")
            ? bySeparator(call, mustNotBeEmpty(call.text("sep")), left, isRight)
            : byBlanks(call.text(), left, isRight);
    // a part is a text of its own, even where it is the whole
    parts.replaceAll(part -> new StringBuilder((String) part).toString());
    return call.made(parts);
  }

  private static List<Object> bySeparator(Call call, String separator, int most, boolean isRight) {
    String text = call.text();
    List<Object> parts = new ArrayList<>();
    int left = most;
    if (!isRight) {
      int start = 0;
      for (int at = text.indexOf(separator); at >= 0 && left > 0; left--) {
        parts.add(text.substring(start, at));
        start = at + separator.length();
        at = text.indexOf(separator, start);
      }
      parts.add(text.substring(start));
      return parts;
    }
    int end = text.length();
    int at = text.lastIndexOf(separator);
    while (at >= 0 && left > 0) {
      parts.add(text.substring(at + separator.length(), end));
      end = at;
      left--;
      at = at == 0 ? -1 : lastBefore(text, separator, end);
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  private static int lastBefore(String text, String separator, int end) {
    return end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
  }

  private static List<Object> byBlanks(String text, int most, boolean isRight) {
    List<Object> parts = new ArrayList<>();
    String rest = isRight ? Texts.strippedRight(text) : Texts.strippedLeft(text);
    for (int left = most; !rest.isEmpty() && left > 0; left--) {
      int at = isRight ? lastBlank(rest) : firstBlank(rest);
      if (at < 0) {
        break;
      }
      parts.add(isRight ? rest.substring(at + 1) : rest.substring(0, at));
      rest =
          isRight
              ? Texts.strippedRight(rest.substring(0, at))
              : Texts.strippedLeft(rest.substring(at));
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    if (isRight) {
      Collections.reverse(parts);
    }
    return parts;
  }

  private static int firstBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Texts.isBlank(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int lastBlank(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (Texts.isBlank(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
