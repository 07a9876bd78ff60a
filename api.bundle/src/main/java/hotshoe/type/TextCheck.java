package hotshoe.type;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads text of a format (rows CS-49, CS-51). */
final class TextCheck {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9+_.-]+@[A-Za-z0-9.-]+");
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "file", "jar");

  private TextCheck() {}

  static String read(Type.Text type, String text) throws Unfit {
    if (type.minimumLength() > 0 || type.maximumLength() < Integer.MAX_VALUE) {
      checkLength(type, text);
    }
    if (type.format() != TextFormat.PLAIN) {
      checkFormat(type.format(), text);
    }
    if (!type.pattern().isEmpty()) {
      checkPattern(type.pattern(), text);
    }
    return text;
  }

  private static void checkLength(Type.Text type, String text) throws Unfit {
    int length = text.codePointCount(0, text.length());
    if (length > type.maximumLength()) {
      throw new Unfit("has " + length + " characters; the maximum is " + type.maximumLength());
    }
    if (length < type.minimumLength()) {
      throw new Unfit(
          text.isEmpty()
              ? "is empty"
              : "has " + length + " characters; at least " + type.minimumLength() + " needed");
    }
  }

  private static void checkPattern(String pattern, String text) throws Unfit {
    switch (BoundedMatch.of(pattern, text)) {
      case YES -> {}
      case NO -> throw new Unfit(Shown.of(text) + " does not match the pattern " + pattern);
      case GAVE_UP ->
          throw new Unfit(Shown.of(text) + " takes too long to match with the pattern " + pattern);
    }
  }

  private static void checkFormat(TextFormat format, String text) throws Unfit {
    switch (format) {
      case FILLED -> demand(!isBlank(text), "is empty or blank");
      case UUID ->
          demand(
              UUID.matcher(text).matches(),
              text,
              "is not a UUID such as 123e4567-e89b-12d3-a456-426614174000");
      case EMAIL ->
          demand(
              text.length() <= 320 && EMAIL.matcher(text).matches(),
              text,
              "is not a mail address such as name@example.org");
      case URL ->
          demand(
              isUrl(text),
              text,
              "is not a URL with one of the schemes file, ftp, http, https, jar");
      case JSON -> JsonText.check(text);
      case YAML -> YamlText.check(text);
      case CRON -> CronText.check(text);
      default -> {}
    }
  }

  private static void demand(boolean fits, String message) throws Unfit {
    if (!fits) {
      throw new Unfit(message);
    }
  }

  private static void demand(boolean fits, String text, String message) throws Unfit {
    if (!fits) {
      throw new Unfit(isBlank(text) ? "is empty or blank" : Shown.of(text) + " " + message);
    }
  }

  /** Whether there is nothing in it that could be seen. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isWhitespace(unit) && !Character.isSpaceChar(unit) && unit != '\uFEFF') {
        return false;
      }
    }
    return true;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean remote = !scheme.equals("file") && !scheme.equals("jar");
      return SCHEMES.contains(scheme) && !(remote && uri.getRawAuthority() == null);
    } catch (URISyntaxException notUrl) {
      return false;
    }
  }
}
