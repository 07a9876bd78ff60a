package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * A thousand foreign archives dropped at once, beside a bare framework that installs and starts the
 * ready-made bundles. Both have a component each to activate.
 */
class ThousandTest {

  private static final int COUNT = 1000;
  private static final int RUNS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path home;

  @Test
  @Tag("proof")
  void aThousandArchivesDroppedAtOnceBesideBareFelixWithTheReadyMadeBundles()
      throws IOException, BundleException {
    Path archives = Files.createDirectories(home.resolve("archives"));
    for (int number = 0; number < COUNT; number++) {
      WordsArchive.of("words" + number, "1.0.0")
          .saying("word " + number)
          .in(archives, number + ".zip");
    }
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      List<byte[]> made = new ArrayList<>();
      ours.add(drop(home.resolve("ours" + run), archives, made));
      bare.add(install(home.resolve("bare" + run), made));
    }
    Files.writeString(Path.of("../docs/proofs/thousand.md"), page(ours, bare));
  }

  private static double drop(Path home, Path archives, List<byte[]> made) throws IOException {
    try (TestHost host = new TestHost(home)) {
      host.loader.learn(new WordsDialect());
      host.loader.start();
      Path waiting = Files.createDirectories(home.resolve("waiting"));
      for (Path file : list(archives)) {
        Files.copy(file, waiting.resolve(file.getFileName()));
      }
      List<Path> files = list(waiting);
      long began = System.nanoTime();
      for (Path file : files) {
        Files.move(file, host.deploy.resolve(file.getFileName()));
      }
      awaitAll(host);
      double millis = (System.nanoTime() - began) / 1e6;
      for (Bundle bundle : host.context().getBundles()) {
        if (bundle.getSymbolicName().startsWith("words")) {
          made.add(bytes(host, bundle));
        }
      }
      return millis;
    }
  }

  /** Asks seldom, because asking costs time too. */
  private static void awaitAll(TestHost host) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (active(host) < COUNT) {
      assertTrue(System.nanoTime() < end, () -> active(host) + " are active");
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** The framework's own copy of what was made. */
  private static byte[] bytes(TestHost host, Bundle bundle) throws IOException {
    Path storage = host.data.resolve("framework/bundle" + bundle.getBundleId());
    try (Stream<Path> files = Files.walk(storage)) {
      return Files.readAllBytes(
          files.filter(file -> file.endsWith("bundle.jar")).findFirst().orElseThrow());
    }
  }

  private static long active(TestHost host) {
    return host.loader.list().stream()
        .filter(extension -> extension.state() == ExtensionState.ACTIVE)
        .count();
  }

  private static double install(Path home, List<byte[]> made) throws BundleException {
    try (TestHost host = new TestHost(home)) {
      long began = System.nanoTime();
      List<Bundle> bundles = new ArrayList<>();
      for (byte[] bytes : made) {
        bundles.add(
            host.context()
                .installBundle("bare:" + bundles.size(), new ByteArrayInputStream(bytes)));
      }
      for (Bundle bundle : bundles) {
        bundle.start();
      }
      double millis = (System.nanoTime() - began) / 1e6;
      assertEquals(COUNT, bundles.size());
      return millis;
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String page(List<Double> ours, List<Double> bare) {
    double oursMedian = median(ours);
    double bareMedian = median(bare);
    return String.format(
        Locale.ROOT,
        """
        # A thousand foreign archives at once

        %d zip archives of a foreign format are moved into the deploy folder of a running loader: each is copied, judged,
        described, translated, put into the framework, wired, started, its component activated, and its record and archive
        forced to the disk. Beside it a bare Felix with the same Declarative Services installs and starts the bundles that
        were made of them: nothing is read, judged or remembered there. One process, %d runs in turn, medians; %d processors
        with other work on them, Java %s.

        | | ms | each |
        |---|---:|---:|
        | dropped at once | %.0f | %.2f |
        | ready-made, bare Felix | %.0f | %.2f |
        | times | %.2f | |

        Again: `mvn -Pproofs -pl loader.bundle -am test -Dtest=ThousandTest`
        """,
        COUNT,
        RUNS,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        oursMedian,
        oursMedian / COUNT,
        bareMedian,
        bareMedian / COUNT,
        oursMedian / bareMedian);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
