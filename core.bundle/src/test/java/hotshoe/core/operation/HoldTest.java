package hotshoe.core.operation;

import static hotshoe.core.operation.House.OPERATOR;
import static hotshoe.core.operation.House.extension;
import static hotshoe.core.operation.House.offer;
import static hotshoe.core.operation.House.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.core.operation.House.Arrived;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations.Hold;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers notice while an extension is replaced: nothing but a pause. */
final class HoldTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void underFiftyCallersNoCallFailsAndNoneRunsInAVersionThatIsDown() throws Exception {
    try (House house = new House(folder, "20S")) {
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger good = new AtomicInteger();
      Queue<String> bad = new ConcurrentLinkedQueue<>();
      AtomicBoolean[] up = {new AtomicBoolean(true)};
      Arrived version = house.provide("books", version(up[0]));
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        boolean background = i % 5 == 0;
        Thread caller = new Thread(() -> hammer(house, background, stop, good, bad));
        caller.start();
        callers.add(caller);
      }
      for (int upgrade = 0; upgrade < 20; upgrade++) {
        try (Hold hold = house.operations.hold(extension("books"), LONG)) {
          version.close();
          up[0].set(false);
          Thread.sleep(5);
          up[0] = new AtomicBoolean();
          version = house.provide("books", version(up[0]));
          Thread.sleep(5);
          up[0].set(true);
        }
        Thread.sleep(5);
      }
      stop.set(true);
      for (Thread caller : callers) {
        caller.join(20_000);
      }
      assertEquals(List.of(), List.copyOf(bad));
      assertTrue(good.get() > 100, "calls made: " + good);
    }
  }

  private static hotshoe.operation.OperationProvider.Offer version(AtomicBoolean up) {
    return offer(
        "books.work",
        call -> {
          if (!up.get()) {
            throw new IllegalStateException("down");
          }
          Thread.sleep(0, 100_000);
          if (!up.get()) {
            throw new IllegalStateException("went down meanwhile");
          }
          return "";
        });
  }

  private static void hammer(
      House house, boolean background, AtomicBoolean stop, AtomicInteger good, Queue<String> bad) {
    while (!stop.get()) {
      CallRequest request = CallRequest.of("books.work", Map.of()).by(OPERATOR);
      TaskOutcome outcome =
          background ? house.operations.start(request).await() : house.operations.call(request);
      if (outcome instanceof TaskOutcome.Succeeded) {
        good.incrementAndGet();
      } else {
        bad.add(told(outcome));
      }
    }
  }

  @Test
  void whatComesAndGoesMeanwhileAppearsInOneStepAtTheEnd() throws Exception {
    try (House house = new House(folder)) {
      Arrived old = house.provide("books", offer("books.a", c -> "1"), offer("books.b", c -> "1"));
      Hold hold = house.operations.hold(extension("books"), LONG);
      Hold second = house.operations.hold(extension("books"), LONG);
      old.close();
      house.provide("books", offer("books.a", c -> "2"), offer("books.c", c -> "2"));
      assertEquals(List.of("books.a", "books.b"), house.names());
      hold.close();
      hold.close();
      assertEquals(List.of("books.a", "books.b"), house.names(), "the second one still holds");
      second.close();
      assertEquals(List.of("books.a", "books.c"), house.names());
      assertEquals("2", house.operations.call("books.a", Map.of()));
    }
  }

  @Test
  void aCallThatWaitsIsCheckedAnewByTheVersionThatRunsIt() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (House house = new House(folder, "20S")) {
      Arrived old = house.provide("books", offer("books.a", c -> "1"));
      TaskHandle waiting;
      try (Hold hold = house.operations.hold(extension("books"), LONG)) {
        waiting = house.operations.start(CallRequest.of("books.a", Map.of()).by(OPERATOR));
        old.close();
        house.provide(
            "books",
            new hotshoe.operation.OperationProvider.Offer(
                House.with(
                    House.describe("books.a", hotshoe.type.Type.text()),
                    hotshoe.caller.Access.role("pool-admin")),
                c -> "" + runs.incrementAndGet()));
      }
      TaskOutcome outcome = waiting.await();
      assertTrue(told(outcome).contains("HS-CALLER-001"), told(outcome));
      assertEquals(0, runs.get());
    }
  }

  @Test
  void waitingEndsAtTheLimitAndAHolderThatForgetsIsTold() throws Exception {
    try (House house = new House(folder, "0.2S");
        LogLines log = LogLines.of(Holds.class)) {
      house.provide("books", offer("books.a", c -> ""));
      Hold hold = house.operations.hold(extension("books"), LONG);
      CallRequest request = CallRequest.of("books.a", Map.of()).by(OPERATOR);
      TaskOutcome refused = house.operations.call(request);
      assertTrue(told(refused).contains("HS-OPERATION-014"), told(refused));
      TaskOutcome later = house.operations.start(request).await();
      assertTrue(told(later).contains("HS-OPERATION-014"), told(later));
      for (int i = 0; i < 500 && log.containing("HS-OPERATION-015") == 0; i++) {
        Thread.sleep(10);
      }
      assertEquals(1, log.containing("HS-OPERATION-015"));
      hold.close();
      house.operations.call(request).orElseThrow();
    }
  }

  @Test
  void runningCallsAreWaitedForThenCancelledAndMayCallTheirOwn() throws Exception {
    try (House house = new House(folder, "20S");
        LogLines log = LogLines.of(Holds.class)) {
      CountDownLatch inside = new CountDownLatch(2);
      CountDownLatch held = new CountDownLatch(1);
      house.provide(
          "books",
          offer("books.leaf", c -> "leaf"),
          offer(
              "books.nest",
              call -> {
                inside.countDown();
                held.await();
                return call.task()
                        .start(CallRequest.of("books.leaf", Map.of()))
                        .await()
                        .orElseThrow()
                    + house.operations.call("books.leaf", Map.of()).toString();
              }),
          offer(
              "books.hang",
              call -> {
                inside.countDown();
                Thread.sleep(60_000);
                return "";
              }));
      var nest = house.operations.start(CallRequest.of("books.nest", Map.of()).by(OPERATOR));
      var hang = house.operations.start(CallRequest.of("books.hang", Map.of()).by(OPERATOR));
      inside.await();
      Thread release =
          new Thread(
              () -> {
                pause(100);
                held.countDown();
              });
      release.start();
      try (Hold hold = house.operations.hold(extension("books"), Duration.ofMillis(400))) {
        assertEquals("leafleaf", nest.await().orElseThrow());
        assertTrue(hang.await() instanceof TaskOutcome.Cancelled);
      }
      assertEquals(0, log.containing("HS-OPERATION-016"), log.lines().toString());
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCallWhoseOperationWasTakenAwayWhileItWaitedIsToldSo() throws Exception {
    try (House house = new House(folder, "20S")) {
      Arrived old = house.provide("books", offer("books.a", c -> ""));
      Hold hold = house.operations.hold(extension("books"), LONG);
      List<TaskOutcome> outcomes = new ArrayList<>();
      Thread caller =
          new Thread(
              () ->
                  outcomes.add(
                      house.operations.call(CallRequest.of("books.a", Map.of()).by(OPERATOR))));
      caller.start();
      caller.join(100);
      assertTrue(caller.isAlive(), "it waits");
      old.close();
      hold.close();
      caller.join(10_000);
      assertTrue(told(outcomes.get(0)).contains("HS-OPERATION-006"), told(outcomes.get(0)));
      assertFalse(house.runs.outcomes.isEmpty());
    }
  }
}
