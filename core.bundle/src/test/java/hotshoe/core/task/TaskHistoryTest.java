package hotshoe.core.task;

import static hotshoe.core.task.TaskStage.doing;
import static hotshoe.core.task.TaskStage.done;
import static hotshoe.core.task.TaskStage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.core.storage.FileRecordLog;
import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskHistoryTest {

  @TempDir Path data;

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("tasks"))) {
      return all.sorted().toList();
    }
  }

  private String everything() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files()) {
      text.append(Files.readString(file, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  @Test
  void theHistoryIsTheSameAfterARestartAndLaterTasksStillSortLater() {
    List<TaskReport> before;
    try (TaskStage stage = new TaskStage(data)) {
      Problem problem =
          Problem.warning("HS-TASK-006", "what").at("where").because("why").advising("advice");
      stage.room.run(
          stage.order(
              "a.fails",
              control -> {
                control.out("out \ud83d\ude00 \"quoted\"\n\tline\u0000");
                control.err("err");
                control.progress(0.5, "half");
                return new Ran(
                    new TaskOutcome.Failed("NO_INK", Map.of("page", "7"), problem), () -> "");
              }));
      stage.room.refuse(stage.order("a.refused", doing(control -> {})), List.of(problem));
      stage.room.run(stage.order("a.works", control -> done("paper")));
      TaskHandle cancelled = stage.room.start(stage.order("a.cancelled", sleeping()));
      cancelled.cancel("just so");
      before = stage.room.list(10);
    }
    try (TaskStage stage = new TaskStage(data)) {
      assertEquals(before, stage.room.list(10));
      TaskReport failed = before.get(3);
      assertEquals(Optional.of(failed), stage.room.find(failed.id()));
      assertEquals("NO_INK", failed.errorCode());
      stage.room.run(stage.order("a.later", doing(control -> {})));
      assertEquals("a.later", stage.room.list(1).get(0).operation());
    }
  }

  private static TaskOrder.Work sleeping() {
    return control -> {
      Thread.sleep(60_000);
      return done("");
    };
  }

  @Test
  void aTaskThatRanWhenTheProcessWasKilledIsLostAndStaysLost() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = process.inputReader()) {
      assertEquals("running", said.readLine());
      until(() -> Files.isDirectory(data.resolve("tasks")) && everything().contains("QUEUED"));
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(137, process.exitValue(), "it was killed");
    String running;
    try (TaskStage stage = new TaskStage(data)) {
      List<TaskReport> all = stage.room.list(10);
      assertEquals(
          List.of("a.waits LOST", "a.runs LOST", "b.done SUCCEEDED"),
          all.stream().map(it -> it.operation() + " " + it.state()).toList());
      TaskReport lost = all.get(1);
      running = lost.id();
      assertEquals("HS-TASK-009", lost.errorCode());
      assertTrue(lost.started().isPresent());
      assertEquals(Optional.empty(), lost.ended());
      assertFalse(stage.room.cancel(lost.id(), "too late"));
    }
    try (TaskStage stage = new TaskStage(data)) {
      assertEquals(TaskState.LOST, stage.room.find(running).orElseThrow().state());
      assertEquals(3, stage.room.list(10).size());
    }
  }

  @Test
  void aCorruptFileOfTheHistoryIsSetAsideAndTheRestGoesOn() throws Exception {
    try (TaskStage stage = new TaskStage(data)) {
      stage.room.run(stage.order("a.one", doing(control -> {})));
    }
    Path only = files().get(0);
    Files.writeString(only, Files.readString(only) + "{\"id\":\"nothing else\"}\n");
    try (LogLines said = LogLines.of(FileRecordLog.class);
        TaskStage stage = new TaskStage(data)) {
      assertEquals(1, stage.room.list(10).size(), "what stood before is read");
      assertEquals(1, said.containing("HS-RECORD-003"));
      stage.room.run(stage.order("a.two", doing(control -> {})));
      assertEquals("a.two", stage.room.list(1).get(0).operation());
    }
    assertEquals(1, files().stream().filter(it -> it.toString().endsWith(".broken")).count());
    try (TaskStage stage = new TaskStage(data)) {
      assertEquals(List.of("a.two"), operations(stage));
    }
  }

  private static List<String> operations(TaskStage stage) {
    return stage.room.list(1000).stream().map(TaskReport::operation).toList();
  }

  @Test
  void aHundredThousandQuickTasksAreBoundedInMemoryAndOnDisk() throws Exception {
    long bytes = 1 << 20;
    long before = used();
    try (TaskStage stage = new TaskStage(TaskStage.configuration(data, 64, 100, 1000, bytes))) {
      for (int i = 0; i < 100_000; i++) {
        stage.room.run(stage.order("a.quick", control -> done("x")));
        if (i % 10_000 == 0) {
          stage.ended.clear();
        }
      }
      stage.ended.clear();
      until(() -> stage.room.list(5000).size() == 1000);
      long grown = used() - before;
      assertTrue(grown < 20L << 20, "heap grew by " + grown);
    }
    long total = 0;
    for (Path file : files()) {
      total += Files.size(file);
    }
    assertTrue(total < 4 * bytes, "on disk: " + total);
    try (TaskStage stage = new TaskStage(TaskStage.configuration(data, 64, 100, 1000, bytes))) {
      assertEquals(1000, stage.room.list(5000).size());
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void hugeOutputsAreBoundedInBytesToo() {
    String large = "x".repeat(1 << 16);
    try (TaskStage stage = new TaskStage(TaskStage.configuration(data, 64, 100, 1000, 1 << 20))) {
      for (int i = 0; i < 100; i++) {
        stage.room.run(stage.order("a.loud", doing(control -> control.out(large))));
      }
      until(() -> stage.room.list(1000).size() <= 16);
      assertTrue(stage.room.list(1000).size() > 5);
    }
  }

  @Test
  void onlyWhatIsShownOfAResultGetsIntoTheHistoryAndNothingOfTenMegabytes() throws Exception {
    try (TaskStage stage = new TaskStage(data)) {
      stage.room.run(
          stage.order(
              "a.secret",
              control ->
                  new Ran(
                      new TaskOutcome.Succeeded(Map.of("password", "swordfish"), ""),
                      () -> "{\"password\":\"***\"}")));
      stage.room.run(
          stage.order(
              "a.huge",
              control -> new Ran(new TaskOutcome.Succeeded("", ""), () -> "y".repeat(10 << 20))));
      stage.room.run(
          stage.order(
              "a.hostile",
              control ->
                  new Ran(
                      new TaskOutcome.Succeeded("", ""),
                      () -> {
                        throw new IllegalStateException("never shown");
                      })));
      assertEquals(
          List.of(
              "", "\"(a result of 10485760 characters is not kept)\"", "{\"password\":\"***\"}"),
          stage.room.list(3).stream().map(TaskReport::result).toList());
    }
    assertFalse(everything().contains("swordfish"));
    assertTrue(everything().length() < 10_000);
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNoTask() throws Exception {
    Files.writeString(data.resolve("tasks"), "a file is in the way");
    try (LogLines said = LogLines.of(FileRecordLog.class);
        TaskStage stage = new TaskStage(data)) {
      for (int i = 0; i < 10; i++) {
        stage.room.run(stage.order("a.b", doing(control -> {})));
      }
      until(() -> said.containing("HS-RECORD-002") == 1);
      assertEquals(10, stage.room.list(100).size());
    }
  }

  /** A disk that is really full, where the tests may make one. */
  @Test
  void aFullDiskStopsNoTaskAndWhatIsNewIsKeptWhenThereIsRoomAgain() throws Exception {
    Path small = Files.createDirectory(data.resolve("small"));
    boolean mounted =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString())
                .start()
                .waitFor()
            == 0;
    if (!mounted) {
      return; // FileRecordLogTest shows the same with a pretended disk
    }
    try (LogLines said = LogLines.of(FileRecordLog.class)) {
      Path filler = small.resolve("filler");
      try (TaskStage stage = new TaskStage(small)) {
        stage.room.run(stage.order("a.first", doing(control -> {})));
        until(() -> Files.isDirectory(small.resolve("tasks")));
        fill(filler);
        for (int i = 0; i < 50; i++) {
          stage.room.run(stage.order("a.full", doing(c -> c.out("z".repeat(5000)))));
        }
        until(() -> said.containing("HS-RECORD-002") == 1);
        Files.delete(filler);
        Thread.sleep(1200);
        stage.room.run(stage.order("a.again", doing(control -> {})));
      }
      assertEquals(1, said.containing("are written to"), String.valueOf(said.lines()));
      try (TaskStage stage = new TaskStage(small)) {
        assertTrue(operations(stage).contains("a.again"));
        assertTrue(operations(stage).contains("a.first"));
      }
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor(5, TimeUnit.SECONDS);
    }
  }

  private static void fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      byte[] page = new byte[1024];
      for (int i = 0; i < 1024; i++) {
        out.write(page);
      }
    } catch (IOException full) {
      assertTrue(Files.size(filler) > 0);
    }
  }

  @Test
  void fiftyCallersAtOnceLoseNothing() throws Exception {
    try (TaskStage stage = new TaskStage(data)) {
      CountDownLatch go = new CountDownLatch(1);
      List<Thread> callers = new ArrayList<>();
      for (int n = 0; n < 50; n++) {
        String operation = "e" + n % 3 + ".call";
        Thread caller =
            new Thread(
                () -> {
                  stuck(go);
                  for (int i = 0; i < 100; i++) {
                    stage.room.run(stage.order(operation, control -> done("")));
                  }
                });
        caller.start();
        callers.add(caller);
      }
      go.countDown();
      for (Thread caller : callers) {
        caller.join();
      }
      assertEquals(5000, stage.ended.size());
      assertEquals(5000, stage.ended.stream().map(TaskOrder.Ended::id).distinct().count());
      assertEquals(5000, stage.room.list(10_000).size());
    }
  }

  private static void stuck(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void identifiersGrowAlsoWhenTheClockWasSetBack() {
    TaskIds ids = new TaskIds();
    String first = ids.next(2_000_000_000_000L);
    String second = ids.next(1_000_000_000_000L);
    assertTrue(first.compareTo(second) < 0);
    TaskIds next = new TaskIds();
    next.exceed(second);
    next.exceed("no identifier");
    assertTrue(second.compareTo(next.next(1_000_000_000_000L)) < 0);
    assertEquals(13, second.length());
  }

  @Test
  void limitsBeyondAllTimeAreNoLimits() {
    try (TaskStage stage = new TaskStage(data)) {
      Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
      TaskOrder order = stage.order("a.b", endless, Optional.empty(), doing(control -> {}));
      assertEquals(List.of(), stage.room.run(order).problems());
      assertEquals(List.of(), stage.room.start(order).await(endless).orElseThrow().problems());
    }
  }
}
