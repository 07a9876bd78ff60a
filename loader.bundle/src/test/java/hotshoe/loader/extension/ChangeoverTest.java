package hotshoe.loader.extension;

import static hotshoe.loader.extension.RecordingSlices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.slice.SliceState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever calls an operation of an extension that is replaced waits, and never meets a gap. */
class ChangeoverTest {

  @TempDir Path home;

  @Test
  void callersWaitFromBeforeTheOldVersionStopsUntilTheNewOneIsUp() {
    try (TestHost host = running()) {
      BundleJar.named("hello").version("2.0.0").starts("").in(host.deploy, "hello.jar");
      host.awaitVersion("hello", "2.0.0");
      awaitLast(host, "hello free");
      assertEquals(
          List.of(
              "hello held, drained for 10 s",
              "hello retire",
              "hello 1.0.0 stop",
              "hello options",
              "hello 2.0.0 start",
              "hello free"),
          host.takeJournal());
    }
  }

  @Test
  void callersWaitUntilTheOldVersionIsBackWhenTheNewOneFails() {
    try (TestHost host = running()) {
      BundleJar.named("hello").version("2.0.0").starts("throw").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      awaitLast(host, "hello free");
      assertEquals(
          List.of(
              "hello held, drained for 10 s",
              "hello retire",
              "hello 1.0.0 stop",
              "hello options",
              "hello 2.0.0 start",
              "hello options",
              "hello 1.0.0 start",
              "hello free"),
          host.takeJournal());
    }
  }

  @Test
  void callersOfThoseThatAreStoppedWithItWaitAsWellAndAreHeldFirst() {
    try (TestHost host = running()) {
      host.slices.have(() -> Stream.of(slice("hello.one", SliceState.ACTIVE, "")));
      host.slices.have(() -> Stream.of(slice("other.one", SliceState.ACTIVE, "", "hello.one")));
      BundleJar.named("other").in(host.deploy, "other.jar");
      host.await("other", ExtensionState.ACTIVE);
      host.takeJournal();
      BundleJar.named("hello").version("2.0.0").starts("").in(host.deploy, "hello.jar");
      awaitLast(host, "other free");
      assertEquals(
          List.of(
              "other held, drained for 10 s",
              "hello held, drained for 10 s",
              "hello free",
              "other free"),
          host.takeJournal().stream().filter(line -> line.matches(".*(held|free).*")).toList());
    }
  }

  @Test
  void nobodyWaitsForWhatIsNewOrGoes() {
    try (TestHost host = running()) {
      BundleJar.named("other").in(host.deploy, "other.jar");
      host.await("other", ExtensionState.ACTIVE);
      host.loader.uninstall(host.extension("other").name());
      assertEquals(List.of("other options", "other retire"), host.takeJournal());
    }
  }

  private static void awaitLast(TestHost host, String line) {
    host.await(line, () -> host.journal.contains(line));
  }

  private TestHost running() {
    TestHost host = TestHost.started(home);
    host.loader.offer(new RecordingOperations(host.journal));
    BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
    host.await("hello", ExtensionState.ACTIVE);
    host.takeJournal();
    return host;
  }
}
