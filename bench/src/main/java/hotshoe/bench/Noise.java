package hotshoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How busy the machine was with others: Linux's pressure-stall figures, where they are kept. */
final class Noise {

  private static final Path PRESSURE = Path.of("/proc/pressure/cpu");
  private static final Pattern SOME = Pattern.compile("some avg10=([0-9.]+).*total=([0-9]+)");

  private final long began = System.nanoTime();
  private final double waitedBefore = read(2);

  /** Waits up to so many seconds until little else runs. */
  static void awaitQuiet(int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (read(1) > 15 && System.nanoTime() < end) {
      Thread.sleep(500);
    }
  }

  /** The share of the time since creation in which some task waited for a processor, 0 to 1. */
  double share() {
    double micros = (System.nanoTime() - began) / 1e3;
    return Math.min(1, (read(2) - waitedBefore) / micros);
  }

  private static double read(int group) {
    try {
      Matcher some = SOME.matcher(Files.readString(PRESSURE));
      return some.find() ? Double.parseDouble(some.group(group)) : 0;
    } catch (IOException unknownHere) {
      return 0;
    }
  }
}
