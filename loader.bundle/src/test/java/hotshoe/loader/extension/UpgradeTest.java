package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** A new version in the place of the old one, which is given up only for one that works. */
class UpgradeTest {

  @TempDir Path home;

  @Test
  void aVersionThatFailsToStartIsReplacedByTheOldOne() throws IOException {
    try (TestHost host = running()) {
      BundleJar.named("hello").version("2.0.0").starts("throw").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      host.awaitVersion("hello", "1.0.0");
      assertEquals(
          List.of(
              "hello retire",
              "hello 1.0.0 stop",
              "hello options",
              "hello 2.0.0 start",
              "hello options",
              "hello 1.0.0 start"),
          host.takeJournal());
      assertOneArchive(host);
    }
    try (TestHost again = new TestHost(home)) {
      List<Problem> problems = again.loader.start();
      assertEquals(List.of("HS-EXTENSION-008"), problems.stream().map(Problem::code).toList());
      assertEquals("1.0.0", again.extension("hello").version().toString());
      assertEquals(ExtensionState.ACTIVE, again.extension("hello").state());
      BundleJar.named("hello").version("2.0.1").starts("").in(again.deploy, "hello.jar");
      again.awaitVersion("hello", "2.0.1");
      assertTrue(again.loader.rejected().isEmpty());
    }
  }

  @Test
  void aVersionWhoseSliceFailsIsReplacedByTheOldOne() {
    try (TestHost host = running()) {
      host.slices.have(
          () ->
              isRunning(host, "2.0.0")
                  ? Stream.of(
                      RecordingSlices.slice("hello.greeter", SliceState.FAILED, "no database"))
                  : Stream.empty());
      BundleJar.named("hello").version("2.0.0").starts("").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      host.awaitVersion("hello", "1.0.0");
      assertEquals(
          List.of(
              "HS-EXTENSION-008: hello 2.0.0 does not work, 1.0.0 is put back (deploy/hello.jar): "
                  + "hello.greeter failed: no database; "
                  + "correct it; it is tried again when the file changes"),
          host.rejections());
    }
  }

  @Test
  void aVersionThatNeedsWhatIsNotThereNeverTouchesTheOldOne() throws IOException {
    try (TestHost host = running()) {
      BundleJar.named("hello")
          .version("2.0.0")
          .needs("org.far", "1.0")
          .in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      assertEquals(List.of(), host.takeJournal());
      Golden.check("upgrade-unmet.txt", host.rejections());
      assertEquals("1.0.0", host.extension("hello").version().toString());
      assertOneArchive(host);
    }
  }

  @Test
  void aBrokenFileNeverTouchesTheOldOne() throws IOException {
    try (TestHost host = running()) {
      Files.writeString(host.deploy.resolve("hello.jar"), "PK something");
      host.awaitRejected(1);
      assertEquals(List.of(), host.takeJournal());
      assertEquals(ExtensionState.ACTIVE, host.extension("hello").state());
    }
  }

  @Test
  void aVersionThatHangsIsReplacedByTheOldOne() {
    TestConfiguration limited = new TestConfiguration(home).set("slice.start-limit", "0.3s");
    try (TestHost host = new TestHost(limited)) {
      host.loader.start();
      BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      BundleJar.named("hello").version("2.0.0").starts("hang").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      host.awaitVersion("hello", "1.0.0");
    }
  }

  @Test
  void whenTheFileOfARefusedVersionGoesTheExtensionGoes() throws IOException {
    try (TestHost host = running()) {
      BundleJar.named("hello").version("2.0.0").starts("throw").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      Files.delete(host.deploy.resolve("hello.jar"));
      host.awaitGone("hello");
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void goingBackAVersionIsAnUpgradeToo() {
    try (TestHost host = running()) {
      BundleJar.named("hello").version("0.9.0").starts("").in(host.deploy, "hello.jar");
      host.awaitVersion("hello", "0.9.0");
    }
  }

  @Test
  void aVersionThatWaitsOrIsBrokenIsReplacedByWhateverComes() {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").starts("throw").in(host.deploy, "hello.jar");
      Extension broken = host.await("hello", ExtensionState.BROKEN);
      assertEquals(
          "hello 1.0.0 failed to start: IllegalStateException: no database", broken.cause());
      BundleJar.named("hello")
          .version("1.1.0")
          .needs("org.far", "1.0")
          .in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.WAITING);
      BundleJar.named("hello").version("1.2.0").starts("").in(host.deploy, "hello.jar");
      host.awaitVersion("hello", "1.2.0");
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void aFileThatHoldsAnotherExtensionNowReplacesTheOneItHeld() {
    try (TestHost host = running()) {
      BundleJar.named("world").starts("").in(host.deploy, "hello.jar");
      host.await("world", ExtensionState.ACTIVE);
      host.awaitGone("hello");
    }
  }

  @Test
  void manyAreReplacedTogetherAndTheFailingOnesAlonePutBack() {
    try (TestHost host = TestHost.started(home)) {
      List<String> names = new ArrayList<>();
      for (int at = 0; at < 20; at++) {
        names.add("many" + at);
        BundleJar.named("many" + at).starts("").in(host.deploy, at + ".jar");
      }
      names.forEach(name -> host.await(name, ExtensionState.ACTIVE));
      for (int at = 0; at < 20; at++) {
        BundleJar.named("many" + at)
            .version("2.0.0")
            .starts(at % 5 == 0 ? "throw" : "")
            .in(host.deploy, at + ".jar");
      }
      host.awaitRejected(4);
      for (int at = 0; at < 20; at++) {
        host.awaitVersion("many" + at, at % 5 == 0 ? "1.0.0" : "2.0.0");
      }
    }
  }

  @Test
  void anOutcomeSaysWhetherTheOldOneIsBack() {
    try (TestHost host = TestHost.started(home)) {
      Path first = BundleJar.named("hello").starts("").in(home, "hello.jar");
      assertInstanceOf(Outcome.Installed.class, host.loader.install(first));
      BundleJar.named("hello").version("2.0.0").starts("throw").in(home, "hello.jar");
      Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, host.loader.install(first));
      assertTrue(failed.restored());
      assertEquals("HS-EXTENSION-008", failed.cause().code());
      BundleJar.named("hello").version("2.1.0").starts("").in(home, "hello.jar");
      Outcome.Upgraded upgraded =
          assertInstanceOf(Outcome.Upgraded.class, host.loader.install(first));
      assertEquals("1.0.0", upgraded.before().toString());
      assertInstanceOf(Outcome.AlreadyPresent.class, host.loader.install(first));
    }
  }

  private static boolean isRunning(TestHost host, String version) {
    return Arrays.stream(host.context().getBundles())
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .anyMatch(bundle -> bundle.getVersion().equals(Version.valueOf(version)));
  }

  private TestHost running() {
    TestHost host = TestHost.started(home);
    BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
    host.await("hello", ExtensionState.ACTIVE);
    host.takeJournal();
    return host;
  }

  private static void assertOneArchive(TestHost host) throws IOException {
    try (Stream<Path> archives = Files.list(host.data.resolve("archives"))) {
      assertEquals(1, archives.count());
    }
  }
}
