package hotshoe.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void aSlipOfThePenIsRecognised() {
    List<String> known = List.of("title", "close-hour", "tax-rate");
    assertEquals(Optional.of("title"), Nearest.to("titel", known));
    assertEquals(Optional.of("close-hour"), Nearest.to("closing-hour", known));
    assertEquals(Optional.empty(), Nearest.to("colour", known));
    assertEquals(Optional.empty(), Nearest.to("anything", List.of()));
  }

  @Test
  void theDistanceCountsLetters() {
    assertEquals(0, Nearest.distance("same", "same"));
    assertEquals(4, Nearest.distance("", "four"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
