package hotshoe.inventory.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.inventory.source.RecordedCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line prints what was recorded of the home system, byte for byte. */
class RecordedAnswersTest {

  private final InventoryTool tool = InventoryTool.withoutFramework();

  @TempDir Path temporary;

  @Test
  @Proves("AN-53")
  void listsAreAsRecorded() throws IOException {
    assertEquals(List.of(), differences("open", "list", "json", "--list"));
  }

  @Test
  @Proves("AN-54")
  void exportsAreAsRecorded() throws IOException {
    assertEquals(List.of(), differences("open", "export", "export.json", "--list", "--export"));
  }

  @Test
  @Proves("AN-55")
  void graphsAreAsRecorded() throws IOException {
    assertEquals(List.of(), differences("open", "graph", "graph.txt", "--graph"));
  }

  @Test
  @Proves("AN-57")
  void yamlIsAsRecorded() throws IOException {
    assertEquals(List.of(), differences("open", "yaml", "yaml", "--list", "--yaml"));
  }

  private List<String> differences(String set, String action, String form, String... words)
      throws IOException {
    List<String> differences = new ArrayList<>();
    Optional<Path> samples = Samples.folder("ansible");
    if (samples.isEmpty()) {
      return differences;
    }
    Path folder = samples.get().resolve(set);
    Map<String, String> exitCodes = exitCodes(folder, action);
    for (RecordedCase one : RecordedCase.all(folder)) {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      int exitCode =
          tool.run(
              one.words(temporary, words),
              one.settings(temporary),
              RecordedCase.empty(temporary),
              output,
              new ByteArrayOutputStream());
      String got = output.toString(StandardCharsets.UTF_8) + "exit code " + exitCode;
      String wanted = one.expected(form) + "exit code " + exitCodes.get(one.name());
      if (!wanted.equals(got)) {
        differences.add(one.name() + " is\n" + got + "\ninstead of\n" + wanted);
      }
    }
    return differences;
  }

  private static Map<String, String> exitCodes(Path folder, String action) throws IOException {
    Map<String, String> exitCodes = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("RESULTS.tsv"))) {
      String[] columns = line.split("\t");
      if (columns[1].equals(action)) {
        exitCodes.put(columns[0], columns[2]);
      }
    }
    return exitCodes;
  }
}
