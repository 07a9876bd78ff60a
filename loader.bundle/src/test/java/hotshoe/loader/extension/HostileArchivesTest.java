package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is sent to do harm is refused on the whole way of an installation: in words, soon, in a
 * process that has 96 MB of memory, and with nothing left on the disk.
 */
class HostileArchivesTest {

  @TempDir Path folder;

  @Test
  @Proves("CS-34")
  void whatIsSentToDoHarmIsRefusedAndLeavesNothing() throws Exception {
    HostileArchives.million(folder.resolve("million.zip"));
    List<String> said = run();
    assertEquals(
        List.of(
            "zip bomb: HS-ARCHIVE-018",
            "tar.gz bomb: HS-ARCHIVE-018",
            "climbing path in a zip: HS-ARCHIVE-006",
            "climbing path in a tar: HS-ARCHIVE-006",
            "link out of a zip: HS-ARCHIVE-024",
            "link out of a tar: HS-ARCHIVE-024",
            "hard link out of a tar: HS-ARCHIVE-024",
            "device in a tar: HS-ARCHIVE-026",
            "YAML alias bomb: HS-MANIFEST-008",
            "YAML of a thousand levels: HS-MANIFEST-008",
            "1,000,000 entries in a zip: HS-ARCHIVE-016",
            "1,000,000 entries in a tar.gz: HS-ARCHIVE-016",
            "4 GB member of a sparse tar: HS-SOURCE-006",
            "4 GB member of a tar.gz: HS-ARCHIVE-017",
            "4 GB of a sparse file: HS-SOURCE-006",
            "an honest archive: installed"),
        said);
  }

  private List<String> run() throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=/dev/null",
                "-cp",
                System.getProperty("java.class.path"),
                HostileArchives.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("errors").toFile())
            .redirectOutput(output.toFile())
            .start();
    boolean hasEnded = process.waitFor(100, TimeUnit.SECONDS);
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(output);
    assertTrue(
        hasEnded && process.exitValue() == 0, () -> lines + " " + text(folder.resolve("errors")));
    return lines;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
