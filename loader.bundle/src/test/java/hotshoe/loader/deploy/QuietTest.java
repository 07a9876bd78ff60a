package hotshoe.loader.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long a half-written file is waited for. */
class QuietTest {

  private final Quiet quiet = new Quiet(Duration.ofNanos(100));

  @Test
  void aNameIsSettledOnceItHasBeenQuiet() {
    quiet.note(Set.of("a"), Set.of("a"), 0);
    assertEquals(Set.of(), quiet.takeSettled(99));
    assertEquals(Optional.of(Duration.ofNanos(1)), quiet.untilNext(99));
    assertEquals(Set.of("a"), quiet.takeSettled(100));
    assertEquals(Set.of(), quiet.takeSettled(200));
    assertEquals(Optional.empty(), quiet.untilNext(200));
  }

  @Test
  void everyChangeBeginsTheWaitAnew() {
    quiet.note(Set.of("a"), Set.of("a"), 0);
    quiet.note(Set.of("a"), Set.of("a"), 60);
    assertEquals(Set.of(), quiet.takeSettled(100));
    assertEquals(Set.of("a"), quiet.takeSettled(160));
  }

  @Test
  void whatIsWholeIsNotWaitedFor() {
    quiet.note(Set.of("a", "b"), Set.of("a", "b"), 0);
    quiet.note(Set.of("a"), Set.of(), 50);
    assertEquals(Set.of("b"), quiet.takeSettled(1000));
  }
}
