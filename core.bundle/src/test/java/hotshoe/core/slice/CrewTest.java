package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

  private final Crew crew = new Crew();

  @AfterEach
  void close() {
    crew.close();
  }

  private record Job(int urgency, BooleanSupplier action) implements Crew.Task {
    @Override
    public boolean perform() {
      return action.getAsBoolean();
    }
  }

  private void submit(int urgency, Runnable action) {
    crew.submit(
        new Job(
            urgency,
            () -> {
              action.run();
              return true;
            }));
  }

  @Test
  void tasksThatWaitForEachOtherGetAThreadEach() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(300);
    CountDownLatch through = new CountDownLatch(300);
    for (int i = 0; i < 300; i++) {
      submit(
          0,
          () -> {
            all.countDown();
            await(all);
            through.countDown();
          });
    }

    assertTrue(through.await(20, TimeUnit.SECONDS));
  }

  @Test
  void manyShortTasksNeedFewThreads() throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(20_000);
    for (int i = 0; i < 20_000; i++) {
      submit(
          0,
          () -> {
            threads.add(Thread.currentThread());
            done.countDown();
          });
    }

    assertTrue(done.await(20, TimeUnit.SECONDS));
    assertTrue(threads.size() < 200, threads.size() + " threads");
  }

  @Test
  void aThreadThatIsStuckIsReplaced() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      crew.submit(
          new Job(
              0,
              () -> {
                await(never);
                return false;
              }));
      crew.doWithoutOne();
      submit(0, done::countDown);
    }

    assertTrue(done.await(20, TimeUnit.SECONDS));
    never.countDown();
  }

  @Test
  void aTaskThatThrowsCostsNothing() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      submit(1, CrewTest::fail);
      submit(0, done::countDown);
    }

    assertTrue(done.await(20, TimeUnit.SECONDS));
  }

  private static void fail() {
    throw new AssertionError("thrown on purpose");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
