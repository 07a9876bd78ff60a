package hotshoe.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.problem.Problem;
import hotshoe.schedule.OnStop;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SliceTasksTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SliceTasks tasks = new SliceTasks(new SliceName("hello.greeter"), threads);
  private final LogLines log = LogLines.of(SliceScheduler.class);

  @AfterEach
  void letGo() {
    log.close();
    threads.shutdownNow();
  }

  @Test
  @Proves("INM-28")
  void aTaskRunsInAThreadThatIsNamedForIt() throws Exception {
    AtomicReference<String> thread = new AtomicReference<>();
    Future<?> task = tasks.run("greet", () -> thread.set(Thread.currentThread().getName()));
    assertNull(task.get(10, TimeUnit.SECONDS));
    assertEquals("hello.greeter/greet", thread.get());
  }

  @Test
  @Proves("INM-28")
  void whatATaskThrowsIsLoggedAndHurtsNobody() throws Exception {
    Future<?> task =
        tasks.run(
            "greet",
            () -> {
              throw new java.io.IOException("disk full");
            });
    assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
    assertEquals(List.of(), tasks.stop(TEN_SECONDS));
    assertEquals(
        List.of(
            "SEVERE HS-SCHEDULE-001: the background task 'greet' of hello.greeter failed:"
                + " java.io.IOException: disk full"),
        log.lines());
  }

  @Test
  @Proves("INM-28")
  void stoppingInterruptsATaskUnlessItIsToBeAwaited() throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicBoolean finished = new AtomicBoolean();
    tasks.run(
        "endless",
        () -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.set(true);
          }
        });
    tasks.run(
        "careful",
        OnStop.AWAIT,
        () -> {
          running.countDown();
          Thread.sleep(200);
          finished.set(!interrupted.get());
        });
    assertTrue(running.await(10, TimeUnit.SECONDS));
    assertEquals(List.of(), tasks.stop(TEN_SECONDS));
    assertTrue(interrupted.get());
    assertTrue(finished.get(), "awaited tasks end before others are interrupted");
  }

  @Test
  @Proves("INM-28")
  void afterTheStopATaskIsRefused() {
    tasks.stop(TEN_SECONDS);
    AtomicBoolean ran = new AtomicBoolean();
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> tasks.run("late", () -> ran.set(true)));
    assertTrue(refused.getMessage().contains("HS-SCHEDULE-002"), refused.getMessage());
    assertFalse(ran.get());
    assertEquals(1, log.containing("WARNING HS-SCHEDULE-002"));
  }

  @Test
  @Proves("INM-28")
  void waitingIsBoundedAndWhatIsLeftIsNamed() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    tasks.run("deaf", OnStop.AWAIT, SliceSchedulerTest.deaf(running, release));
    assertTrue(running.await(10, TimeUnit.SECONDS));
    List<Problem> problems = tasks.stop(Duration.ofMillis(100));
    assertEquals(List.of("HS-SCHEDULE-003"), problems.stream().map(Problem::code).toList());
    assertTrue(problems.get(0).what().contains("'deaf'"));
    release.countDown();
    assertEquals(List.of(), tasks.stop(TEN_SECONDS), "asked again, it waits for the rest");
  }

  @Test
  @Proves("INM-28")
  void itsOwnerMayCancelATask() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Future<?> task =
        tasks.run(
            "endless",
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    assertTrue(running.await(10, TimeUnit.SECONDS));
    assertTrue(task.cancel(true));
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    assertTrue(task.isCancelled());
  }

  @Test
  void aHostWithoutThreadsRefusesInsteadOfForgetting() {
    threads.shutdown();
    assertThrows(IllegalStateException.class, () -> tasks.run("late", () -> {}));
    assertEquals(List.of(), tasks.stop(Duration.ofSeconds(Long.MAX_VALUE)));
  }
}
