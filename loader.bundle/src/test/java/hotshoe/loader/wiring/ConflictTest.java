package hotshoe.loader.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The framework's own words, made readable. */
class ConflictTest {

  @Test
  void aPackageSeenTwiceIsNamedWithBothWays() {
    String message =
        """
        Uses constraint violation. Unable to resolve resource c [hotshoe:c:1 (R 9.0)] because it is \
        exposed to package 'p' from resources a [a (R 1.0)] and b [b (R 2.0)] via two dependency \
        chains.

        Chain 1:
        """;
    assertEquals(
        "it would see the package p twice, from a and from b",
        Conflict.words(new IllegalStateException(message)));
  }

  @Test
  void anythingElseIsCutToItsFirstWords() {
    assertEquals(
        "the framework says: Unable to resolve c",
        Conflict.words(new IllegalStateException("Unable to resolve c [9](R 9.0): so")));
    assertEquals("the framework cannot wire it", Conflict.words(new IllegalStateException()));
  }
}
