package hotshoe.runtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long this process has been there, counted from its very beginning, start script included. */
final class ProcessAge {

  /** The kernel counts in hundredths of a second towards programs, whatever it does inside. */
  private static final double TICKS_PER_SECOND = 100;

  /** Where the start lies among the fields that follow the command's name. */
  private static final int START_FIELD = 19;

  private ProcessAge() {}

  static Duration now() {
    try {
      return ofProcess(
          Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
    } catch (IOException | RuntimeException e) {
      long start = ManagementFactory.getRuntimeMXBean().getStartTime();
      return Duration.ofMillis(System.currentTimeMillis() - start);
    }
  }

  /** Reckons from what Linux says; the command's name may hold anything but ends with a bracket. */
  static Duration ofProcess(String stat, String uptime) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double started = Long.parseLong(fields[START_FIELD]) / TICKS_PER_SECOND;
    double now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofMillis(Math.round((now - started) * 1000));
  }
}
