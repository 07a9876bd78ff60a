package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.tool.Program;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeInventoryTest {

  /** Of what ansible-core 2.14.18 prints for the same file. */
  private static final String ANSWER_AT_HOME =
      "e7b1316075f22497f94f5d3cf6c6ce6f032bcfda5eed62d732558e662eddfd07";

  /** What the newest ansible-core takes, which takes less than the packaged one. */
  private static final Duration TIME_AT_HOME = Duration.ofSeconds(33);

  private static final long MEMORY_AT_HOME = 766L << 10;

  @TempDir Path folder;

  @Test
  @Proves("AN-60")
  void aHundredThousandHostsGiveTheSameAnswerInLessTimeAndMemory() throws Exception {
    Path file = folder.resolve("hosts.ini");
    LargeInventory.write(file, 100_000);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeInventory.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] figures =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split(" ");
    assertEquals(0, process.waitFor());
    assertEquals(ANSWER_AT_HOME, figures[0]);
    Duration time = Duration.ofNanos(Long.parseLong(figures[1]));
    assertTrue(time.compareTo(TIME_AT_HOME) < 0, time.toString());
    assertTrue(Long.parseLong(figures[2]) < MEMORY_AT_HOME, figures[2] + " kB");
  }

  @Test
  void formsAreWrittenWhileTheyAreMade() throws Exception {
    Path file = folder.resolve("hosts");
    LargeInventory.write(file, 10_000);
    assertTrue(printed(file, "--graph", "--vars") > 20 << 20);
    assertTrue(printed(file, "--list", "--yaml") > 5 << 20);
  }

  /** How many bytes a process prints that has room for 20 MB of objects. */
  private static long printed(Path file, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx20m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(List.of(words));
    command.addAll(List.of("-i", file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long size = process.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertEquals(0, process.waitFor());
    return size;
  }
}
