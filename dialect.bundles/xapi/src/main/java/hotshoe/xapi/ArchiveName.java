package hotshoe.xapi;

import hotshoe.extension.ExtensionName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that an archive gives to an extension which does not say its own: {@code
 * deploy/my-calls-1.2.tar.gz} is {@code my-calls}. What is a name already stays as it is.
 */
final class ArchiveName {

  private static final Pattern ENDING =
      Pattern.compile(
          "(?i)(.+?)(\\.(zip|jar|tar|tgz|txz|tzst|gz|xz|zst)|[-_]v?\\d+(\\.\\d+)*([-.][0-9a-z]+)?)");

  private ArchiveName() {}

  static Optional<ExtensionName> of(String origin) {
    String file = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
    String name = file.length() > 1000 ? "" : file;
    for (Matcher ending = ENDING.matcher(name); ending.matches(); ending = ENDING.matcher(name)) {
      name = ending.group(1);
    }
    String safe =
        name.replaceAll("[^A-Za-z0-9_.-]+", "_")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[^A-Za-z0-9]+|[.]+$", "");
    boolean fits =
        DeclarationRules.NAME.matcher(safe).matches()
            && safe.length() <= 200
            && !safe.toLowerCase(Locale.ROOT).equals(ExtensionName.HOST.value());
    return fits ? Optional.of(new ExtensionName(safe)) : Optional.empty();
  }
}
