package hotshoe.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordLineTest {

  private final RecordLine line = new RecordLine();

  private String written() {
    return new String(line.copyFrom(0), StandardCharsets.UTF_8);
  }

  @Test
  void anyTextComesBackFromOneLineOfUtf8AlsoWithHalfCharacters() {
    Random random = new Random(7);
    int[] edges = {0, 9, 10, 31, '"', '\\', '/', 126, 127, 255, 0x7FF, 0x800, 0x2028, 0xD800};
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(12); i > 0; i--) {
        int edge = edges[random.nextInt(edges.length)] + random.nextInt(3);
        text.append(random.nextBoolean() ? (char) edge : (char) random.nextInt(0xFFF0));
        if (random.nextInt(4) == 0) {
          text.appendCodePoint(0x1F000 + random.nextInt(999));
        }
      }
      line.clear();
      line.begin().text("text", text.toString()).end();
      assertFalse(written().contains("\n") || written().contains("\ufffd"), written());
      JsonObject read = JsonParser.parseString(written()).getAsJsonObject();
      assertEquals(text.toString(), read.get("text").getAsString());
    }
  }

  @Test
  void timesAreWrittenAsPreciselyAsTheyAre() {
    for (String time :
        new String[] {
          "1969-12-31T23:59:59.999Z",
          "2026-11-21T06:17:08.120Z",
          "2024-02-29T23:00:00.000001Z",
          "1970-01-01T00:00:00.000000001Z",
          "9999-12-31T23:59:59.999Z"
        }) {
      line.clear();
      line.begin().time("time", Instant.parse(time)).end();
      assertEquals("{\"time\":\"" + time + "\"}", written());
    }
    line.clear();
    line.begin().time("time", -1L).number("a", 1).number("b", 0.25).text("none", "").end();
    assertEquals("{\"time\":\"1969-12-31T23:59:59.999Z\",\"a\":1,\"b\":0.25}", written());
  }

  @Test
  void aListOfObjectsHasItsCommas() {
    line.begin().beginList("all");
    line.begin().text("a", "1").end().begin().text("a", "2").end();
    line.endList().text("b", "3").end();
    assertEquals("{\"all\":[{\"a\":\"1\"},{\"a\":\"2\"}],\"b\":\"3\"}", written());
  }
}
