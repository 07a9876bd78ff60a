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

  private final Type.Text type;

  TextCheck(Type.Text type) {
    this.type = type;
  }

  String read(String text) throws ScalarCheck.Unfit {
    if (text.length() < type.minimumLength()) {
      throw new ScalarCheck.Unfit(
          text.isEmpty()
              ? "is empty"
              : "has "
                  + text.length()
                  + " characters; at least "
                  + type.minimumLength()
                  + " needed");
    }
    if (text.length() > type.maximumLength()) {
      throw new ScalarCheck.Unfit(
          "has " + text.length() + " characters; the maximum is " + type.maximumLength());
    }
    if (!fits(text)) {
      throw new ScalarCheck.Unfit(ScalarCheck.shown(text) + " is not " + wanted());
    }
    if (!type.pattern().isEmpty() && !BoundedMatch.matches(type.pattern(), text)) {
      throw new ScalarCheck.Unfit(
          ScalarCheck.shown(text) + " does not match the pattern " + type.pattern());
    }
    return text;
  }

  private boolean fits(String text) {
    return switch (type.format()) {
      case UUID -> UUID.matcher(text).matches();
      case EMAIL -> text.length() <= 320 && EMAIL.matcher(text).matches();
      case URL -> isUrl(text);
      default -> true;
    };
  }

  private String wanted() {
    return switch (type.format()) {
      case UUID -> "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
      case EMAIL -> "a mail address such as name@example.org";
      default -> "a URL with one of the schemes file, ftp, http, https, jar";
    };
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean remote = !scheme.equals("file") && !scheme.equals("jar");
      return SCHEMES.contains(scheme) && !(remote && (uri.getHost() == null));
    } catch (URISyntaxException notUrl) {
      return false;
    }
  }
}
