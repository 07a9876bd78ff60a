package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {

  @TempDir Path home;
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        new Stage(
            home,
            new WrittenConfiguration(home.resolve("data"))
                .with("processes.max", 1L)
                .with("processes.queue", 4L));
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private RunningProcess start(String owner, String line) {
    return stage.processes.start(
        ProcessOrder.of(owner, "/bin/sh", "-c", line), ProcessListener.none());
  }

  private RunningProcess startBlocked() {
    RunningProcess first =
        start("blocking", "while [ ! -e " + home.resolve("go") + " ]; do sleep 0.01; done");
    Stage.until(() -> first.pid().isPresent());
    return first;
  }

  @Test
  void ownersHaveTurnsOneAfterTheOther() throws IOException {
    startBlocked();
    Path log = home.resolve("log");
    List<RunningProcess> all = new ArrayList<>();
    for (String owner : List.of("greedy", "greedy", "greedy", "modest")) {
      all.add(start(owner, "echo " + owner + " >> " + log));
      int waiting = all.size();
      Stage.until(() -> stage.processes.waiting() == waiting);
    }
    Files.createFile(home.resolve("go"));
    all.forEach(RunningProcess::await);
    assertEquals(List.of("greedy", "modest", "greedy", "greedy"), Files.readAllLines(log));
    assertTrue(Stage.facts(all.get(0).await()).queued().toMillis() > 0);
  }

  @Test
  void beyondTheQueueOrdersAreRefusedInWords() throws IOException {
    RunningProcess first = startBlocked();
    List<RunningProcess> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(start("greedy", "true"));
    }
    ProcessEnd refused = start("modest", "true").await();
    assertEquals(
        "HS-PROCESS-006", assertInstanceOf(ProcessEnd.Refused.class, refused).problem().code());
    assertEquals("4 wait for their turn", refused.reason().orElseThrow().why());
    Files.createFile(home.resolve("go"));
    assertTrue(first.await().isSuccess());
    assertTrue(waiting.stream().allMatch(process -> process.await().isSuccess()));
    assertEquals(0, stage.processes.running() + stage.processes.waiting());
  }

  @Test
  void whoWaitsMayBeCancelledAndNeverRuns() throws IOException {
    startBlocked();
    RunningProcess waiting = start("patient", "touch " + home.resolve("ran"));
    waiting.cancel("changed my mind");
    ProcessEnd end = waiting.await();
    assertEquals(
        "HS-PROCESS-008", assertInstanceOf(ProcessEnd.Refused.class, end).problem().code());
    assertEquals(0, stage.processes.waiting());
    Files.createFile(home.resolve("go"));
    Stage.until(() -> stage.processes.running() == 0);
    assertTrue(Files.notExists(home.resolve("ran")));
  }

  @Test
  void aThousandProcessesLeaveNoThreadAndNoFile() throws IOException {
    Files.createFile(home.resolve("go"));
    long threads = threads();
    List<RunningProcess> running = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 5; j++) {
        running.add(start("owner " + j, "echo out; echo err >&2"));
      }
      running.forEach(process -> assertTrue(process.await().isSuccess()));
      running.clear();
    }
    Stage.until(() -> folders().equals(Set.of("running")));
    stage.processes.close();
    Stage.until(() -> threads() <= threads);
  }

  /** The folders of the one run: what it writes down, and the private ones. */
  private Set<String> folders() throws IOException {
    Path processes = home.resolve("data/processes");
    try (Stream<Path> runs = Files.list(processes)) {
      Path run = runs.findFirst().orElseThrow();
      String[] names = run.toFile().list((folder, name) -> !name.equals("boot"));
      return Set.of(names);
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("hotshoe process"))
        .count();
  }
}
