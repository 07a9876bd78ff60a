package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
}
