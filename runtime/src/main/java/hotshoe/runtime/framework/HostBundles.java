package hotshoe.runtime.framework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bundles that make the host, by file name, in the order in which they start. All of them are
 * installed before any extension is, so that extensions find what they need.
 *
 * @param first those that the host cannot be ready without
 * @param afterReady those that may follow
 * @param shell those that make the shell
 */
public record HostBundles(List<String> first, List<String> afterReady, List<String> shell) {

  public HostBundles {
    first = List.copyOf(first);
    afterReady = List.copyOf(afterReady);
    shell = List.copyOf(shell);
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
      int afterReady = lines.indexOf("[after ready]");
      int shell = lines.indexOf("[with the shell]");
      return new HostBundles(
          lines.subList(0, afterReady),
          lines.subList(afterReady + 1, shell),
          lines.subList(shell + 1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without the shell. */
  public HostBundles withoutShell() {
    return new HostBundles(first, afterReady, List.of());
  }

  /** All of them, in their order. */
  public List<String> all() {
    return Stream.of(first, afterReady, shell).flatMap(List::stream).toList();
  }
}
