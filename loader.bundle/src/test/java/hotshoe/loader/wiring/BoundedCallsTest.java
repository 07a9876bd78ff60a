package hotshoe.loader.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that may not come back. */
class BoundedCallsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final BoundedCalls calls = new BoundedCalls();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void whatComesBackIsDone() {
    assertInstanceOf(Ending.Done.class, calls.call(LONG, () -> "done", () -> {}));
  }

  @Test
  void whatThrowsSaysWhat() {
    IllegalStateException thrown = new IllegalStateException("no");
    Ending ending =
        calls.call(
            LONG,
            () -> {
              throw thrown;
            },
            () -> {});
    assertEquals(new Ending.Threw(thrown), ending);
  }

  @Test
  void whatHangsIsLeftBehindAndFollowedWhenItComesBack() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch followed = new CountDownLatch(1);
    Ending ending = calls.call(SHORT, () -> stubborn(release), followed::countDown);
    assertInstanceOf(Ending.TooLong.class, ending);
    assertInstanceOf(Ending.Done.class, calls.call(LONG, () -> "next", () -> {}));
    release.countDown();
    assertTrue(followed.await(20, TimeUnit.SECONDS));
  }

  @Test
  void closingLetsTheCallInHandBeAndMakesNoMore() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Ending> ending =
        CompletableFuture.supplyAsync(
            () ->
                calls.call(
                    LONG,
                    () -> {
                      begun.countDown();
                      return stubborn(release);
                    },
                    () -> {}));
    assertTrue(begun.await(20, TimeUnit.SECONDS));
    calls.close();
    assertInstanceOf(Ending.TooLong.class, ending.get(5, TimeUnit.SECONDS));
    assertInstanceOf(Ending.TooLong.class, calls.call(LONG, () -> "more", () -> {}));
    release.countDown();
  }

  /** Waits whatever happens, as bad code does. */
  private static Object stubborn(CountDownLatch release) {
    boolean released = false;
    while (!released) {
      try {
        released = release.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException ignored) {
        released = false;
      }
    }
    return released;
  }

  @Test
  void aCallKnowsThatItIsOne() {
    AtomicBoolean inside = new AtomicBoolean();
    calls.call(
        LONG,
        () -> {
          inside.set(calls.isInside());
          return inside;
        },
        () -> {});
    assertTrue(inside.get());
    assertFalse(calls.isInside());
  }
}
