package hotshoe.inventory.expression;

import hotshoe.inventory.value.Table;
import hotshoe.type.NothingValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that take paths and addresses apart; none of them looks at a disk. */
final class PathFilters {

  private static final Pattern URL =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("basename", "", c -> after(c.text(), "/")),
          Function.of("dirname", "", c -> folder(c.text())),
          Function.of("splitext", "", c -> split(c.text())),
          Function.of("path_join", "", PathFilters::join),
          Function.of("win_basename", "", c -> windows(c, 1)),
          Function.of("win_dirname", "", c -> windows(c, 0)),
          Function.of("urlsplit", "query alias", PathFilters::url));

  private PathFilters() {}

  private static String after(String path, String marks) {
    int at = path.length();
    while (at > 0 && marks.indexOf(path.charAt(at - 1)) < 0) {
      at--;
    }
    return path.substring(at);
  }

  private static String folder(String path) {
    String head = path.substring(0, path.length() - after(path, "/").length());
    boolean isRoot = head.chars().allMatch(letter -> letter == '/');
    return isRoot ? head : head.replaceFirst("/+$", "");
  }

  private static Object split(String path) {
    String name = after(path, "/");
    int dot = name.lastIndexOf('.');
    boolean isHidden = dot < 0 || name.substring(0, dot).chars().allMatch(letter -> letter == '.');
    int at = isHidden ? path.length() : path.length() - name.length() + dot;
    return Tuple.of(path.substring(0, at), path.substring(at));
  }

  private static Object join(Call call) {
    if (call.value() instanceof String) {
      return call.value();
    }
    if (call.value() instanceof Map) {
      throw Failure.wrong("|path_join expects string or sequence, got dict instead.");
    }
    StringBuilder path = new StringBuilder();
    boolean isFirst = true;
    for (Object item : call.items()) {
      if (!(Kinds.defined(item) instanceof String part)) {
        throw Failure.wrong("path_join needs texts, not " + Kinds.of(item));
      }
      call.budget().letters(part.length() + 1L);
      if (isFirst || part.startsWith("/")) {
        path.setLength(0);
      } else if (path.length() > 0 && path.charAt(path.length() - 1) != '/') {
        path.append('/');
      }
      path.append(part);
      isFirst = false;
    }
    if (isFirst) {
      throw Failure.wrong("join() missing 1 required positional argument: 'a'");
    }
    return path.toString();
  }

  private static Object windows(Call call, int part) {
    String path = call.text();
    if (path.startsWith("\\\\") || path.startsWith("//")) {
      throw Failure.notAvailable("paths of network shares");
    }
    int drive = path.length() > 1 && path.charAt(1) == ':' ? 2 : 0;
    String rest = path.substring(drive);
    String name = after(rest, "/\\");
    if (part == 1) {
      return name;
    }
    String head = rest.substring(0, rest.length() - name.length());
    String trimmed = head.replaceFirst("[/\\\\]+$", "");
    return path.substring(0, drive) + (trimmed.isEmpty() ? head : trimmed);
  }

  private static Object url(Call call) {
    Matcher url = URL.matcher(call.text());
    if (!url.matches()) {
      throw Failure.wrong("not a URL");
    }
    Table.Builder parts = new Table.Builder();
    String place = part(url, 2);
    int at = place.lastIndexOf('@');
    String user = at < 0 ? "" : place.substring(0, at);
    int colon = user.indexOf(':');
    parts.put("fragment", part(url, 5), 0);
    parts.put("hostname", host(place.substring(at + 1)), 0);
    parts.put("netloc", place, 0);
    parts.put("password", colon < 0 ? NothingValue.NOTHING : user.substring(colon + 1), 0);
    parts.put("path", part(url, 3), 0);
    parts.put("port", port(place.substring(at + 1)), 0);
    parts.put("query", part(url, 4), 0);
    parts.put("scheme", Texts.lower(part(url, 1)), 0);
    parts.put(
        "username", at < 0 ? NothingValue.NOTHING : colon < 0 ? user : user.substring(0, colon), 0);
    Table table = parts.build();
    String wanted = call.text("query", "");
    if (wanted.isEmpty()) {
      return table;
    }
    if (!table.containsKey(wanted)) {
      throw Failure.wrong("urlsplit: unknown URL component: " + wanted);
    }
    return table.get(wanted);
  }

  private static String part(Matcher url, int group) {
    return url.group(group) == null ? "" : url.group(group);
  }

  private static Object host(String place) {
    Matcher bracketed = Pattern.compile("\\[([^\\]]*)\\].*").matcher(place);
    String host = bracketed.matches() ? bracketed.group(1) : place.replaceFirst(":.*$", "");
    return host.isEmpty() ? NothingValue.NOTHING : Texts.lower(host);
  }

  private static Object port(String place) {
    List<String> parts = List.of(place.replaceFirst("^\\[[^\\]]*\\]", "").split(":", 2));
    String digits = parts.size() < 2 ? "" : parts.get(1);
    if (digits.isEmpty()) {
      return NothingValue.NOTHING;
    }
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) > 65535) {
      throw Failure.wrong("Port could not be cast to integer value");
    }
    return Long.valueOf(digits);
  }
}
