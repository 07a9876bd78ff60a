package hotshoe.runtime.framework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bundles that make the host, by file name, in the order in which they start.
 *
 * @param first those that the host cannot be ready without
 * @param later those that may follow once it is ready
 */
public record HostBundles(List<String> first, List<String> later) {

  /** The line of the list that parts the two. */
  private static final String DIVIDER = "later";

  public HostBundles {
    first = List.copyOf(first);
    later = List.copyOf(later);
  }

  /** The bundles of this build. */
  public static HostBundles ofThisBuild() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                HostBundles.class.getResourceAsStream("/hotshoe/runtime/bundles.list"),
                StandardCharsets.UTF_8))) {
      List<String> lines =
          reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      int divider = lines.indexOf(DIVIDER);
      return new HostBundles(lines.subList(0, divider), lines.subList(divider + 1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
