package hotshoe.archive;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * Semantic versions (SemVer 2.0.0) as versions of OSGi: {@code 1.2.0-rc.1+7} is {@code 1.2.0.rc_1}.
 * What follows the {@code +} says nothing about the order and is left out.
 *
 * <p>OSGi has {@code 1.2.0.rc_1} above {@code 1.2.0}; {@link #ORDER} has them as their authors
 * mean: the release is the greater one. Ranges of the resolver go by the three numbers, so a
 * pre-release counts there as its release.
 */
public final class SemanticVersions {

  /**
   * The order of SemVer, section 11: by the numbers; then a pre-release before its release; then
   * part by part, numbers as numbers and before words.
   */
  public static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::getMajor)
          .thenComparingInt(Version::getMinor)
          .thenComparingInt(Version::getMicro)
          .thenComparing(Version::getQualifier, SemanticVersions::compare);

  private static final int LONGEST = 200;
  private static final String NUMBER = "(0|[1-9]\\d{0,8})";
  private static final String PART = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern FORM =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + ("(?:-(" + PART + "(?:\\." + PART + ")*))?")
              + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  private SemanticVersions() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none; the message quotes it
   */
  public static Version parse(String text) {
    Matcher form = FORM.matcher(text.length() > LONGEST ? "" : text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + shown(text) + "' is not a semantic version such as 1.2.0 or 1.2.0-rc.1");
    }
    return new Version(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        Optional.ofNullable(form.group(4)).orElse("").replace('.', '_'));
  }

  /** As its author wrote it, but for what follows the {@code +}. */
  public static String text(Version version) {
    String numbers = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    return version.getQualifier().isEmpty()
        ? numbers
        : numbers + "-" + version.getQualifier().replace('_', '.');
  }

  private static int compare(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    String[] ours = one.split("_", -1);
    String[] theirs = other.split("_", -1);
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      int comparison = comparePart(ours[i], theirs[i]);
      if (comparison != 0) {
        return comparison;
      }
    }
    return Integer.compare(ours.length, theirs.length);
  }

  /** Numbers have no leading zeros, so the longer one is the greater. */
  private static int comparePart(String one, String other) {
    boolean isNumber = isNumber(one);
    if (isNumber != isNumber(other)) {
      return isNumber ? -1 : 1;
    }
    return isNumber && one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shown(String text) {
    String head = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
