package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed while twenty entrypoints run, and the next host in its home. */
@Timeout(180)
class KilledCloudStackTest {

  private static final int RUNS = 20;

  /** Each has a child, and one that has gone into a session of its own. */
  private static final String PROGRAM =
      """
      #!/bin/bash
      setsid sleep 1000 &
      touch "%s/$$"
      sleep 1000
      """;

  @TempDir Path home;

  @Test
  void theNextStartReportsTheirTasksLostAndEndsWhatTheyLeft() throws Exception {
    Path notes = Files.createDirectory(home.resolve("notes"));
    try (JavaProcess killed =
        JavaProcess.start(
            home,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KilledCloudStackHost.class.getName(),
            home.toString(),
            PROGRAM.formatted(notes))) {
      killed.awaitOutput("all run");
      assertTrue(Orphans.of(home).size() >= 2 * RUNS, () -> "" + Orphans.of(home));
      killed.signal("KILL");
      killed.awaitEnd();
    }
    assertTrue(Orphans.of(home).size() >= 2 * RUNS, "they outlive the host, or this shows nothing");
    try (CloudStackHost next = CloudStackHost.started(home, Map.of())) {
      List<TaskReport> tasks =
          next.hotshoe().tasks().list(1000).stream()
              .filter(task -> task.operation().equals("demo.go"))
              .toList();
      assertEquals(RUNS, tasks.size());
      assertTrue(tasks.stream().allMatch(it -> it.state() == TaskState.LOST), tasks::toString);
      Orphans.assertNoneOf(home);
      assertEquals(List.of(), payloads());
      assertEquals("", next.extension("demo").cause());
    }
  }

  private List<Path> payloads() throws IOException {
    try (Stream<Path> left = Files.list(home.resolve("data/payloads/cloudstack"))) {
      return left.toList();
    }
  }
}
