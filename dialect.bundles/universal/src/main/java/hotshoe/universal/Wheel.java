package hotshoe.universal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A wheel of dependencies, by its name: {@code name-1.0.0-cp311-cp311-linux_x86_64.whl}. Each of
 * the three tags may stand for several, parted by dots.
 *
 * @param file its name in the archive
 * @param distribution the name of the extension it is for, with underscores
 * @param version the version it is for, as it is written
 * @param pythons such as {@code cp311} or {@code py3}
 * @param abis the binary interfaces, such as {@code cp311} or {@code none}
 * @param platforms such as {@code manylinux_2_17_x86_64} or {@code any}
 */
record Wheel(
    String file,
    String distribution,
    String version,
    Set<String> pythons,
    Set<String> abis,
    Set<String> platforms) {

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)(?:-\\d[A-Za-z0-9_.]*)?"
              + "-([A-Za-z0-9_.]+)-([A-Za-z0-9_.]+)-([A-Za-z0-9_.]+)\\.whl");
  private static final Pattern PYTHON = Pattern.compile("(py|cp)(\\d)(\\d{0,4})");

  Wheel {
    pythons = Set.copyOf(pythons);
    abis = Set.copyOf(abis);
    platforms = Set.copyOf(platforms);
  }

  /** Reads the name of a file; empty when it is no wheel's. */
  static Optional<Wheel> of(String file) {
    Matcher form = FORM.matcher(file.substring(file.lastIndexOf('/') + 1));
    return form.matches()
        ? Optional.of(
            new Wheel(
                file,
                form.group(1),
                form.group(2),
                tags(form.group(3)),
                tags(form.group(4)),
                tags(form.group(5))))
        : Optional.empty();
  }

  private static Set<String> tags(String text) {
    return new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\.")));
  }

  /** Whether it is for this extension in this version (row UE-20). */
  boolean isFor(String extension, String semanticVersion) {
    return folded(distribution).equals(folded(extension))
        && plain(version).equals(plain(semanticVersion));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "_");
  }

  /** Python writes 1.0.0-rc.1 as 1.0.0rc1, alpha as a and beta as b. */
  private static String plain(String version) {
    return version
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\+.*", "")
        .replaceAll("[-_.]?(alpha|beta|rc|a|b)[-_.]?(?=\\d|$)", "$1")
        .replace("alpha", "a")
        .replace("beta", "b");
  }

  /** Whether CPython of this version can load it, as far as its first two tags say. */
  boolean fits(Version python) {
    return pythons.stream().anyMatch(tag -> fits(tag, python));
  }

  private boolean fits(String tag, Version python) {
    Matcher parts = PYTHON.matcher(tag);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) != python.getMajor()) {
      return false;
    }
    if (parts.group(3).isEmpty()) {
      return hasAbi(python);
    }
    int minor = Integer.parseInt(parts.group(3));
    boolean isAtLeast = parts.group(1).equals("py") || abis.contains("abi3");
    return (isAtLeast ? minor <= python.getMinor() : minor == python.getMinor()) && hasAbi(python);
  }

  private boolean hasAbi(Version python) {
    String own = "cp" + python.getMajor() + python.getMinor();
    return abis.stream()
        .anyMatch(
            abi -> abi.equals("none") || abi.equals("abi3") || abi.matches(own + "[a-z]{0,2}"));
  }
}
