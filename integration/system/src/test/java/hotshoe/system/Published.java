package hotshoe.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The slice graph and the start order that the home system published (rows INM-14, INM-15). */
final class Published {
  private Published() {}

  /** One slice of the published graph. */
  record Edges(String name, SortedSet<String> dependsOn, SortedSet<String> dependedOnBy) {
    static Edges parse(String line) {
      String[] columns = line.split("\\|", -1);
      return new Edges(columns[0].trim(), names(columns[1]), names(columns[2]));
    }

    private static SortedSet<String> names(String column) {
      return Stream.of(column.trim().split(" +"))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** All 21 slices by name: the twenty of the core, and the one of the user interface. */
  static Map<String, Edges> graph() {
    return lines("graph.txt")
        .map(Edges::parse)
        .collect(Collectors.toMap(Edges::name, edges -> edges, (a, b) -> b, TreeMap::new));
  }

  /** The 21 names in start order. */
  static List<String> order() {
    return lines("order.txt").toList();
  }

  /** The 20 names of the core in start order. */
  static List<String> coreOrder() {
    return lines("order.txt").filter(name -> !name.equals("ui.ui")).toList();
  }

  private static Stream<String> lines(String resource) {
    try (InputStream text = Published.class.getResourceAsStream("/published/" + resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
