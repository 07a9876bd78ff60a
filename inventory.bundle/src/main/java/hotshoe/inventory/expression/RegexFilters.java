package hotshoe.inventory.expression;

import hotshoe.inventory.expression.PythonPattern.Ready;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that search texts. */
final class RegexFilters {

  private static final Pattern GROUP = Pattern.compile("\\\\g<(\\S+)>");
  private static final Pattern NAMED = Pattern.compile("\\\\g<([^>]+)>");
  private static final Pattern NUMBER = Pattern.compile("\\\\(\\d{1,3})");

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of(
              "regex_replace",
              "pattern replacement ignorecase multiline",
              c -> guarded(() -> replace(c))),
          Function.of(
              "regex_findall", "regex multiline ignorecase", c -> guarded(() -> findAll(c))),
          Function.of(
              "regex_search", "regex * ignorecase multiline", c -> guarded(() -> search(c))),
          Function.of("regex_escape", "re_type", RegexFilters::escape));

  private RegexFilters() {}

  /** Searching goes as deep as an expression makes it. */
  static Object guarded(java.util.function.Supplier<Object> search) {
    try {
      return search.get();
    } catch (StackOverflowError deep) {
      throw Failure.tooMuch("a regular expression goes too deep");
    }
  }

  static Ready pattern(Call call, String name) {
    Object source = Kinds.defined(call.get(name, ""));
    if (!(source instanceof String text)) {
      throw Failure.wrong("first argument must be string or compiled pattern");
    }
    return PythonPattern.of(
        text, call.isTrue("ignorecase", false), call.isTrue("multiline", false));
  }

  private static Object replace(Call call) {
    Ready pattern = pattern(call, "pattern");
    String text = call.printed();
    Matcher matcher = pattern.matcher(call.budget(), text);
    Replacement replacement =
        Replacement.of(call.text("replacement", ""), pattern, matcher.groupCount());
    StringBuilder made = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      if (isWithinLetter(text, matcher)) {
        continue;
      }
      String fresh = replacement.of(matcher);
      call.budget().letters(matcher.start() - done + (long) fresh.length());
      made.append(text, done, matcher.start()).append(fresh);
      done = matcher.end();
    }
    return made.append(text, done, text.length()).toString();
  }

  private static Object findAll(Call call) {
    Ready pattern = pattern(call, "regex");
    String text = call.printed();
    Matcher matcher = pattern.matcher(call.budget(), text);
    List<Object> found = new ArrayList<>();
    while (matcher.find()) {
      if (isWithinLetter(text, matcher)) {
        continue;
      }
      call.budget().items(1 + (long) matcher.groupCount());
      found.add(groups(matcher));
    }
    return found;
  }

  /** Java finds nothing also between the two halves of a letter. */
  private static boolean isWithinLetter(String text, Matcher matcher) {
    int at = matcher.start();
    return at == matcher.end()
        && at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static Object groups(Matcher matcher) {
    if (matcher.groupCount() == 0) {
      return matcher.group();
    }
    List<Object> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i) == null ? "" : matcher.group(i));
    }
    return groups.size() == 1 ? groups.get(0) : Tuple.of(groups);
  }

  private static Object search(Call call) {
    Ready pattern = pattern(call, "regex");
    Matcher matcher = pattern.matcher(call.budget(), call.printed());
    List<String> wanted = call.rest().stream().map(call::print).toList();
    boolean isFound = matcher.find();
    List<Object> groups = new ArrayList<>();
    for (String each : wanted) {
      Matcher name = GROUP.matcher(each);
      Matcher number = NUMBER.matcher(each);
      String group = name.lookingAt() ? name.group(1) : number.lookingAt() ? number.group(1) : "";
      if (group.isEmpty()) {
        throw Failure.wrong("Unknown argument");
      }
      groups.add(isFound ? group(pattern, matcher, group) : "");
    }
    if (!isFound) {
      return NothingValue.NOTHING;
    }
    return wanted.isEmpty() ? matcher.group() : groups;
  }

  private static Object group(Ready pattern, Matcher matcher, String group) {
    boolean isNumber = group.chars().allMatch(Character::isDigit) && group.length() < 4;
    Integer number = isNumber ? Integer.valueOf(group) : pattern.names().get(group);
    if (number == null || number > matcher.groupCount()) {
      throw Failure.wrong("no such group");
    }
    String found = matcher.group(number);
    return found == null ? NothingValue.NOTHING : found;
  }

  private static Object escape(Call call) {
    String kind = call.text("re_type", "python");
    String signs = kind.equals("python") ? "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f" : "].[^$*\\";
    if (!kind.equals("python") && !kind.equals("posix_basic")) {
      throw Failure.wrong("Invalid regex type (" + kind + ")");
    }
    StringBuilder text = new StringBuilder();
    for (char letter : call.printed().toCharArray()) {
      text.append(signs.indexOf(letter) >= 0 ? "\\" : "").append(letter);
    }
    return call.made(text.toString());
  }

  /** What comes in place of what was found: texts, and numbers of groups between them. */
  private record Replacement(List<Object> parts) {

    static Replacement of(String template, Ready pattern, int groups) {
      List<Object> parts = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int at = 0;
      while (at < template.length()) {
        char letter = template.charAt(at);
        if (letter != '\\') {
          text.append(letter);
          at++;
          continue;
        }
        Matcher name = NAMED.matcher(template).region(at, template.length());
        Matcher digits =
            Pattern.compile("\\\\([1-9]\\d?)").matcher(template).region(at, template.length());
        if (name.lookingAt() || digits.lookingAt()) {
          Matcher found = template.startsWith("\\g", at) ? name : digits;
          parts.add(text.toString());
          text.setLength(0);
          parts.add(number(found.group(1), pattern, groups));
          at = found.end();
        } else {
          text.append(escaped(template, at));
          at += 2;
        }
      }
      parts.add(text.toString());
      return new Replacement(parts);
    }

    private static Integer number(String group, Ready pattern, int groups) {
      boolean isNumber = group.chars().allMatch(Character::isDigit) && group.length() < 4;
      Integer number = isNumber ? Integer.valueOf(group) : pattern.names().get(group);
      if (number == null || number > groups) {
        throw Failure.wrong("invalid group reference " + group);
      }
      return number;
    }

    private static char escaped(String template, int at) {
      char letter = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
      return switch (letter) {
        case 'n' -> '\n';
        case 't' -> '\t';
        case 'r' -> '\r';
        case 'a' -> '\u0007';
        case 'f' -> '\f';
        case 'v' -> '\u000b';
        case 'b' -> '\b';
        case '\\' -> '\\';
        case '0' -> '\0';
        default -> throw Failure.wrong("bad escape \\" + letter + " in a replacement");
      };
    }

    String of(Matcher matcher) {
      StringBuilder text = new StringBuilder();
      for (Object part : parts) {
        String piece = part instanceof Integer number ? matcher.group(number) : (String) part;
        text.append(piece == null ? "" : piece);
      }
      return text.toString();
    }
  }
}
