package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing and removing by hand, and what is shown of extensions. */
class ByHandTest {

  private static final ExtensionName HELLO = new ExtensionName("hello");

  @TempDir Path home;

  @Test
  void whatIsInstalledByHandStaysOverRestartsWithoutItsFile() throws IOException {
    Path jar = BundleJar.named("hello").starts("").in(home, "hello.jar");
    try (TestHost host = TestHost.started(home)) {
      Outcome.Installed installed =
          assertInstanceOf(Outcome.Installed.class, host.loader.install(jar));
      assertEquals(jar.toString(), installed.extension().origin());
      assertEquals(ExtensionState.ACTIVE, installed.extension().state());
    }
    Files.delete(jar);
    try (TestHost host = TestHost.started(home)) {
      assertEquals(ExtensionState.ACTIVE, host.extension("hello").state());
      assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(HELLO));
    }
    try (TestHost host = TestHost.started(home)) {
      assertEquals(List.of(), host.loader.list());
    }
  }

  @Test
  void removingWhatCameFromTheDeployFolderRemovesTheFile() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(HELLO));
      assertTrue(Files.notExists(jar));
      assertEquals(List.of(), host.loader.list());
      Outcome.Refused refused =
          assertInstanceOf(Outcome.Refused.class, host.loader.uninstall(HELLO));
      assertEquals("HS-EXTENSION-004", refused.problems().get(0).code());
    }
  }

  @Test
  void installingAFileOfTheDeployFolderIsTheSameAsDroppingIt() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").in(host.deploy, "hello.jar");
      Outcome outcome = host.loader.install(jar);
      assertTrue(
          outcome instanceof Outcome.Installed || outcome instanceof Outcome.AlreadyPresent,
          outcome::toString);
      assertEquals("deploy/hello.jar", host.extension("hello").origin());
      assertEquals("HS-DEPLOY-006", refusal(host, host.deploy.resolve("no.jar")).code());
    }
  }

  @Test
  void whatCannotBeInstalledIsRefusedWithTheReason() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      Path newer = BundleJar.named("hello").version("2.0.0").in(home, "newer.jar");
      assertEquals("HS-EXTENSION-002", refusal(host, newer).code());
      Path broken = Files.writeString(home.resolve("broken.jar"), "words");
      assertEquals("HS-ARCHIVE-002", refusal(host, broken).code());
      assertEquals("HS-SOURCE-003", refusal(host, home.resolve("missing.jar")).code());
      Path twice = BundleJar.named("twice").header("Import-Package", "a,a").in(home, "twice.jar");
      assertEquals("HS-EXTENSION-021", refusal(host, twice).code());
      assertEquals(1, host.loader.list().size());
      try (Stream<Path> archives = Files.list(host.data.resolve("archives"))) {
        assertEquals(1, archives.count());
      }
    }
  }

  private static Problem refusal(TestHost host, Path jar) {
    return assertInstanceOf(Outcome.Refused.class, host.loader.install(jar)).problems().get(0);
  }

  @Test
  void changesFromWithinAStartAreRefusedInsteadOfWaitingForEver() {
    AtomicReference<Outcome> answer = new AtomicReference<>();
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").in(home, "hello.jar");
      Runnable call = () -> answer.set(host.loader.install(jar));
      host.context()
          .registerService(Runnable.class, call, new Hashtable<>(Map.of("journal", "call")));
      BundleJar.named("caller").starts("call").in(host.deploy, "caller.jar");
      host.await("caller", ExtensionState.ACTIVE);
      Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, answer.get());
      assertEquals("HS-EXTENSION-016", refused.problems().get(0).code());
    }
  }

  @Test
  void theStateOfSlicesIsTheStateOfTheExtension() {
    AtomicReference<SliceState> state = new AtomicReference<>(SliceState.ACTIVE);
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      host.slices.have(
          () -> Stream.of(RecordingSlices.slice("hello.greeter", state.get(), "no database")));
      Map<SliceState, ExtensionState> expected =
          Map.of(
              SliceState.ACTIVE, ExtensionState.ACTIVE,
              SliceState.FAILED, ExtensionState.DEGRADED,
              SliceState.BLOCKED, ExtensionState.DEGRADED,
              SliceState.STARTING, ExtensionState.STARTING,
              SliceState.STOPPING, ExtensionState.STOPPING);
      expected.forEach(
          (slice, extension) -> {
            state.set(slice);
            assertEquals(extension, host.extension("hello").state());
          });
      state.set(SliceState.FAILED);
      assertEquals("slice hello.greeter is failed: no database", host.extension("hello").cause());
    }
  }

  @Test
  void anExtensionIsShownWithAllThatIsKnownOfIt() {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("org.hello")
          .extension("hello")
          .version("1.2.3")
          .header("Bundle-Name", "Hello, world")
          .header("Bundle-Description", "Greets")
          .in(host.deploy, "hello.jar");
      Extension hello = host.await("hello", ExtensionState.ACTIVE);
      assertEquals("Hello, world", hello.title());
      assertEquals("Greets", hello.description());
      assertEquals("native", hello.dialect());
      assertEquals("deploy/hello.jar", hello.origin());
      assertEquals(64, hello.digest().length());
      assertEquals(
          "hotshoe:hello:" + hello.digest(),
          host.context().getBundle(hello.bundle()).getLocation());
    }
  }

  @Test
  void aDamagedOrMissingArchiveIsBrokenAndHealedByItsFile() throws IOException {
    Path given = BundleJar.named("given").in(home, "given.jar");
    Path lost = BundleJar.named("lost").in(home, "lost.jar");
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      host.loader.install(given);
      host.loader.install(lost);
      Files.delete(archive(host, "hello"));
      Files.delete(archive(host, "lost"));
      Files.writeString(archive(host, "given"), "damaged");
    }
    try (TestHost host = new TestHost(home)) {
      assertEquals(
          List.of("HS-STORE-004", "HS-STORE-003"),
          host.loader.start().stream().map(Problem::code).toList());
      assertEquals(ExtensionState.ACTIVE, host.extension("hello").state());
      assertEquals(ExtensionState.BROKEN, host.extension("given").state());
      assertInstanceOf(Outcome.Upgraded.class, host.loader.install(given));
      assertEquals(ExtensionState.ACTIVE, host.extension("given").state());
    }
  }

  private static Path archive(TestHost host, String name) {
    return host.data.resolve("archives").resolve(host.extension(name).digest());
  }

  @Test
  void whatCannotBeWrittenDownIsNotDone() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("old").starts("").in(host.deploy, "old.jar");
      host.await("old", ExtensionState.ACTIVE);
      Path records = host.data.resolve("extensions");
      host.await("the record", () -> Files.exists(records.resolve("old.json")));
      Files.move(records, home.resolve("aside"));
      Files.writeString(records, "in the way");
      BundleJar.named("old").version("2.0.0").starts("").in(host.deploy, "old.jar");
      Path hello = BundleJar.named("hello").starts("").in(home, "hello.jar");
      Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, host.loader.install(hello));
      assertEquals("HS-STORE-005", failed.cause().code());
      host.awaitRejected(1);
      assertEquals(List.of("old"), host.loader.list().stream().map(e -> e.name().value()).toList());
      host.awaitVersion("old", "1.0.0");
      assertInstanceOf(Outcome.Refused.class, host.loader.disable(new ExtensionName("old")));
      Files.delete(records);
      Files.move(home.resolve("aside"), records);
      assertInstanceOf(Outcome.Installed.class, host.loader.install(hello));
    }
  }

  @Test
  void aBundleThatSomebodyElseStoppedIsSaidAndEnabledAgain() throws Exception {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.context().getBundle(host.await("hello", ExtensionState.ACTIVE).bundle()).stop();
      assertEquals(
          "hello 1.0.0 is stopped: somebody stopped its bundle without asking the host",
          host.await("hello", ExtensionState.BROKEN).cause());
      host.loader.enable(HELLO);
      host.await("hello", ExtensionState.ACTIVE);
    }
  }

  @Test
  void nothingIsChangedBeforeTheStart() {
    try (TestHost host = new TestHost(home)) {
      host.loader.inspect();
      assertEquals(
          "HS-EXTENSION-017", refusal(host, BundleJar.named("a").in(home, "a.jar")).code());
    }
  }
}
