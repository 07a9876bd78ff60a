package hotshoe.core.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InquiriesTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void anOpenQuestionIsNotPutAgainAndAnAnsweredOneIs() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Object asked = new Object();
    try (Inquiries inquiries = new Inquiries()) {
      var first =
          inquiries.ask(
              asked,
              () -> {
                release.await();
                return "first";
              });
      assertEquals(Optional.empty(), first.answer(SHORT));
      assertSame(first, inquiries.ask(asked, () -> "second"));
      assertEquals(1, inquiries.open());
      release.countDown();
      assertEquals(Optional.of("first"), first.answer(LONG));
      for (int i = 0; i < 500 && inquiries.open() > 0; i++) {
        Thread.sleep(10);
      }
      assertEquals(Optional.of("third"), inquiries.ask(asked, () -> "third").answer(LONG));
    }
  }

  @Test
  void equalObjectsAreAskedOnTheirOwn() throws Exception {
    try (Inquiries inquiries = new Inquiries()) {
      CountDownLatch release = new CountDownLatch(1);
      inquiries.ask(
          new String("same"),
          () -> {
            release.await();
            return "one";
          });
      assertEquals(
          Optional.of("other"), inquiries.ask(new String("same"), () -> "other").answer(LONG));
      release.countDown();
    }
  }

  @Test
  void whoIsNotKeptGetsNoAnswer() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Inquiries inquiries = new Inquiries()) {
      var open =
          inquiries.ask(
              "gone",
              () -> {
                never.await();
                return "late";
              });
      inquiries.keepOnly(List.of());
      assertEquals(Optional.empty(), open.answer(LONG));
    }
  }

  @Test
  void afterTheEndNobodyIsAsked() throws Exception {
    Inquiries inquiries = new Inquiries();
    inquiries.close();
    assertEquals(Optional.empty(), inquiries.ask("late", () -> "answer").answer(LONG));
    assertEquals(0, inquiries.open());
  }
}
