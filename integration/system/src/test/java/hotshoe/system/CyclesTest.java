package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bundle that comes and goes again and again leaves nothing behind. */
@ExtendWith(Homes.class)
class CyclesTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void twoHundredCyclesLeaveNothingBehind(Home home) throws Exception {
    assertFlat(cycle(home, 10, 20));
  }

  @Test
  @Tag("proof")
  void tenThousandCyclesLeaveNothingBehind(Home home) throws Exception {
    List<Sample> samples = cycle(home, 20, 500);
    report(samples).write("cycles.md");
    assertFlat(samples);
  }

  /** What the host held on to after so many cycles. */
  private record Sample(int cycles, Gauge.Figures figures) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %d | %.2f | %.2f | %d | %d | %d | %d |",
          cycles,
          figures.heap() / (double) MEGABYTE,
          figures.metaspace() / (double) MEGABYTE,
          figures.classes(),
          figures.threads(),
          figures.files(),
          figures.bundles());
    }
  }

  private static List<Sample> cycle(Home home, int samples, int between) throws Exception {
    HotshoeProcess host = home.start();
    byte[] jar = ExtensionJar.named("alpha").slice("one").slice("two").bytes();
    List<Sample> taken = new ArrayList<>();
    try (Gauge gauge = new Gauge(host.pid())) {
      cycle(home, host, jar, between);
      taken.add(new Sample(between, gauge.read()));
      for (int sample = 2; sample <= samples; sample++) {
        cycle(home, host, jar, between);
        taken.add(new Sample(sample * between, gauge.read()));
      }
    }
    assertEquals(0, host.stop());
    assertEquals(List.of(), host.lines("HS-"), host::toString);
    return taken;
  }

  private static void cycle(Home home, HotshoeProcess host, byte[] jar, int times) {
    for (int time = 0; time < times; time++) {
      home.move(jar, "alpha.jar");
      host.awaitNext("alpha 1\\.0\\.0 is active");
      home.remove("alpha.jar");
      host.awaitNext("alpha 1\\.0\\.0 is gone");
    }
  }

  /** The early third warms up caches and pools; from then on nothing may grow. */
  private static void assertFlat(List<Sample> samples) {
    assertTrue(
        growth(samples, Gauge.Figures::heap) < 2L * MEGABYTE, () -> report(samples).toString());
    assertTrue(
        growth(samples, Gauge.Figures::metaspace) < MEGABYTE, () -> report(samples).toString());
    assertTrue(growth(samples, Gauge.Figures::classes) < 100, () -> report(samples).toString());
    assertTrue(growth(samples, Gauge.Figures::threads) < 4, () -> report(samples).toString());
    assertTrue(growth(samples, Gauge.Figures::files) < 4, () -> report(samples).toString());
    assertTrue(growth(samples, Gauge.Figures::bundles) < 4, () -> report(samples).toString());
  }

  /** From the least of the middle third to the least of the last third: peaks are no leaks. */
  private static long growth(List<Sample> samples, ToLongFunction<Gauge.Figures> figure) {
    int third = samples.size() / 3;
    return least(samples.subList(2 * third, samples.size()), figure)
        - least(samples.subList(third, 2 * third), figure);
  }

  private static long least(List<Sample> samples, ToLongFunction<Gauge.Figures> figure) {
    return samples.stream().map(Sample::figures).mapToLong(figure).min().orElseThrow();
  }

  private static ProofPage report(List<Sample> samples) {
    ProofPage page =
        new ProofPage("Coming and going leaves nothing behind", "CyclesTest")
            .line(
                "One bundle with two slices is moved into `deploy/` of a running distribution, waited for,")
            .line(
                "removed and waited for, "
                    + samples.get(samples.size() - 1).cycles()
                    + " times. The figures")
            .line(
                "are read over JMX after garbage collections. From the second third to the last third, the")
            .line(
                "least heap grows by less than 2 MB, metaspace by less than 1 MB, classes by less than 100,")
            .line("threads, open files and bundles in memory by less than 4 each.")
            .line("")
            .line(
                "| cycles | heap MB | metaspace MB | classes | threads | open files | bundles in memory |")
            .line("|---:|---:|---:|---:|---:|---:|---:|");
    samples.forEach(sample -> page.line(sample.row()));
    return page;
  }
}
