package hotshoe.loader.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When facts about a file can stand for its bytes. */
class FileFactsTest {

  private static final Instant WRITTEN = Instant.parse("2026-05-04T03:02:01.5Z");

  @Test
  void factsOfAFileThatWasJustWrittenAreNotTrusted() {
    FileFacts facts = new FileFacts(10, WRITTEN, "1");
    assertEquals(FileFacts.UNKNOWN, facts.trustedAt(WRITTEN.plusMillis(10)));
    assertEquals(FileFacts.UNKNOWN, facts.trustedAt(WRITTEN.minusSeconds(10)));
    assertEquals(facts, facts.trustedAt(WRITTEN.plusMillis(30)));
  }

  @Test
  void whereTimesAreWholeSecondsTheWaitIsLonger() {
    Instant whole = Instant.parse("2026-05-04T03:02:01Z");
    FileFacts facts = new FileFacts(10, whole, "1");
    assertEquals(FileFacts.UNKNOWN, facts.trustedAt(whole.plusMillis(1900)));
    assertEquals(facts, facts.trustedAt(whole.plusMillis(2100)));
  }
}
