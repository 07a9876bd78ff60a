package hotshoe.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void whatMovesACursorTurnsTheReadingOrIsHalfACharacterIsReplaced() {
    assertEquals("a?b?c?d?e?f", OneLine.inMessage("a\nb\u001bc\u009bd\u202ee\ud800f", 80));
  }

  @Test
  void plainTextIsThatVeryText() {
    String plain = "Zürich 東京 😀";
    assertEquals(plain, OneLine.of(plain, 80));
    String letters = "billing.close";
    assertSame(letters, OneLine.of(letters, 80));
  }

  @Test
  void longTextIsCutWithItsMarkAndCostsNoMoreThanItsHead() {
    assertEquals("xxx…", OneLine.of("x".repeat(10_000_000), 3));
    assertEquals("xxx...", OneLine.inMessage("x".repeat(4), 3));
    assertTrue(OneLine.inMessage("\n".repeat(10_000_000), 80).length() <= 83);
  }
}
