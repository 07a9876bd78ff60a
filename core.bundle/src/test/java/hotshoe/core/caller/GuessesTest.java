package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.OTHER;
import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.codes;
import static hotshoe.core.caller.UserDesk.isLetIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who guesses must wait, but nobody waits for ever. */
class GuessesTest {

  @TempDir Path data;
  private final AtomicLong clock = new AtomicLong(-5);

  @Test
  void afterFiveWrongOnesANameWaitsTwiceAsLongEachTimeAndHalfAMinuteAtMost() {
    Guesses guesses = new Guesses(1_000_000, clock::get);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      guesses.failed("ada");
      assertEquals(Optional.empty(), guesses.toWait("ada"));
    }
    for (int i = 0; i < 100; i++) {
      guesses.failed("ada");
      Duration wait = guesses.toWait("ada").orElseThrow();
      waits.add(wait.toSeconds());
      assertEquals(Optional.empty(), guesses.toWait("rita"));
      pass(wait);
      assertEquals(Optional.empty(), guesses.toWait("ada"));
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), waits.subList(0, 7));
    assertEquals(30, waits.get(99));
  }

  @Test
  void aRightOneOrAQuarterOfAnHourBeginsAnew() {
    Guesses guesses = new Guesses(1_000_000, clock::get);
    failed(guesses, 8);
    guesses.succeeded("ada");
    failed(guesses, 4);
    assertEquals(Optional.empty(), guesses.toWait("ada"));
    pass(Duration.ofMinutes(15));
    failed(guesses, 4);
    assertEquals(Optional.empty(), guesses.toWait("ada"));
  }

  private static void failed(Guesses guesses, int times) {
    for (int i = 0; i < times; i++) {
      guesses.failed("ada");
    }
  }

  @Test
  void allNamesTogetherHaveABoundThatIsFreeAgainByAndBy() {
    Guesses guesses = new Guesses(60, clock::get);
    for (int i = 0; i < 60; i++) {
      assertEquals(Optional.empty(), guesses.toWait("somebody"));
      guesses.failed("user" + i);
    }
    Duration wait = guesses.toWait("somebody").orElseThrow();
    assertTrue(wait.compareTo(Duration.ofMillis(1001)) < 0, wait::toString);
    pass(wait);
    assertEquals(Optional.empty(), guesses.toWait("somebody"));
  }

  @Test
  void aMillionNamesDoNotFillTheMemoryAndTheLatestAreRemembered() {
    Guesses guesses = new Guesses(100_000_000, clock::get);
    for (int i = 0; i < 1_000_000; i++) {
      guesses.failed("user" + i);
    }
    failed(guesses, 5);
    assertTrue(guesses.toWait("ada").isPresent());
    assertEquals(10_000, guesses.remembered());
  }

  @Test
  void whileANameWaitsItsPasswordIsNotLookedAtAndTheMessageSaysHowLong() {
    UserDesk desk = new UserDesk(data);
    LocalUsers users = desk.open();
    users.add("ada", PASSWORD, Set.of());
    SecretText token = users.addToken("ada", "laptop");
    for (int i = 0; i < 8; i++) {
      tryWrong(users);
    }
    Problem problem = UserDesk.refused(() -> users.authenticate("ADA", PASSWORD, "http")).get(0);
    assertEquals("HS-CALLER-043", problem.code());
    assertTrue(problem.advice().matches("try again in \\d+ seconds?"), problem::sentence);
    assertEquals("host http user.login ADA denied  HS-CALLER-043", last(desk.audit()));
    assertTrue(users.authenticate(token, "http").isPresent(), "tokens are never held up");
  }

  /** On a slow machine a wait of one second may be over again. */
  private static void tryWrong(LocalUsers users) {
    try {
      assertTrue(users.authenticate("ada", OTHER, "http").isEmpty());
    } catch (ProblemException wait) {
      assertEquals("HS-CALLER-043", wait.problems().get(0).code());
    }
  }

  @Test
  void whoMistypesAndThenGetsItRightMayMistypeAgain() {
    LocalUsers users = new UserDesk(data).open();
    users.add("ada", PASSWORD, Set.of());
    for (int i = 0; i < 4; i++) {
      assertFalse(isLetIn(users, "ada", OTHER));
      assertFalse(isLetIn(users, "ada", OTHER));
      assertFalse(isLetIn(users, "Ada", OTHER));
      assertTrue(isLetIn(users, "ada", PASSWORD));
    }
  }

  @Test
  void unknownNamesWaitLikeKnownOnes() {
    LocalUsers users = new UserDesk(data).open();
    for (int i = 0; i < 5; i++) {
      assertFalse(isLetIn(users, "nobody", OTHER));
    }
    assertEquals(
        List.of("HS-CALLER-043"), codes(() -> users.authenticate("nobody", OTHER, "http")));
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
