package hotshoe.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows of every system, as {@code docs/conformance/rows/<system>.tsv} states them: one row a
 * line, its name, a tab, its statement. Lines that are empty or begin with {@code #} are for
 * people.
 */
final class Statements {

  private final Map<String, List<Row>> systems = new TreeMap<>();
  private final Map<String, String> systemOfRow = new LinkedHashMap<>();

  private Statements() {}

  static Statements read(Path folder) throws IOException {
    Statements statements = new Statements();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList()) {
        statements.add(file);
      }
    }
    return statements;
  }

  /** The systems, by name, each with its rows in order. */
  Map<String, List<Row>> systems() {
    return systems;
  }

  boolean knows(String row) {
    return systemOfRow.containsKey(row);
  }

  private void add(Path file) throws IOException {
    String system = file.getFileName().toString().replaceFirst("\\.tsv$", "");
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(row(line, file + ":" + number));
      }
    }
    rows.forEach(row -> claim(row, system));
    systems.put(system, rows.stream().sorted().toList());
  }

  private static Row row(String line, String where) {
    String[] fields = line.split("\t", 2);
    if (fields.length < 2) {
      throw new Unusable(
          where + ": expected a row's name, a tab and its statement, found: " + line);
    }
    try {
      return new Row(fields[0], fields[1].strip());
    } catch (IllegalArgumentException wrong) {
      throw new Unusable(where + ": " + wrong.getMessage(), wrong);
    }
  }

  private void claim(Row row, String system) {
    String before = systemOfRow.put(row.id(), system);
    if (before != null) {
      throw new Unusable(
          row.id()
              + " is stated twice: in "
              + before
              + ".tsv and in "
              + system
              + ".tsv; remove one");
    }
  }
}
