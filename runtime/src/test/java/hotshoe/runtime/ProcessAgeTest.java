package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {

  @Test
  void this_process_is_older_than_nothing_and_younger_than_a_day() {
    Duration age = ProcessAge.now();
    assertTrue(age.compareTo(Duration.ZERO) > 0, age::toString);
    assertTrue(age.compareTo(Duration.ofDays(1)) < 0, age::toString);
  }
}
