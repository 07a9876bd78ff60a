package hotshoe.loader.content;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotshoe.loader.scripted.TarBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs to open and judge a large tar.gz, beside {@code tar xzf} of the same file. */
@Tag("proof")
class UnpackingSpeedTest {

  private static final int ROUNDS = 7;

  @TempDir Path folder;

  @Test
  void aLargeArchiveCostsAtMostAThirdMoreThanTar() throws Exception {
    Path archive = Files.write(folder.resolve("large.tar.gz"), TarBytes.gzip(tar()));
    double[] tar = new double[ROUNDS];
    double[] ours = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      tar[round] = seconds(() -> unpackByTar(archive));
      ours[round] = seconds(() -> open(archive));
    }
    Arrays.sort(tar);
    Arrays.sort(ours);
    String figures =
        String.format(
            "%d MB tar.gz: tar xzf %.2f s, opened and judged %.2f s (medians of %d, in turns)",
            Files.size(archive) >> 20, tar[ROUNDS / 2], ours[ROUNDS / 2], ROUNDS);
    Files.writeString(
        Path.of("../docs/proofs/unpacking.md"),
        "# A large archive, beside tar\n\n" + figures + ". The goal is at most 1.3 times.\n");
    assertTrue(ours[ROUNDS / 2] <= 1.3 * tar[ROUNDS / 2], figures);
  }

  private interface Step {
    void take() throws Exception;
  }

  private static double seconds(Step step) throws Exception {
    long begin = System.nanoTime();
    step.take();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void open(Path archive) throws IOException {
    Opening opening = new ArchiveReader().open("large", archive);
    assertInstanceOf(Opening.Opened.class, opening).contents().close();
  }

  private void unpackByTar(Path archive) throws IOException, InterruptedException {
    Path target = Files.createTempDirectory(folder, "by-tar");
    String[] command = {"tar", "xzf", archive.toString(), "-C", target.toString()};
    assumeTrue(new ProcessBuilder(command).inheritIO().start().waitFor() == 0);
  }

  /** Half of it is text and half is noise, as with programs and their libraries. */
  private static byte[] tar() {
    Random random = new Random(1);
    TarBytes tar = new TarBytes();
    for (int number = 0; number < 600; number++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 80_000) {
        text.append("word").append(random.nextInt(5000)).append(' ');
      }
      tar.file(
          "top/d" + number % 20 + "/t" + number, text.toString().getBytes(StandardCharsets.UTF_8));
      byte[] noise = new byte[55_000];
      random.nextBytes(noise);
      tar.file("top/d" + number % 20 + "/n" + number, noise);
    }
    return tar.bytes();
  }
}
