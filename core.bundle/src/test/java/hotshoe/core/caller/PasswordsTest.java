package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.OTHER;
import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.isLetIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How passwords are hashed and checked. */
class PasswordsTest {

  private static final HashCost CHEAP = new HashCost(1024, 1, 1);

  @TempDir Path data;

  @Test
  void aHashOfAnotherProgramIsUnderstood() {
    // from the tests of the reference implementation in C
    PasswordHash known =
        PasswordHash.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
            .orElseThrow();
    Passwords passwords = new Passwords(CHEAP, 1);
    assertTrue(matches(passwords, known, "password"));
    assertFalse(matches(passwords, known, "passwore"));
    assertTrue(passwords.isOutdated(known));
  }

  @Test
  void thePlainTextFormComesBackAndEverySaltIsAnother() {
    Passwords passwords = new Passwords(CHEAP, 1);
    PasswordHash one = passwords.hash(PASSWORD);
    assertEquals(one, PasswordHash.parse(one.text()).orElseThrow());
    assertNotEquals(one.text(), passwords.hash(PASSWORD).text());
    assertFalse(one.toString().contains("argon2"), "no log has it");
  }

  @Test
  void aHashIsNoneThatCouldNotBeBorneOrIsOfAnotherKind() {
    String good = new Passwords(CHEAP, 1).hash(PASSWORD).text();
    for (String bad :
        List.of(
            good.replace("m=1024", "m=4194304"),
            good.replace("t=1", "t=999999999"),
            good.replace("p=1", "p=200"),
            good.replace("m=1024", "m=7"),
            good.replace("argon2id", "argon2i"),
            good.replace("v=19", "v=16"),
            good.substring(0, good.length() - 1) + "?",
            good + "\n",
            "")) {
      assertEquals(Optional.empty(), PasswordHash.parse(bad), bad);
    }
  }

  @Test
  void whenTheCostWasChangedAPasswordIsHashedAnewAtTheNextLogin() throws IOException {
    new UserDesk(data).open().add("ada", PASSWORD, Set.of());
    LocalUsers dearer = new UserDesk(data, 2048, 3).open();
    assertFalse(isLetIn(dearer, "ada", OTHER));
    assertTrue(file().contains("m=1024,t=1"));
    assertTrue(isLetIn(dearer, "ada", PASSWORD));
    assertTrue(file().contains("m=2048,t=3"));
    String after = file();
    assertTrue(isLetIn(dearer, "ada", PASSWORD));
    assertEquals(after, file());
  }

  private String file() throws IOException {
    return Files.readString(data.resolve("users.json"));
  }

  @Test
  void anUnknownUserTakesAsLongAsAWrongPassword() {
    Passwords passwords = new Passwords(new HashCost(8192, 2, 1), 1);
    Optional<PasswordHash> known = Optional.of(passwords.hash(PASSWORD));
    long[] wrong = new long[15];
    long[] unknown = new long[15];
    for (int i = -5; i < 15; i++) {
      long first = time(() -> passwords.matches(known, OTHER, () -> {}));
      long second = time(() -> passwords.matches(Optional.empty(), OTHER, () -> {}));
      if (i >= 0) {
        wrong[i] = first;
        unknown[i] = second;
      }
    }
    double ratio = (double) median(unknown) / median(wrong);
    assertTrue(ratio > 0.5 && ratio < 2, "the times differ by a factor of " + ratio);
  }

  private static long time(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return System.nanoTime() - begin;
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  @Test
  void onlySoManyAreHashedAtATimeSoManyWaitAndTheRestIsSentAway() throws Exception {
    Passwords passwords = new Passwords(CHEAP, 2);
    Optional<PasswordHash> known = Optional.of(passwords.hash(PASSWORD));
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 2 + Passwords.MOST_WAITING; i++) {
        all.add(
            threads.submit(() -> passwords.matches(known, PASSWORD, () -> hold(go, now, most))));
      }
      awaitWaiting(passwords);
      assertEquals(
          "HS-CALLER-044",
          UserDesk.codes(() -> passwords.matches(known, PASSWORD, () -> {})).get(0));
      go.countDown();
      for (Future<Boolean> one : all) {
        assertTrue(one.get(30, TimeUnit.SECONDS));
      }
      assertEquals(2, most.get());
    } finally {
      go.countDown();
      threads.shutdownNow();
    }
  }

  private static void hold(CountDownLatch go, AtomicInteger now, AtomicInteger most) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      assertTrue(go.await(30, TimeUnit.SECONDS));
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      now.decrementAndGet();
    }
  }

  private static void awaitWaiting(Passwords passwords) throws InterruptedException {
    for (int i = 0; i < 1000 && passwords.waiting() < Passwords.MOST_WAITING; i++) {
      Thread.sleep(10);
    }
    assertEquals(Passwords.MOST_WAITING, passwords.waiting());
  }

  @Test
  void anInterruptedCallerGivesUpAndStaysInterrupted() {
    Passwords passwords = new Passwords(CHEAP, 1);
    Thread.currentThread().interrupt();
    try {
      passwords.hash(PASSWORD);
      throw new AssertionError("it should have given up");
    } catch (ProblemException refused) {
      assertTrue(Thread.interrupted());
    }
    passwords.hash(PASSWORD);
  }

  private static boolean matches(Passwords passwords, PasswordHash known, String password) {
    return passwords.matches(Optional.of(known), SecretText.of(password), () -> {});
  }
}
