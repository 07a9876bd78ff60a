package hotshoe.archive;

import hotshoe.extension.ExtensionName;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * What an archive is called says who an extension is that does not say so itself: {@code
 * deploy/my-calls-1.2.tar.gz} is {@code my-calls} in version 1.2.0. A name with a version behind it
 * gives just these two again.
 *
 * @param name without folders, endings and versions, and with underscores for odd characters
 * @param version if there is one
 */
public record ArchiveName(String name, Optional<Version> version) {

  public ArchiveName {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
  }

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
  private static final int LONGEST = 1000;
  private static final Pattern ENDING =
      Pattern.compile("(?i)(.+)\\.(?:zip|jar|tar|tgz|txz|tzst|gz|xz|zst)");

  /** One number is a version only behind a v: {@code my-calls-2} is a name. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(.+)[-_](?:[vV]?(\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?)"
              + "|[vV]?(\\d+\\.\\d+)|[vV](\\d+))");

  /**
   * Reads the name of an archive: the folder in which everything lies has the word, and where it
   * names no version, the archive does if it is called the same otherwise.
   *
   * @param topFolder that folder, if there is one
   * @param origin the name of the archive, or a path of it
   */
  public static ArchiveName of(Optional<String> topFolder, String origin) {
    ArchiveName outer = of(origin);
    ArchiveName inner = topFolder.map(ArchiveName::of).orElse(outer);
    return inner.version().isEmpty() && inner.name().equals(outer.name()) ? outer : inner;
  }

  /** Reads the name of a file, a folder, or a path of one. */
  public static ArchiveName of(String origin) {
    String file = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
    return read(file.length() > LONGEST ? "" : file, Optional.empty());
  }

  private static ArchiveName read(String text, Optional<Version> found) {
    Matcher ending = ENDING.matcher(text);
    if (ending.matches()) {
      return read(ending.group(1), found);
    }
    Matcher version = VERSION.matcher(text);
    if (version.matches()) {
      return read(version.group(1), found.or(() -> version(version)));
    }
    return new ArchiveName(safe(text), found);
  }

  private static Optional<Version> version(Matcher matcher) {
    String text =
        matcher.group(2) != null
            ? matcher.group(2)
            : matcher.group(3) != null ? matcher.group(3) + ".0" : matcher.group(4) + ".0.0";
    try {
      return Optional.of(SemanticVersions.parse(text));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]+", "_")
        .replaceAll("\\.{2,}", ".")
        .replaceAll("^[^A-Za-z0-9]+|[.]+$", "");
  }

  /** The name as that of an extension, if it can be one. */
  public Optional<ExtensionName> extension() {
    boolean fits =
        NAME.matcher(name).matches()
            && name.length() <= 200
            && !name.toLowerCase(Locale.ROOT).equals(ExtensionName.HOST.value());
    return fits ? Optional.of(new ExtensionName(name)) : Optional.empty();
  }
}
