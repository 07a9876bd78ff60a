package hotshoe.loader.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in an archive, the reader answers in words and leaves nothing behind. */
class FuzzTest {

  @TempDir Path folder;

  @Test
  void fiveSecondsOfBrokenArchivesEndInWords() throws IOException {
    ArchiveFuzzer fuzzer = fuzz(1, Duration.ofSeconds(5));
    assertTrue(fuzzer.answers() > 30, () -> "only " + fuzzer.endings());
  }

  @Test
  @Tag("proof")
  void tenMinutesOfBrokenArchivesEndInWords() throws IOException {
    ArchiveFuzzer fuzzer = fuzz(System.nanoTime(), Duration.ofMinutes(10));
    String page =
        "# Broken archives\n\nTen minutes of the mutating fuzzer `ArchiveFuzzer`, guided by the answers: "
            + fuzzer.rounds()
            + " archives, "
            + fuzzer.answers()
            + " different answers, no exception, nothing left on disk.\n\n"
            + "| answer | times |\n|---|---|\n"
            + String.join("", lines(fuzzer));
    Files.writeString(Path.of("../docs/proofs/archives.md"), page);
  }

  private ArchiveFuzzer fuzz(long seed, Duration time) throws IOException {
    Path file = folder.resolve("archive");
    ArchiveFuzzer fuzzer = new ArchiveFuzzer(file, seed);
    fuzzer.run(time.toNanos());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList(), "seed " + seed);
    }
    return fuzzer;
  }

  private static List<String> lines(ArchiveFuzzer fuzzer) {
    return fuzzer.endings().entrySet().stream()
        .map(ending -> "| " + ending.getKey() + " | " + ending.getValue() + " |\n")
        .toList();
  }
}
