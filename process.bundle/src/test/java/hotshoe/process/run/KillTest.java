package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed while it runs processes, and the next one. */
class KillTest {

  @TempDir Path home;

  private final List<ProcessHandle> begun = new ArrayList<>();

  /** What a failing test leaves running would trouble all others. */
  @AfterEach
  void tidy() {
    begun.forEach(ProcessHandle::destroyForcibly);
  }

  private Process startHost() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledHost.class.getName(),
            home.toString())
        .redirectError(Redirect.DISCARD)
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  private List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pids.add(Stage.number(home.resolve("child-" + i)));
      pids.add(Stage.number(home.resolve("grandchild-" + i)));
    }
    pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(begun::add));
    return pids;
  }

  private void killed() throws IOException, InterruptedException {
    Process host = startHost();
    try {
      pids();
    } finally {
      host.destroyForcibly();
    }
    assertTrue(host.waitFor(30, TimeUnit.SECONDS));
  }

  @Test
  void theNextStartEndsAllThatAKilledHostLeftRunning() throws IOException, InterruptedException {
    killed();
    List<Long> orphans = pids();
    assertTrue(orphans.stream().allMatch(Stage::isAlive), "the kill ended them already");
    try (Stage next = new Stage(home)) {
      assertEquals("next\n", Stage.output(next.run("echo next")));
      for (long orphan : orphans) {
        assertFalse(Stage.isAlive(orphan));
      }
      assertTrue(next.files().stream().noneMatch(file -> file.endsWith("secret")));
    }
  }

  @Test
  void aNumberThatSomebodyElseHasByNowIsLeftAlone() throws IOException, InterruptedException {
    Process bystander = new ProcessBuilder("sleep", "1000").start();
    try {
      Path run = Files.createDirectories(home.resolve("data/processes/0123456789abcdef"));
      Files.createDirectory(run.resolve("running"));
      Files.writeString(
          run.resolve("boot"),
          Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
      Files.createFile(run.resolve("running/1-" + bystander.pid() + "-1234"));
      Files.createFile(run.resolve("running/not an entry"));
      Stage next = new Stage(home);
      assertEquals("next\n", Stage.output(next.run("echo next")));
      assertTrue(bystander.isAlive());
      assertTrue(Files.notExists(run));
      next.processes.close();
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }
}
