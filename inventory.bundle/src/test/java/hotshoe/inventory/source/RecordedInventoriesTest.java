package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Samples;
import hotshoe.inventory.Inventories;
import hotshoe.inventory.form.Shown;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every recorded inventory gives the recorded answer, byte for byte. */
class RecordedInventoriesTest {

  /** What home prints instead of a value that JSON cannot hold. */
  private static final String CRASH = "to see the full traceback";

  private final Inventories reader = BuiltIn.reader();

  @TempDir Path temporary;

  @Test
  void realInventoriesGiveTheRecordedAnswers() throws IOException {
    assertEquals(List.of(), differences("open"));
  }

  @Test
  void singleBehavioursGiveTheRecordedAnswers() throws IOException {
    assertEquals(List.of(), differences("quirks"));
  }

  /**
   * A script's standard error is an error at home, and a warning here. A filter that does not exist
   * is passed over in silence at home, and told here.
   */
  private static final List<String> COUNTED_OTHERWISE = List.of("script-s13", "alan-constructed");

  @Test
  void asMuchIsToldAsIsRecorded() throws IOException {
    List<String> differences = new ArrayList<>();
    Optional<Path> samples = Samples.folder("ansible");
    for (String set : samples.isPresent() ? List.of("open", "quirks") : List.<String>of()) {
      Path folder = samples.get().resolve(set);
      Map<String, String> recorded = new HashMap<>();
      for (String line : Files.readAllLines(folder.resolve("RESULTS.tsv"))) {
        String[] columns = line.split("\t");
        if (columns[1].equals("list")) {
          recorded.put(columns[0], "exit code " + columns[2] + ", warnings: " + columns[3]);
        }
      }
      for (RecordedCase one : RecordedCase.all(folder)) {
        String wanted = recorded.get(one.name());
        String got = one.counted(reader, temporary);
        boolean isCompared =
            !COUNTED_OTHERWISE.contains(one.name()) && !wanted.startsWith("exit code 250");
        if (isCompared && !wanted.equals(got)) {
          differences.add(one.name() + ": " + got + " instead of " + wanted);
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  private List<String> differences(String set) throws IOException {
    List<String> differences = new ArrayList<>();
    Optional<Path> samples = Samples.folder("ansible");
    if (samples.isEmpty()) {
      return differences;
    }
    for (RecordedCase one : RecordedCase.all(samples.get().resolve(set))) {
      compare(one, "json", Shown.Variables.MERGED, differences);
      compare(one, "export.json", Shown.Variables.EXPORTED, differences);
    }
    return differences;
  }

  private void compare(
      RecordedCase one, String form, Shown.Variables variables, List<String> differences)
      throws IOException {
    String recorded = one.expected(form);
    String wanted = recorded.startsWith(CRASH) ? "" : recorded;
    String got;
    try {
      got = one.answer(reader, temporary, variables);
    } catch (ProblemException unprintable) {
      got = "";
    }
    if (!wanted.equals(got)) {
      differences.add(one.name() + " " + form + ": " + first(wanted, got));
    }
  }

  private static String first(String wanted, String got) {
    List<String> one = wanted.lines().toList();
    List<String> other = got.lines().toList();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      String left = i < one.size() ? one.get(i) : "(end)";
      String right = i < other.size() ? other.get(i) : "(end)";
      if (!left.equals(right)) {
        return "line " + (i + 1) + " is " + right + " instead of " + left;
      }
    }
    return "same lines";
  }
}
