package hotshoe.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One system's table: a pure function of its rows and the proofs. */
final class Table {

  private final String system;
  private final List<Row> rows;
  private final Map<String, List<Proof>> proofs;

  Table(String system, List<Row> rows, List<Proof> proofs) {
    this.system = system;
    this.rows = rows;
    this.proofs =
        proofs.stream()
            .sorted(Proof.ORDER)
            .collect(Collectors.groupingBy(Proof::row, TreeMap::new, Collectors.toList()));
  }

  /** The whole file. */
  List<String> lines() {
    Stream<String> body = rows.stream().map(this::line);
    return Stream.concat(heading(), body).toList();
  }

  long met() {
    return rows.stream().filter(this::isMet).count();
  }

  private Stream<String> heading() {
    return Stream.of(
        "# Conformance: " + system,
        "",
        "Written by the build from `rows/"
            + system
            + ".tsv` and the tests; `mvn verify -Dconformance.write` writes it anew.",
        "A row is met when a test proves it and every test that says it proves it passed.",
        "",
        met() + " of " + rows.size() + " rows are met.",
        "",
        "| row | statement | tests that prove it | met |",
        "|---|---|---|---|");
  }

  private String line(Row row) {
    List<String> cells =
        List.of(row.id(), row.statement(), tests(row), isMet(row) ? "met" : "not met");
    return cells.stream().map(Table::cell).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private boolean isMet(Row row) {
    List<Proof> all = proofs.getOrDefault(row.id(), List.of());
    return !all.isEmpty() && all.stream().allMatch(proof -> proof.ending() == Ending.PASSED);
  }

  private String tests(Row row) {
    Map<String, List<Proof>> byClass =
        proofs.getOrDefault(row.id(), List.of()).stream()
            .collect(Collectors.groupingBy(Proof::testClass, TreeMap::new, Collectors.toList()));
    return byClass.values().stream().map(Table::tests).collect(Collectors.joining("<br>"));
  }

  private static String tests(List<Proof> ofOneClass) {
    String sentences =
        ofOneClass.stream().map(Proof::test).distinct().collect(Collectors.joining("; "));
    return "`" + ofOneClass.get(0).simpleClass() + "`: " + sentences;
  }
}
