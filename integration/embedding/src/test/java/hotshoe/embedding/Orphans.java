package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Processes that a host in this process, or an earlier one, began and that are still there. */
final class Orphans {

  private static final byte[] MARK = "HOTSHOE_PROCESS=".getBytes(StandardCharsets.US_ASCII);

  private Orphans() {}

  /** Nobody is left, at the latest after some seconds, who was begun for the host in this home. */
  static void assertNoneOf(Path home) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!of(home).isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    assertEquals(List.of(), of(home));
  }

  /** The numbers of those who are there; zombies have no environment and are not among them. */
  static List<Long> of(Path home) {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
          .filter(path -> isOf(path, home))
          .map(path -> Long.valueOf(path.getFileName().toString()))
          .toList();
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static boolean isOf(Path process, Path home) {
    try {
      String environment =
          new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
      return environment.contains(new String(MARK, StandardCharsets.US_ASCII))
          && environment.contains("TMPDIR=" + home);
    } catch (IOException gone) {
      return false;
    }
  }
}
