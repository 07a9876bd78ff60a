package hotshoe.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that end in every way; only {@link ProofRecorderTest} runs them. */
final class Fixtures {

  private Fixtures() {}

  static class Endings {
    @Test
    @Proves({"ROW-1", "ROW-2"})
    void aSliceInAThreadReadsYAMLFiles() {}

    @Test
    @Proves("ROW-1")
    @DisplayName("It stops (in time)")
    void stops() {}

    @Test
    @Proves("ROW-3")
    void it_fails() {
      fail("on purpose");
    }

    @Test
    @Proves("ROW-4")
    void itGivesUp() {
      Assumptions.abort("on purpose");
    }

    @Test
    @Disabled("on purpose")
    @Proves("ROW-5")
    void itIsDisabled() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Proves("ROW-6")
    void someNumbersAreOdd(int number) {
      assertEquals(1, number % 2);
    }

    @Test
    void provesNothing() {}
  }

  @Proves("ROW-7")
  static class Whole {
    @Test
    void anOuterTest() {}

    @Nested
    class Inner {
      @Test
      void anInnerTest() {}
    }
  }

  @Disabled("on purpose")
  static class Asleep {
    @Test
    @Proves("ROW-8")
    void itWouldPass() {}
  }

  static class Unprepared {
    @BeforeAll
    static void breakDown() {
      throw new IllegalStateException("on purpose");
    }

    @Test
    @Proves("ROW-9")
    void itWouldPass() {}
  }

  @Tag("proof")
  static class Slow {
    @Test
    @Proves("ROW-10")
    void itTakesAnHour() {}
  }
}
