package hotshoe.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of filters that ask for versions. */
final class VersionFilters {

  private VersionFilters() {}

  /**
   * What a range such as {@code [1.2,2)}, a version, which is the least, or clauses such as {@code
   * >=1.2,!=1.4.*} let pass, as filters in a row.
   *
   * @throws IllegalArgumentException when it is none of these; the message quotes what is wrong
   */
  static String of(String text) {
    String versions = text.strip();
    boolean isClauses = !versions.isEmpty() && "=!<>~".indexOf(versions.charAt(0)) >= 0;
    return isClauses
        ? PythonVersions.parse(versions).filters()
        : PlatformVersions.range("any", versions).filters();
  }

  /** Every version that begins with these numbers. */
  static String within(List<Integer> numbers) {
    return "(&(version>=" + text(numbers) + ")(!(version>=" + text(after(numbers)) + ")))";
  }

  /** The first version that does not begin with these numbers and is greater. */
  static List<Integer> after(List<Integer> numbers) {
    List<Integer> after = new ArrayList<>(numbers);
    after.set(after.size() - 1, after.get(after.size() - 1) + 1);
    return after;
  }

  static String text(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
