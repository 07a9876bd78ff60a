package hotshoe.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes {@code docs/conformance/<system>.md} from the statements and the test results of a whole
 * build, or says how the committed tables differ from what the tests say. The last module of the
 * build runs it.
 */
public final class Tables {

  /** What to do with the tables. */
  enum Mode {
    /** Fail when a committed table differs. */
    CHECK,
    /** Say how a committed table differs, and go on. */
    REPORT,
    /** Write the tables. */
    WRITE
  }

  private final Path root;
  private final Path docs;
  private final String build;
  private final boolean mustBeWhole;

  Tables(Path root, String build, boolean mustBeWhole) {
    this.root = root;
    this.docs = root.resolve("docs/conformance");
    this.build = build;
    this.mustBeWhole = mustBeWhole;
  }

  /**
   * Runs the generator.
   *
   * @param arguments the workspace's root, the build whose results count, and {@code check}, {@code
   *     report} or {@code write}
   * @throws IOException when a file cannot be read or written
   * @throws Unusable when a table differs in mode check, or a test or a statement is wrong
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    boolean automatic = Boolean.parseBoolean(System.getenv().getOrDefault("CI", "false"));
    Mode mode = Mode.valueOf(arguments[2].toUpperCase(Locale.ROOT));
    System.out.println(new Tables(root, arguments[1], automatic).run(mode));
  }

  /** Does what the mode says and tells in a few words what came of it. */
  String run(Mode mode) throws IOException {
    List<String> missing = new Reactor(root).withoutResults(build);
    if (!missing.isEmpty()) {
      return partial(missing);
    }
    Map<String, Table> tables = tables(Statements.read(docs.resolve("rows")));
    return mode == Mode.WRITE ? write(tables) : compare(tables, mode);
  }

  private String partial(List<String> missing) {
    String sentence =
        "The conformance tables were not looked at: this build has no test results from "
            + String.join(", ", missing)
            + ". Build everything (mvn verify) to have them checked.";
    if (mustBeWhole) {
      throw new Unusable(sentence + " Where CI=true the whole must be built.");
    }
    return sentence;
  }

  private Map<String, Table> tables(Statements statements) throws IOException {
    List<Proof> proofs = new Reactor(root).proofs(build);
    refuseUnknownRows(statements, proofs);
    Map<String, Table> tables = new LinkedHashMap<>();
    statements
        .systems()
        .forEach((system, rows) -> tables.put(system, new Table(system, rows, proofs)));
    return tables;
  }

  private static void refuseUnknownRows(Statements statements, List<Proof> proofs) {
    TreeSet<String> unknown =
        proofs.stream()
            .filter(proof -> !statements.knows(proof.row()))
            .map(
                proof ->
                    proof.row()
                        + ", which "
                        + proof.testClass()
                        + " ("
                        + proof.test()
                        + ") says it proves")
            .collect(Collectors.toCollection(TreeSet::new));
    if (!unknown.isEmpty()) {
      throw new Unusable(
          "No file in docs/conformance/rows states "
              + String.join("; nor ", unknown)
              + ". Correct @Proves or state the row.");
    }
  }

  private String write(Map<String, Table> tables) throws IOException {
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      Files.write(file(table.getKey()), table.getValue().lines());
    }
    return "Wrote "
        + tables.keySet().stream().map(this::name).collect(Collectors.joining(", "))
        + ".";
  }

  private String compare(Map<String, Table> tables, Mode mode) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      differences.addAll(difference(table.getKey(), table.getValue().lines()));
    }
    if (differences.isEmpty()) {
      return "The conformance tables say what the tests say.";
    }
    String text = explain(differences);
    if (mode == Mode.CHECK) {
      throw new Unusable(text);
    }
    return text;
  }

  private List<String> difference(String system, List<String> expected) throws IOException {
    Path file = file(system);
    List<String> committed = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (committed.equals(expected)) {
      return List.of();
    }
    List<String> differences = new ArrayList<>(List.of(name(system)));
    committed.stream()
        .filter(line -> !expected.contains(line))
        .map(line -> "  - " + line)
        .forEach(differences::add);
    expected.stream()
        .filter(line -> !committed.contains(line))
        .map(line -> "  + " + line)
        .forEach(differences::add);
    return differences;
  }

  private static String explain(List<String> differences) {
    return "The conformance tables say otherwise than the tests ( - the table, + the tests):\n"
        + String.join("\n", differences)
        + "\nA row that you proved or gave up on purpose: run  mvn verify -Dconformance.write  and commit the table with the test."
        + "\nA row that became \"not met\" by surprise: a test that proves it was skipped, removed or lost its @Proves.";
  }

  private Path file(String system) {
    return docs.resolve(system + ".md");
  }

  private String name(String system) {
    return root.relativize(file(system)).toString();
  }
}
