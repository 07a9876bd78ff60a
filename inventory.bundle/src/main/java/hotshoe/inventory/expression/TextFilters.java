package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that take texts. */
final class TextFilters {

  private static final Pattern WORD_START = Pattern.compile("[-\\s({\\[<]+");
  private static final Pattern SHELL_SAFE = Pattern.compile("[\\w@%+=:,./-]+");

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("lower", "", c -> Texts.lower(c.printed())),
          Function.of("upper", "", c -> Texts.upper(c.printed())),
          Function.of("capitalize", "", c -> Texts.capitalized(c.printed())),
          Function.of("title", "", c -> titled(c.printed())),
          Function.of("string", "", Call::printed),
          Function.of("trim", "chars", TextFilters::trim),
          Function.of("center", "width", TextFilters::center),
          Function.of("replace", "old new count", TextFilters::replace),
          Function.of("format", "* **", TextFilters::format),
          Function.of("indent", "width first blank", TextFilters::indent),
          Function.of("truncate", "length killwords end leeway", TextFilters::truncate),
          Function.of("wordcount", "", TextFilters::wordCount),
          Function.of("striptags", "", TextFilters::withoutTags),
          Function.of("quote", "", TextFilters::quote),
          Function.of("split", "sep maxsplit", TextFilters::split),
          Function.of("urldecode", "encoding errors", TextFilters::urlDecoded),
          Function.of("urlencode", "", TextFilters::urlEncoded),
          Function.of("comment", "style **", Comments::of));

  private TextFilters() {}

  private static String titled(String text) {
    StringBuilder titled = new StringBuilder();
    Matcher mark = WORD_START.matcher(text);
    int start = 0;
    while (mark.find()) {
      titled.append(word(text.substring(start, mark.start()))).append(mark.group());
      start = mark.end();
    }
    return titled.append(word(text.substring(start))).toString();
  }

  private static String word(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = Character.charCount(word.codePointAt(0));
    return Texts.upper(word.substring(0, first)) + Texts.lower(word.substring(first));
  }

  private static Object trim(Call call) {
    String text = call.printed();
    if (!call.isSet("chars")) {
      return Texts.stripped(text);
    }
    String letters = call.text("chars");
    return Texts.strippedLeft(Texts.strippedRight(text, letters), letters);
  }

  private static Object center(Call call) {
    return Texts.centered(call.budget(), call.printed(), call.number("width", 80), " ");
  }

  private static Object replace(Call call) {
    int count = call.isSet("count") ? Numbers.index(call.get("count"), "count") : -1;
    call.get("old");
    call.get("new");
    return TextMethods.replaced(
        call.budget(), call.printed(), call.printed("old", ""), call.printed("new", ""), count);
  }

  private static Object format(Call call) {
    if (!call.rest().isEmpty() && !call.more().isEmpty()) {
      throw Failure.wrong("can't handle positional and keyword arguments at the same time");
    }
    Object values = call.more().isEmpty() ? Tuple.of(call.rest()) : call.more();
    return PercentFormat.of(call.budget(), call.printed(), values);
  }

  private static String blanks(Call call, Object width) {
    int many = Math.max(0, Numbers.index(width, "width"));
    call.budget().letters(many);
    return " ".repeat(many);
  }

  private static Object indent(Call call) {
    Object width = call.get("width", 4L);
    String indention = width instanceof String text ? text : blanks(call, width);
    List<Object> lines = Texts.lines(call.text() + "\n", false);
    boolean fillsBlank = call.isTrue("blank", false);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = (String) lines.get(i);
      boolean isIndented = i == 0 ? call.isTrue("first", false) : fillsBlank || !line.isEmpty();
      call.budget().letters(line.length() + (long) indention.length());
      text.append(i == 0 ? "" : "\n").append(isIndented ? indention : "").append(line);
    }
    return text.toString();
  }

  private static Object truncate(Call call) {
    int length = call.number("length", 255);
    String end = call.text("end", "...");
    int leeway = call.isSet("leeway") ? Numbers.index(call.get("leeway"), "leeway") : 5;
    if (length < Texts.length(end) || leeway < 0) {
      throw Failure.wrong("expected length >= " + Texts.length(end) + ", got " + length);
    }
    if (Items.length(call.value()) <= (long) length + leeway) {
      return call.value();
    }
    String text = call.text();
    String cut = text.substring(0, text.offsetByCodePoints(0, length - Texts.length(end)));
    int blank = cut.lastIndexOf(' ');
    boolean isWhole = call.isTrue("killwords", false) || blank < 0;
    return (isWhole ? cut : cut.substring(0, blank)) + end;
  }

  private static Object wordCount(Call call) {
    long count = 0;
    boolean isInWord = false;
    for (int letter : call.printed().codePoints().toArray()) {
      boolean isPart = TextMethods.isWordLetter(letter) || letter == '_';
      count += isPart && !isInWord ? 1 : 0;
      isInWord = isPart;
    }
    return count;
  }

  private static Object withoutTags(Call call) {
    String text = call.printed();
    if (text.indexOf('&') >= 0) {
      throw Failure.notAvailable("striptags of a text with '&' in it");
    }
    String plain = text.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<.*?>", "");
    return String.join(" ", plain.strip().split("\\s+"));
  }

  private static Object quote(Call call) {
    String text = call.value() == NothingValue.NOTHING ? "" : call.printed();
    if (SHELL_SAFE.matcher(text).matches()) {
      return text;
    }
    return call.made("'" + text.replace("'", "'\"'\"'") + "'");
  }

  private static Object split(Call call) {
    return TextMethods.split(call, false);
  }

  private static Object urlDecoded(Call call) {
    try {
      return URLDecoder.decode(
          call.text().replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Failure.wrong("not a text of a URL: " + malformed.getMessage());
    }
  }

  private static Object urlEncoded(Call call) {
    Object value = call.value();
    if (value instanceof String || !Items.isIterable(value)) {
      return quoted(call, call.printed(), true);
    }
    List<Object> pairs = value instanceof Map<?, ?> map ? ValueMethods.pairs(map) : call.items();
    List<String> parts = new ArrayList<>();
    for (Object pair : pairs) {
      List<Object> both = Items.of(call.budget(), pair);
      if (both.size() != 2) {
        throw Failure.wrong("a pair of name and value is needed");
      }
      parts.add(
          quoted(call, call.print(both.get(0)), false)
              + "="
              + quoted(call, call.print(both.get(1)), false));
    }
    return String.join("&", parts);
  }

  private static String quoted(Call call, String text, boolean isPath) {
    StringBuilder quoted = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (b & 0xFF);
      boolean isPlain =
          letter < 128 && (Character.isLetterOrDigit(letter) || "_.-~".indexOf(letter) >= 0);
      if (isPlain || (isPath && letter == '/')) {
        quoted.append(letter);
      } else if (letter == ' ' && !isPath) {
        quoted.append('+');
      } else {
        quoted.append(String.format("%%%02X", (int) letter));
      }
    }
    return call.made(quoted.toString());
  }
}
