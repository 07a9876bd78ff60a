package hotshoe.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * The versions of a home system that an extension can work with (row CS-38).
 *
 * @param platform the home system, such as {@code cloudstack}
 * @param bounds what must hold; none: every version will do
 */
public record PlatformVersions(String platform, List<Bound> bounds) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");
  private static final Pattern VERSION =
      Pattern.compile("[vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:-SNAPSHOT)?");
  private static final Pattern LEVEL = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");
  private static final Pattern RANGE =
      Pattern.compile("\\s*([\\[(])\\s*([^\\s,]*)\\s*,\\s*([^\\s,]*)\\s*([])])\\s*");

  /** Refuses names that no filter could hold. */
  public PlatformVersions {
    if (!NAME.matcher(platform).matches()) {
      throw new IllegalArgumentException("not the name of a platform: " + platform);
    }
    bounds = List.copyOf(bounds);
  }

  /** On which side of a version a bound lets pass. */
  public enum Side {
    /** The version and all above it. */
    AT_LEAST,
    /** All above the version, its parts not: above 4.20 is 4.21, not 4.20.1. */
    ABOVE,
    /** The version with its parts and all below it: at most 4.20 is 4.20.3 too. */
    AT_MOST,
    /** All below the version. */
    BELOW
  }

  /**
   * One bound.
   *
   * @param side what it lets pass
   * @param numbers the one to four numbers of its version
   */
  public record Bound(Side side, List<Integer> numbers) {
    public Bound {
      Objects.requireNonNull(side, "side");
      numbers = List.copyOf(numbers);
    }

    /** Whether a version of three numbers will do, decided number by number. */
    public boolean matches(Version version) {
      List<Integer> given = List.of(version.getMajor(), version.getMinor(), version.getMicro(), 0);
      return switch (side) {
        case AT_LEAST -> compare(given, 4) >= 0;
        case BELOW -> compare(given, 4) < 0;
        case AT_MOST -> compare(given, numbers.size()) <= 0;
        case ABOVE -> compare(given, numbers.size()) > 0;
      };
    }

    private int compare(List<Integer> given, int length) {
      int comparison = 0;
      for (int i = 0; i < length && comparison == 0; i++) {
        comparison = Integer.compare(given.get(i), i < numbers.size() ? numbers.get(i) : 0);
      }
      return comparison;
    }

    /** The host has three numbers; a fourth one above zero is past all that share the others. */
    private String filter() {
      List<Integer> three = numbers.subList(0, Math.min(3, numbers.size()));
      boolean isBeyond = numbers.size() == 4 && numbers.get(3) > 0;
      return switch (side) {
        case AT_LEAST -> from(isBeyond ? VersionFilters.after(three) : three);
        case BELOW -> not(from(isBeyond ? VersionFilters.after(three) : three));
        case AT_MOST -> not(from(VersionFilters.after(three)));
        case ABOVE -> from(VersionFilters.after(three));
      };
    }

    private static String from(List<Integer> numbers) {
      return "(version>=" + VersionFilters.text(numbers) + ")";
    }

    private static String not(String filter) {
      return "(!" + filter + ")";
    }

    @Override
    public String toString() {
      return side.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
          + " "
          + VersionFilters.text(numbers);
    }
  }

  /**
   * From a least version to a greatest one, both included; the greatest with all its parts.
   *
   * @throws IllegalArgumentException when one is no version; the message quotes it
   */
  public static PlatformVersions between(
      String platform, Optional<String> minimum, Optional<String> maximum) {
    List<Bound> bounds = new ArrayList<>();
    minimum
        .map(PlatformVersions::numbers)
        .ifPresent(at -> bounds.add(new Bound(Side.AT_LEAST, at)));
    maximum.map(PlatformVersions::numbers).ifPresent(at -> bounds.add(new Bound(Side.AT_MOST, at)));
    return new PlatformVersions(platform, bounds);
  }

  /**
   * A range such as {@code [4.20,5)}, where either end may be left out; or a version, which is the
   * least.
   *
   * @throws IllegalArgumentException when it is neither; the message quotes what is wrong
   */
  public static PlatformVersions range(String platform, String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return between(platform, Optional.of(text), Optional.empty());
    }
    List<Bound> bounds = new ArrayList<>();
    if (!range.group(2).isEmpty()) {
      Side side = range.group(1).equals("[") ? Side.AT_LEAST : Side.ABOVE;
      bounds.add(new Bound(side, numbers(range.group(2))));
    }
    if (!range.group(3).isEmpty()) {
      Side side = range.group(4).equals("]") ? Side.AT_MOST : Side.BELOW;
      bounds.add(new Bound(side, numbers(range.group(3))));
    }
    return new PlatformVersions(platform, bounds);
  }

  /**
   * An API level, which is three whole numbers, as the least (row UE-6).
   *
   * @throws IllegalArgumentException when it is none; the message quotes it
   */
  public static PlatformVersions level(String platform, String text) {
    if (!LEVEL.matcher(text).matches()) {
      throw new IllegalArgumentException(quoted(text) + " is not three whole numbers as in 1.4.0");
    }
    return between(platform, Optional.of(text), Optional.empty());
  }

  private static List<Integer> numbers(String text) {
    Matcher version = VERSION.matcher(text.strip());
    if (!version.matches()) {
      throw new IllegalArgumentException(quoted(text) + " is not a version such as 4.23.0");
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : version.group(1).split("\\.")) {
      numbers.add(Integer.valueOf(number));
    }
    return numbers;
  }

  private static String quoted(String text) {
    String shown = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return "'" + (shown.length() > 40 ? shown.substring(0, 40) + "..." : shown) + "'";
  }

  /** Whether a version of three numbers will do. */
  public boolean matches(Version version) {
    return bounds.stream().allMatch(bound -> bound.matches(version));
  }

  /** What the resolver is asked for: the home system in one of these versions. */
  public Requirement requirement() {
    return new Requirement(Namespaces.PLATFORM, "(&(platform=" + platform + ")" + filters() + ")");
  }

  /** What must hold of the version, as filters in a row. */
  String filters() {
    return bounds.stream().map(Bound::filter).collect(Collectors.joining());
  }
}
