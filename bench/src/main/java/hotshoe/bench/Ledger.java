package hotshoe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one part, kept in a file: run, system, variant, key, value, noise. */
final class Ledger {

  private final Path file;

  Ledger(Path results, String part) throws IOException {
    Files.createDirectories(results);
    this.file = results.resolve(part + ".tsv");
  }

  /** Forgets what earlier invocations measured. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  void add(int run, List<Figure> figures, double noise) throws IOException {
    StringBuilder lines = new StringBuilder();
    figures.forEach(
        f ->
            lines.append(
                "%d\t%s\t%s\t%s\t%.4f\t%.3f\n"
                    .formatted(run, f.system(), f.variant(), f.key(), f.value(), noise)));
    Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** All values, by system, variant and key, in the order of their first appearance. */
  Map<Subject, Sample> read() {
    Map<Subject, List<double[]>> values = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] field = line.split("\t");
      values
          .computeIfAbsent(new Subject(field[1], field[2], field[3]), s -> new ArrayList<>())
          .add(new double[] {Double.parseDouble(field[4]), Double.parseDouble(field[5])});
    }
    Map<Subject, Sample> samples = new LinkedHashMap<>();
    values.forEach((subject, list) -> samples.put(subject, new Sample(list)));
    return samples;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a value is of. */
  record Subject(String system, String variant, String key) {}
}
