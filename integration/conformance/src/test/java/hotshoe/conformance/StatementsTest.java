package hotshoe.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static final Map<String, Integer> SIZES =
      Map.of(
          "ansible", 60, "cloudstack", 70, "inmanta", 60, "universal-extension", 50, "xenapi", 50);

  @Test
  void theFiveSystemsAreStatedRowByRowWithoutAGap() throws IOException {
    Map<String, List<Row>> systems =
        Statements.read(Path.of("../../docs/conformance/rows")).systems();
    assertEquals(
        SIZES,
        systems.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, system -> system.getValue().size())));
    systems.forEach((system, rows) -> assertEquals(numbers(rows.size()), numbers(rows), system));
  }

  private static List<Integer> numbers(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Integer> numbers(List<Row> rows) {
    return rows.stream()
        .map(row -> row.id().replaceFirst("^[A-Z]+-0*", ""))
        .map(Integer::valueOf)
        .toList();
  }
}
