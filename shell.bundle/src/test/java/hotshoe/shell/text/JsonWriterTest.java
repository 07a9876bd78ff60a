package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void everyKindOfValueIsWritten() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "a\"b\\c");
    map.put("numbers", Arrays.asList(1L, -2.5, null, true));
    map.put("empty", List.of(Map.of(), List.of()));
    assertEquals(
        "{\"text\":\"a\\\"b\\\\c\",\"numbers\":[1,-2.5,null,true],\"empty\":[{},[]]}",
        JsonWriter.compact(map));
    assertEquals(
        """
        {
          "text": "a\\"b\\\\c",
          "numbers": [
            1,
            -2.5,
            null,
            true
          ],
          "empty": [
            {},
            []
          ]
        }""",
        JsonWriter.spread(map));
  }

  @Test
  void nothingThatIsWrittenSteersATerminalOrIsHalfACharacter() {
    assertEquals(
        "\"\\n\\u001b[2J\\u0000\\ud800\\u202e\\u2028 ä€😀\"",
        JsonWriter.compact("\n\u001b[2J\0\ud800\u202e\u2028 ä€😀"));
  }

  @Test
  void outputOfATaskKeepsItsLinesAndLosesItsControl() {
    assertEquals("a b\nred\n?c", StreamText.clean("a\tb\r\n\u001b[31mred\u001b[0m\r\u0007c"));
    assertEquals(
        "\u001b[31mx\u001b[0m\n\u001b[31my\u001b[0m",
        StreamText.marked("x\ny", new Screen(80, true, true)));
    assertEquals("! x\n", StreamText.marked("x\n", new Screen(80, false, true)));
  }
}
