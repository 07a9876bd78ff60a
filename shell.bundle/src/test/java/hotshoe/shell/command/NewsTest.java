package hotshoe.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewsTest {

  @Test
  void whatIsAddedIsNew() {
    assertEquals("", News.between("", ""));
    assertEquals("abc", News.between("", "abc"));
    assertEquals("c", News.between("ab", "abc"));
  }

  @Test
  void whatWasDroppedAtTheFrontIsNotNew() {
    assertEquals("ef", News.between("abcd", "cdef"));
    assertEquals("xyz", News.between("abcd", "xyz"));
    assertEquals("", News.between("abcd", "bcd"));
  }

  @Test
  void everyWindowOfAGrowingTextTellsWhatCameLast() {
    Random random = new Random(7);
    StringBuilder all = new StringBuilder();
    StringBuilder told = new StringBuilder();
    String before = "";
    for (int i = 0; i < 2_000; i++) {
      all.append("line ").append(i).append(' ').append(random.nextInt()).append('\n');
      String now = all.substring(Math.max(0, all.length() - 500));
      told.append(News.between(before, now));
      before = now;
    }
    assertEquals(all.toString(), told.toString());
  }

  @Test
  void theWorstTextIsComparedQuickly() {
    String same = "a".repeat(64 * 1024);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals("b", News.between("b" + same, same + "b")));
  }
}
