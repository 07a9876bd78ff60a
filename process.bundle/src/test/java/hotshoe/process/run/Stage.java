package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessOrder;
import hotshoe.process.tree.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Real processes over a real folder, in few words; leaves nothing behind, and sees to it. */
public final class Stage implements AutoCloseable {

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

  public final Path home;
  public final HostProcesses processes;

  public Stage(Path home) {
    this(home, new WrittenConfiguration(home.resolve("data")));
  }

  public Stage(Path home, WrittenConfiguration configuration) {
    this.home = home;
    this.processes = new HostProcesses(configuration);
  }

  /** A script that may be executed. */
  public Path script(String name, String... lines) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /** An order for a script of the shell. */
  ProcessOrder sh(String... lines) {
    return ProcessOrder.of("test", "/bin/sh", "-c", String.join("\n", lines));
  }

  ProcessEnd run(String... lines) {
    return processes.run(sh(lines));
  }

  static ProcessFacts facts(ProcessEnd end) {
    return assertInstanceOf(ProcessEnd.Ran.class, end, end::toString).facts();
  }

  /** What stood on standard output of a process that ended well. */
  static String output(ProcessEnd end) {
    assertTrue(end.isSuccess(), () -> end + ": " + facts(end).errorOutput().text());
    return facts(end).output().text();
  }

  static List<String> codes(ProcessEnd end) {
    return facts(end).notes().stream().map(note -> note.code()).toList();
  }

  /** Whether a process is there and has not ended. */
  static boolean isAlive(long pid) {
    return new ProcessTable(ProcessOrder.MARKER)
        .find(pid)
        .filter(seen -> !seen.isEnded())
        .isPresent();
  }

  /** The number that a process wrote into a file, as soon as it has. */
  static long number(Path file) {
    until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits, with bounds, until something is so. */
  public static void until(Callable<Boolean> so) {
    try {
      long begin = System.nanoTime();
      while (!so.call()) {
        assertTrue(System.nanoTime() - begin < LONGEST, "it never was so");
        Thread.sleep(5);
      }
    } catch (AssertionError | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The host's files of processes. */
  List<Path> files() throws IOException {
    Path folder = home.resolve("data/processes");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.equals(folder)).toList();
    }
  }

  /** No process that was begun here is there any more, not even as a zombie. */
  static void assertNobodyLeft() {
    until(() -> ProcessHandle.current().descendants().findAny().isEmpty());
  }

  @Override
  public void close() throws IOException {
    processes.close();
    assertNobodyLeft();
    assertEquals(List.of(), files());
  }
}
