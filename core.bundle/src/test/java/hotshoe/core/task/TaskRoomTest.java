package hotshoe.core.task;

import static hotshoe.core.task.TaskStage.LONG;
import static hotshoe.core.task.TaskStage.doing;
import static hotshoe.core.task.TaskStage.done;
import static hotshoe.core.task.TaskStage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TaskRoomTest {

  @TempDir Path data;
  private TaskStage stage;
  private TaskRoom room;

  @BeforeEach
  void open() {
    stage = new TaskStage(data);
    room = stage.room;
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static TaskOrder.Work sleeping() {
    return control -> {
      Thread.sleep(60_000);
      return done("");
    };
  }

  /** Does not heed any interruption until it may go. */
  private static TaskOrder.Work stubborn(CountDownLatch mayGo) {
    return control -> {
      while (mayGo.getCount() > 0) {
        try {
          mayGo.await();
        } catch (InterruptedException ignored) {
          assertTrue(control.isCancelled());
        }
      }
      return done("late");
    };
  }

  private TaskState state(TaskHandle task) {
    return task.report().state();
  }

  @Test
  void aDirectCallRunsOnItsCallersThreadAndIsFoundAfterwards() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    TaskOutcome outcome =
        room.run(
            stage.order(
                "billing.close",
                control -> {
                  thread.set(Thread.currentThread());
                  control.progress(0.5, "half");
                  control.out("paper");
                  control.err("ink");
                  return done(42);
                }));
    assertEquals(42, outcome.orElseThrow());
    assertSame(Thread.currentThread(), thread.get());
    TaskReport report = room.find(stage.ended.get(0).id()).orElseThrow();
    assertEquals("billing.close", report.operation());
    assertEquals("anna", report.caller());
    assertEquals("shell", report.door());
    assertEquals(TaskState.SUCCEEDED, report.state());
    assertEquals(1.0, report.progress());
    assertEquals("half", report.message());
    assertEquals("paper", report.output());
    assertEquals("ink", report.errorOutput());
    assertEquals("\"42\"", report.result());
    assertEquals("local", report.owner());
    assertEquals(1, report.attempt());
    assertTrue(report.started().isPresent() && report.ended().isPresent());
    assertEquals(List.of(report), room.list(10));
  }

  @Test
  void aHandlersClassLoaderDoesNotStayWithTheThread() {
    AtomicReference<Thread> first = new AtomicReference<>();
    AtomicReference<Thread> second = new AtomicReference<>();
    AtomicReference<ClassLoader> found = new AtomicReference<>();
    ClassLoader own = new ClassLoader(null) {};
    TaskOrder.Work leaving =
        doing(
            control -> {
              first.set(Thread.currentThread());
              Thread.currentThread().setContextClassLoader(own);
            });
    TaskOrder.Work looking =
        doing(
            control -> {
              second.set(Thread.currentThread());
              found.set(Thread.currentThread().getContextClassLoader());
            });
    room.start(stage.order("billing.close", leaving)).await();
    until(
        () -> {
          Thread.sleep(20);
          room.start(stage.order("books.close", looking)).await();
          return first.get() == second.get();
        });
    assertSame(TaskRoom.class.getClassLoader(), found.get());
  }

  @Test
  void aBegunTaskShowsItsProgressAndOutputWhileItRuns() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    TaskHandle task =
        room.start(
            stage.order(
                "billing.close",
                control -> {
                  control.progress(0.25, "a quarter");
                  control.out("so far");
                  mayEnd.await();
                  return done("");
                }));
    until(() -> task.report().output().equals("so far"));
    assertEquals(TaskState.RUNNING, state(task));
    assertEquals(0.25, task.report().progress());
    assertEquals("a quarter", room.find(task.id()).orElseThrow().message());
    assertEquals(Optional.empty(), task.await(Duration.ofMillis(20)));
    mayEnd.countDown();
    assertInstanceOf(TaskOutcome.Succeeded.class, task.await());
    assertEquals(List.of(), task.await().problems());
  }

  @Test
  void laterTasksHaveGreaterIdentifiersAndTheNewestIsListedFirst() {
    for (int i = 0; i < 50; i++) {
      room.run(stage.order("a.b" + i, doing(control -> {})));
    }
    List<TaskReport> all = room.list(100);
    assertEquals("a.b49", all.get(0).operation());
    assertEquals(
        all.stream().map(TaskReport::id).sorted(java.util.Comparator.reverseOrder()).toList(),
        all.stream().map(TaskReport::id).toList());
    assertEquals(all.subList(0, 3), room.list(3));
  }

  @Test
  void aBegunTaskThatIsCancelledEndsAtOnceAndItsHandlerIsReached() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    TaskHandle task =
        room.start(
            stage.order(
                "a.b",
                control -> {
                  control.onCancel(told::countDown);
                  begun.countDown();
                  try {
                    Thread.sleep(60_000);
                  } catch (InterruptedException e) {
                    assertTrue(control.isCancelled());
                    interrupted.countDown();
                  }
                  return done("");
                }));
    begun.await();
    assertTrue(room.cancel(task.id(), "not wanted any more"));
    TaskOutcome outcome = task.await();
    assertInstanceOf(TaskOutcome.Cancelled.class, outcome);
    assertEquals(
        "HS-TASK-001: a.b was cancelled: not wanted any more",
        outcome.problems().get(0).sentence());
    assertTrue(told.await(5, TimeUnit.SECONDS) && interrupted.await(5, TimeUnit.SECONDS));
    assertFalse(room.cancel(task.id(), "again"), "it runs no more");
    assertFalse(room.cancel("nobody", "at all"));
  }

  @Test
  void whoWantsToKnowOfACancelTooLateIsToldAtOnce() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    TaskHandle task =
        room.start(
            stage.order(
                "a.b",
                control -> {
                  while (!control.isCancelled()) {
                    Thread.onSpinWait();
                  }
                  control.onCancel(told::countDown);
                  return done("");
                }));
    until(() -> state(task) == TaskState.RUNNING);
    task.cancel("");
    assertTrue(told.await(5, TimeUnit.SECONDS));
  }

  @Test
  void aTaskThatTakesTooLongEndsAtItsLimitWhoeverRunsIt() {
    Duration limit = Duration.ofMillis(100);
    TaskOrder order = stage.order("a.slow", limit, Optional.empty(), sleeping());
    TaskOutcome direct = room.run(order);
    assertInstanceOf(TaskOutcome.TimedOut.class, direct);
    assertFalse(Thread.currentThread().isInterrupted());
    TaskOutcome begun = room.start(order).await();
    assertInstanceOf(TaskOutcome.TimedOut.class, begun);
    assertTrue(begun.problems().get(0).sentence().contains("a.slow took longer than 100 ms"));
  }

  @Test
  void aHandlerThatHeedsNothingIsNamedAndKeepsItsPlaceUntilItComesBack() throws Exception {
    close();
    stage = new TaskStage(TaskStage.configuration(data, 1, 10));
    room = stage.room;
    CountDownLatch mayGo = new CountDownLatch(1);
    try (LogLines said = LogLines.of(TaskCrew.class)) {
      TaskHandle task =
          room.start(
              stage.order("a.deaf", Duration.ofMillis(50), Optional.empty(), stubborn(mayGo)));
      assertInstanceOf(TaskOutcome.TimedOut.class, task.await());
      TaskHandle next = room.start(stage.order("a.next", doing(control -> {})));
      until(() -> said.containing("HS-TASK-007") == 1);
      assertTrue(said.lines().get(0).contains("thread hotshoe task " + task.id()));
      assertEquals(TaskState.QUEUED, state(next), "the place is taken still");
      mayGo.countDown();
      assertInstanceOf(TaskOutcome.Succeeded.class, next.await());
      until(() -> said.containing("HS-TASK-008") == 1);
      assertEquals(TaskState.TIMED_OUT, state(task), "what came late does not count");
    }
  }

  @Test
  void anExtensionRunsAsManyAsItMayAndTheRestWaitOrAreRefused() throws Exception {
    close();
    stage = new TaskStage(TaskStage.configuration(data, 2, 3));
    room = stage.room;
    CountDownLatch mayGo = new CountDownLatch(1);
    TaskOrder.Work waits =
        control -> {
          mayGo.await();
          return done("");
        };
    List<TaskHandle> taken =
        List.of(
            room.start(stage.order("a.one", waits)),
            room.start(stage.order("a.two", waits)),
            room.start(stage.order("a.three", waits)),
            room.start(stage.order("a.four", waits)),
            room.start(stage.order("a.five", waits)));
    until(
        () -> state(taken.get(0)) == TaskState.RUNNING && state(taken.get(1)) == TaskState.RUNNING);
    assertEquals(TaskState.QUEUED, state(taken.get(2)));
    TaskOutcome refused = room.start(stage.order("a.six", waits)).await();
    assertEquals(
        "HS-TASK-003: a.six is refused for now: 2 operations of a run and 3 wait for their turn;"
            + " try again later, or raise tasks.queue or tasks.per-extension",
        refused.problems().get(0).sentence());
    assertInstanceOf(TaskOutcome.Refused.class, room.run(stage.order("a.seven", waits)));
    assertInstanceOf(
        TaskOutcome.Succeeded.class,
        room.run(stage.order("b.other", doing(control -> {}))),
        "another extension is not concerned");
    taken.get(3).cancel("out of the queue");
    assertEquals(TaskState.CANCELLED, state(taken.get(3)));
    TaskHandle fits = room.start(stage.order("a.eight", waits));
    assertEquals(TaskState.QUEUED, state(fits), "who is cancelled waits no more");
    mayGo.countDown();
    for (TaskHandle task : List.of(taken.get(2), taken.get(4), fits)) {
      assertInstanceOf(TaskOutcome.Succeeded.class, task.await());
    }
  }

  @Test
  void aDirectCallWaitsForItsTurnNoLongerThanItsLimit() {
    close();
    stage = new TaskStage(TaskStage.configuration(data, 1, 3));
    room = stage.room;
    TaskHandle first = room.start(stage.order("a.first", sleeping()));
    TaskOutcome waited =
        room.run(stage.order("a.b", Duration.ofMillis(60), Optional.empty(), doing(control -> {})));
    assertInstanceOf(TaskOutcome.TimedOut.class, waited);
    assertTrue(waited.problems().get(0).what().contains("waited 60 ms for its turn"));
    first.cancel("");
    assertInstanceOf(
        TaskOutcome.Succeeded.class, room.run(stage.order("a.b", doing(control -> {}))));
  }

  @Test
  void subTasksNeverWaitForThePlacesOfTheirParents() {
    close();
    stage = new TaskStage(TaskStage.configuration(data, 2, 100));
    room = stage.room;
    TaskOrder.Work child = doing(control -> {});
    TaskOrder.Work parent =
        control -> {
          TaskOrder order = stage.order("a.child", LONG, Optional.of(control.id()), child);
          assertInstanceOf(TaskOutcome.Succeeded.class, room.start(order).await());
          assertInstanceOf(TaskOutcome.Succeeded.class, room.run(stage.order("a.direct", child)));
          return done("");
        };
    List<TaskHandle> parents =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(i -> room.start(stage.order("a.parent", parent)))
            .toList();
    parents.forEach(it -> assertInstanceOf(TaskOutcome.Succeeded.class, it.await()));
    TaskReport some =
        room.list(100).stream()
            .filter(it -> it.operation().equals("a.direct"))
            .findFirst()
            .orElseThrow();
    assertEquals("a.parent", room.find(some.parent()).orElseThrow().operation());
  }

  @Test
  void subTasksAreCancelledWithTheirParent() {
    AtomicReference<TaskHandle> child = new AtomicReference<>();
    TaskHandle parent =
        room.start(
            stage.order(
                "a.parent",
                control -> {
                  child.set(
                      room.start(
                          stage.order("b.child", LONG, Optional.of(control.id()), sleeping())));
                  Thread.sleep(60_000);
                  return done("");
                }));
    until(() -> child.get() != null);
    parent.cancel("enough");
    TaskOutcome outcome = child.get().await();
    assertInstanceOf(TaskOutcome.Cancelled.class, outcome);
    assertTrue(outcome.problems().get(0).why().contains("parent " + parent.id()));
    TaskHandle late =
        room.start(stage.order("b.late", LONG, Optional.of(parent.id()), doing(control -> {})));
    assertTrue(state(late).isEnd() || late.await() != null);
  }

  @Test
  void anInterruptOfTheCallersThreadCancelsWhatItWaitsForAndStays() throws Exception {
    AtomicBoolean stays = new AtomicBoolean();
    AtomicReference<TaskOutcome> seen = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              seen.set(room.start(stage.order("a.b", sleeping())).await());
              stays.set(Thread.interrupted());
            });
    caller.start();
    until(() -> room.list(1).stream().anyMatch(it -> it.state() == TaskState.RUNNING));
    caller.interrupt();
    caller.join(5000);
    assertInstanceOf(TaskOutcome.Cancelled.class, seen.get());
    assertTrue(stays.get());
  }

  @Test
  void anInterruptFromOutsideEndsADirectCallAndStays() throws Exception {
    AtomicBoolean stays = new AtomicBoolean();
    AtomicReference<TaskOutcome> seen = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              seen.set(room.run(stage.order("a.b", sleeping())));
              stays.set(Thread.interrupted());
            });
    caller.start();
    until(() -> room.list(1).stream().anyMatch(it -> it.state() == TaskState.RUNNING));
    caller.interrupt();
    caller.join(5000);
    assertInstanceOf(TaskOutcome.Cancelled.class, seen.get());
    assertTrue(stays.get());
  }

  @Test
  void noInterruptOutlivesADirectCallHoweverCloseTheCancelCame() throws Exception {
    AtomicReference<String> running = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    Thread canceller =
        new Thread(
            () -> {
              while (!over.get()) {
                String id = running.get();
                if (id != null) {
                  room.cancel(id, "just then");
                }
              }
            });
    canceller.start();
    int cancelled = 0;
    for (int i = 0; i < 20_000; i++) {
      int length = i % 500;
      TaskOutcome outcome =
          room.run(
              stage.order(
                  "a.b",
                  control -> {
                    running.set(control.id());
                    for (int turn = 0; turn < length; turn++) {
                      Thread.onSpinWait();
                    }
                    return done("");
                  }));
      assertFalse(Thread.currentThread().isInterrupted(), "after call " + i);
      cancelled += outcome instanceof TaskOutcome.Cancelled ? 1 : 0;
    }
    over.set(true);
    canceller.join();
    assertFalse(Thread.interrupted());
    assertTrue(cancelled > 0, "no cancel ever came in time: this showed nothing");
  }

  @Test
  void whatAHandlerLeavesOfAnInterruptDoesNotReachTheNextTaskOfItsThread() {
    for (int i = 0; i < 50; i++) {
      room.start(stage.order("a.dirty", doing(control -> Thread.currentThread().interrupt())))
          .await();
      AtomicBoolean found = new AtomicBoolean();
      room.start(stage.order("a.clean", doing(c -> found.set(Thread.interrupted())))).await();
      assertFalse(found.get());
    }
  }

  @Test
  void anInnerCallDoesNotSwallowTheCancelOfTheOuterOne() {
    AtomicBoolean reached = new AtomicBoolean();
    CountDownLatch inner = new CountDownLatch(1);
    TaskHandle task =
        room.start(
            stage.order(
                "a.outer",
                control -> {
                  room.run(
                      stage.order(
                          "a.inner",
                          within -> {
                            inner.countDown();
                            Thread.sleep(60_000);
                            return done("");
                          }));
                  reached.set(Thread.interrupted());
                  return done("");
                }));
    until(() -> inner.getCount() == 0);
    task.cancel("all of it");
    until(reached::get);
  }

  @Test
  void whatAHandlerThrowsIsItsEndAndHurtsNobody() {
    List<Throwable> thrown =
        List.of(
            new IllegalStateException("no ink"),
            new StackOverflowError(),
            new OutOfMemoryError("pretended"),
            new LinkageError("gone"),
            new RuntimeException() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new IllegalStateException("hostile");
              }
            });
    try (LogLines said = LogLines.of(TaskCrew.class)) {
      for (Throwable one : thrown) {
        TaskOrder order =
            stage.order(
                "a.b",
                control -> {
                  if (one instanceof Error error) {
                    throw error;
                  }
                  throw (RuntimeException) one;
                });
        assertEquals("HS-TASK-006", room.run(order).problems().get(0).code());
        assertInstanceOf(TaskOutcome.Failed.class, room.start(order).await());
      }
      assertEquals(10, said.containing("HS-TASK-006"));
    }
    assertInstanceOf(
        TaskOutcome.Failed.class, room.run(stage.order("a.nothing", control -> nothing())));
  }

  @SuppressWarnings("NullAway")
  private static TaskOrder.Ran nothing() {
    return null; // null: what a hostile work returns
  }

  @Test
  void aRefusedTaskStandsInTheHistoryAndNeverRan() {
    Problem denied = Problem.error("HS-CALLER-001", "anna may not");
    TaskHandle task =
        room.refuse(
            stage.order("a.b", doing(control -> org.junit.jupiter.api.Assertions.fail("ran"))),
            List.of(denied));
    assertEquals(new TaskOutcome.Refused(List.of(denied)), task.await());
    TaskReport report = room.find(task.id()).orElseThrow();
    assertEquals(TaskState.REFUSED, report.state());
    assertEquals("HS-CALLER-001", report.errorCode());
    assertEquals(Optional.empty(), report.started());
    assertEquals(1, stage.ended.size());
  }

  @Test
  void stoppingCancelsWhatRunsWithinABoundAndRefusesWhatComes() {
    CountDownLatch mayGo = new CountDownLatch(1);
    TaskHandle heeds = room.start(stage.order("a.b", sleeping()));
    TaskHandle deaf = room.start(stage.order("a.deaf", stubborn(mayGo)));
    until(() -> state(heeds) == TaskState.RUNNING && state(deaf) == TaskState.RUNNING);
    long before = System.nanoTime();
    room.close();
    assertTrue(System.nanoTime() - before < 10_000_000_000L);
    assertEquals(TaskState.CANCELLED, state(heeds));
    assertEquals(TaskState.CANCELLED, state(deaf));
    assertEquals(
        "HS-TASK-004",
        room.run(stage.order("a.late", doing(control -> {}))).problems().get(0).code());
    mayGo.countDown();
  }

  @Test
  void everyListenerHearsEveryEndAlsoBesideOneThatThrowsAndOneThatHangs() throws Exception {
    java.util.Set<String> heard = java.util.concurrent.ConcurrentHashMap.newKeySet();
    CountDownLatch hangs = new CountDownLatch(1);
    try (LogLines said = LogLines.of(Audience.class)) {
      room.listen(
          report -> {
            throw new IllegalStateException("deaf");
          });
      room.listen(report -> stuck(hangs));
      AutoCloseable good =
          room.listen(
              report -> {
                if (report.state().isEnd()) {
                  heard.add(report.id());
                }
              });
      for (int i = 0; i < 1000; i++) {
        room.run(stage.order("a.b", doing(control -> control.progress(0.1, "on"))));
      }
      until(() -> heard.size() == 1000);
      assertEquals(1, said.containing("HS-TASK-010"));
      good.close();
      room.run(stage.order("a.b", doing(control -> {})));
      Thread.sleep(50);
      assertEquals(1000, heard.size());
    }
    hangs.countDown();
  }

  private static void stuck(CountDownLatch hangs) {
    try {
      hangs.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ofHugeOutputTheEndIsKeptAndHalfCharactersDoNoHarm() {
    String ten = "0123456789".repeat(1 << 20);
    room.run(
        stage.order(
            "a.b",
            doing(
                control -> {
                  control.out(ten + "end");
                  for (int i = 0; i < 100_000; i++) {
                    control.err("line " + i + "\n");
                  }
                  control.err("\ud800 broken \udc00");
                })));
    TaskReport report = room.list(1).get(0);
    assertEquals(1 << 16, report.output().length());
    assertTrue(report.output().endsWith("789end"));
    assertEquals(1 << 16, report.errorOutput().length());
    assertTrue(report.errorOutput().endsWith("line 99999\n\ud800 broken \udc00"));
  }

  @Test
  void manyThreadsWriteToOneOutput() throws Exception {
    room.run(
        stage.order(
            "a.b",
            control -> {
              List<Thread> threads =
                  java.util.stream.IntStream.range(0, 8)
                      .mapToObj(
                          n ->
                              new Thread(
                                  () -> {
                                    for (int i = 0; i < 1000; i++) {
                                      control.out(n + "\n");
                                    }
                                  }))
                      .toList();
              threads.forEach(Thread::start);
              for (Thread thread : threads) {
                thread.join();
              }
              return done("");
            }));
    assertEquals(16_000, room.list(1).get(0).output().length());
  }
}
