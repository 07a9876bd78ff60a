package hotshoe.loader.wiring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the framework says of a bundle whose needs are all offered and that it cannot wire. */
public final class Conflict {

  private static final Pattern TWICE =
      Pattern.compile(
          "exposed to package '([^']+)' from resources (\\S+).*? and (\\S+).*? via two",
          Pattern.DOTALL);

  private static final Pattern LINE = Pattern.compile("^[^\\n\\[]{0,200}");

  private Conflict() {}

  /** The framework's message in words. */
  public static String words(Throwable failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("");
    Matcher twice = TWICE.matcher(message);
    if (twice.find()) {
      return "it would see the package "
          + twice.group(1)
          + " twice, from "
          + twice.group(2)
          + " and from "
          + twice.group(3);
    }
    if (message.contains("Singleton conflict")) {
      return "another version of the same singleton bundle is in use";
    }
    Matcher line = LINE.matcher(message);
    return line.find() && !line.group().isBlank()
        ? "the framework says: " + line.group().strip()
        : "the framework cannot wire it";
  }
}
