package hotshoe.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EscapedListTest {

  @Test
  void commasSeparateAndABackslashProtects() {
    assertEquals(List.of("cash", "card"), EscapedList.split(" cash , card "));
    assertEquals(List.of("Corner shop"), EscapedList.split("Corner\\ shop"));
    assertEquals(List.of("a, b", " c "), EscapedList.split("a\\,\\ b,\\ c\\ "));
    assertEquals(List.of("two words"), EscapedList.split("two words"));
    assertEquals(List.of("", ""), EscapedList.split(","));
    assertEquals(List.of("back\\"), EscapedList.split("back\\"));
  }
}
