package hotshoe.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void aSlipIsForgivenAndAStrangerIsNot() {
    List<String> known = List.of("gateway.port", "gateway.host", "strict");
    assertEquals("gateway.port", Nearest.to("gateway.prot", known));
    assertEquals("strict", Nearest.to("STRICT", known));
    assertEquals("", Nearest.to("colour", known));
  }

  @Test
  void hugeWordsAreNotCompared() {
    assertEquals("", Nearest.to("x".repeat(1_000_000), List.of("x".repeat(1_000_000))));
  }
}
