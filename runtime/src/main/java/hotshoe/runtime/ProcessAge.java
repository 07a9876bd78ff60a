package hotshoe.runtime;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How long the Java machine has been there. */
final class ProcessAge {

  private ProcessAge() {}

  static Duration now() {
    long now = System.currentTimeMillis(); // before the question, which costs some milliseconds
    return Duration.ofMillis(now - ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
