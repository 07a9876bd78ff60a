package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {

  @Test
  void linux_counts_the_start_from_boot_in_hundredths_of_a_second() {
    String stat =
        "42 (a (strange) name) S 1 42 42 0 -1 4194304 100 0 0 0 1 1 0 0 20 0 12 0 123456 99 0";
    assertEquals(Duration.ofMillis(440), ProcessAge.ofProcess(stat, "1235.00 99.99\n"));
  }

  @Test
  void this_process_is_older_than_nothing_and_younger_than_a_day() {
    Duration age = ProcessAge.now();
    assertTrue(age.compareTo(Duration.ZERO) > 0, age::toString);
    assertTrue(age.compareTo(Duration.ofDays(1)) < 0, age::toString);
  }
}
