package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deploy folder while the host runs. */
class HotDeployTest {

  @TempDir Path home;

  @Test
  @Proves("INM-01")
  void aDroppedJarIsActiveAndADeletedOneIsGone() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      assertEquals("", host.await("hello", ExtensionState.ACTIVE).cause());
      assertEquals(List.of("hello options", "hello 1.0.0 start"), host.takeJournal());

      Files.delete(jar);
      host.awaitGone("hello");
      assertEquals(List.of("hello retire", "hello 1.0.0 stop"), host.takeJournal());
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void aReplacedJarIsUpgraded() {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      host.takeJournal();
      BundleJar.named("hello").version("1.1.0").starts("").in(host.deploy, "hello.jar");
      host.awaitVersion("hello", "1.1.0");
      assertEquals(
          List.of("hello retire", "hello 1.0.0 stop", "hello options", "hello 1.1.0 start"),
          host.takeJournal());
    }
  }

  @Test
  void aDeployFolderThatCannotBeUsedIsSaidOnceAndPickedUpWhenItIsMended() throws IOException {
    Path deploy = Files.writeString(home.resolve("deploy"), "in the way");
    TestConfiguration configuration = new TestConfiguration(home);
    try (TestHost host = new TestHost(configuration.set("deploy", "deploy"))) {
      List<Problem> problems = host.loader.start();
      assertEquals(List.of("HS-DEPLOY-003"), problems.stream().map(Problem::code).toList());
      Files.delete(deploy);
      Files.createDirectory(deploy);
      BundleJar.named("hello").starts("").in(deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      BundleJar.named("later").starts("").in(deploy, "later.jar");
      host.await("later", ExtensionState.ACTIVE);
    }
  }

  @Test
  void aSlowCopyIsTakenOnceItIsWhole() throws Exception {
    byte[] bytes = BundleJar.named("hello").starts("").ballast(100_000).bytes();
    try (TestHost host = TestHost.started(home)) {
      try (OutputStream copy = Files.newOutputStream(host.deploy.resolve("hello.jar"))) {
        for (int at = 0; at < bytes.length; at += 10_000) {
          copy.write(bytes, at, Math.min(10_000, bytes.length - at));
          Thread.sleep(30);
          assertTrue(at + 10_000 >= bytes.length || host.loader.list().isEmpty());
        }
      }
      host.await("hello", ExtensionState.ACTIVE);
      assertEquals(List.of("hello options", "hello 1.0.0 start"), host.takeJournal());
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void aJarOverwrittenInItsPlaceIsUpgraded() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      for (int version = 1; version <= 20; version++) {
        Files.write(jar, BundleJar.named("hello").version("1." + version).starts("").bytes());
      }
      host.awaitVersion("hello", "1.20.0");
      assertTrue(host.loader.rejected().isEmpty(), () -> host.rejections().toString());
    }
  }

  @Test
  @Proves("INM-05")
  void aBrokenJarIsReportedOnceAndTriedAgainWhenItChanges() throws Exception {
    byte[] whole = BundleJar.named("hello").starts("").bytes();
    try (TestHost host = TestHost.started(home)) {
      Path jar = host.deploy.resolve("hello.jar");
      Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
      host.awaitRejected(1);
      var first = host.loader.rejected().get(0);
      assertEquals("deploy/hello.jar", first.origin());
      Files.write(
          jar,
          Arrays.copyOfRange(whole, whole.length / 2, whole.length),
          StandardOpenOption.APPEND);
      host.await("hello", ExtensionState.ACTIVE);
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void aBurstIsTakenInBatches() {
    try (TestHost host = TestHost.started(home)) {
      for (int at = 0; at < 500; at++) {
        BundleJar.named("burst" + at).starts("").in(host.deploy, "burst" + at + ".jar");
      }
      host.await("500 starts", () -> host.journal.size() >= 1000);
      host.await("500 to be active", () -> active(host) == 500);
      assertEquals(500, starts(host));
    }
  }

  private static long active(TestHost host) {
    return host.loader.list().stream()
        .filter(extension -> extension.state() == ExtensionState.ACTIVE)
        .count();
  }

  private static long starts(TestHost host) {
    return host.takeJournal().stream().filter(line -> line.endsWith("start")).count();
  }

  @Test
  void aRenamedJarGoesOnWithoutAStop() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      host.takeJournal();
      Files.move(jar, host.deploy.resolve("hello-1.0.0.jar"), StandardCopyOption.ATOMIC_MOVE);
      host.await(
          "the other name",
          () -> host.has("hello") && host.extension("hello").origin().endsWith("hello-1.0.0.jar"));
      assertEquals(List.of(), host.takeJournal());
    }
  }

  @Test
  void ofTwoJarsWithOneIdentityTheSecondStandsBackUntilTheFirstGoes() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path first = BundleJar.named("hello").starts("").in(host.deploy, "first.jar");
      host.await("hello", ExtensionState.ACTIVE);
      BundleJar.named("other")
          .extension("hello")
          .version("2.0.0")
          .starts("")
          .in(host.deploy, "second.jar");
      BundleJar.named("Hello").in(host.deploy, "third.jar");
      BundleJar.named("org.apache.felix.scr").in(host.deploy, "zscr.jar");
      host.awaitRejected(3);
      Golden.check("clashes.txt", host.rejections());
      Files.delete(first);
      host.awaitVersion("hello", "2.0.0");
      assertEquals("deploy/second.jar", host.extension("hello").origin());
      host.awaitRejected(2);
    }
  }

  @Test
  void hiddenAndTemporaryNamesFoldersAndNotesArePassedOver() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      byte[] hello = BundleJar.named("hello").bytes();
      for (String name :
          List.of(".hello.jar", "hello.jar.tmp", "hello.jar.part", "hello.jar~", "README")) {
        Files.write(host.deploy.resolve(name), hello);
      }
      Files.createDirectory(host.deploy.resolve("folder.jar"));
      Files.write(host.deploy.resolve("folder.jar/hello.jar"), hello);
      Files.write(host.deploy.resolve("hello.txt"), hello);
      host.awaitRejected(1);
      assertEquals(
          List.of(
              "HS-DEPLOY-002: the file is not taken (deploy/hello.txt): "
                  + "names of archives end in .jar, .zip, .tar, .tar.gz, .tgz, .tar.xz or .tar.zst; "
                  + "rename it if it is an extension, or remove it"),
          host.rejections());
      BundleJar.named("last").in(host.deploy, "last.jar");
      host.await("last", ExtensionState.ACTIVE);
      assertEquals(1, host.loader.list().size());
      Files.move(host.deploy.resolve("hello.jar.tmp"), host.deploy.resolve("hello.jar"));
      host.await("hello", ExtensionState.ACTIVE);
    }
  }

  @Test
  void linksAreFollowedAndDanglingOnesReported() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path target = BundleJar.named("hello").in(home, "built.jar");
      Path link = Files.createSymbolicLink(host.deploy.resolve("hello.jar"), target);
      host.await("hello", ExtensionState.ACTIVE);
      Files.createSymbolicLink(host.deploy.resolve("lost.jar"), home.resolve("nowhere.jar"));
      host.awaitRejected(1);
      assertEquals("the link leads nowhere", host.loader.rejected().get(0).problems().get(0).why());
      assertInstanceOf(
          Outcome.Uninstalled.class, host.loader.uninstall(new ExtensionName("hello")));
      assertTrue(Files.notExists(link) && Files.exists(target));
    }
  }

  /** The memory of a process is a file that nobody can read from its start, not even root. */
  @Test
  void aFileThatCannotBeReadIsReportedAndTakenOnceItCan() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path deployed = host.deploy.resolve("hello.jar");
      Files.createSymbolicLink(deployed, Path.of("/proc/self/mem"));
      host.awaitRejected(1);
      Path jar = BundleJar.named("hello").in(home, "hello.jar");
      Files.move(jar, deployed, StandardCopyOption.REPLACE_EXISTING);
      host.await("hello", ExtensionState.ACTIVE);
    }
  }

  @Test
  void aFolderThatGoesAndComesBackIsLookedAtAsAWhole() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      BundleJar.named("world").in(host.deploy, "world.jar");
      host.await("hello", ExtensionState.ACTIVE);
      host.await("world", ExtensionState.ACTIVE);
      Path aside = Files.move(host.deploy, home.resolve("aside"));
      Files.delete(aside.resolve("world.jar"));
      BundleJar.named("newcomer").in(aside, "newcomer.jar");
      Files.move(aside, host.deploy);
      host.await("newcomer", ExtensionState.ACTIVE);
      host.awaitGone("world");
      assertTrue(host.has("hello"));
      BundleJar.named("next").in(host.deploy, "next.jar");
      host.await("next", ExtensionState.ACTIVE);
    }
  }

  @Test
  void aFolderThatIsDeletedAndMadeAgainIsWatchedAgain() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      Files.delete(jar);
      Files.delete(host.deploy);
      Files.createDirectory(host.deploy);
      host.awaitGone("hello");
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
    }
  }

  @Test
  void whatChangedWhileTheHostWasDownIsFoundAtTheNextStart() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      for (String name : List.of("stays", "changes", "goes")) {
        BundleJar.named(name).starts("").in(host.deploy, name + ".jar");
        host.await(name, ExtensionState.ACTIVE);
      }
    }
    Path deploy = home.resolve("deploy");
    BundleJar.named("changes").version("2.0.0").starts("").in(deploy, "changes.jar");
    BundleJar.named("comes").starts("").in(deploy, "comes.jar");
    Files.delete(deploy.resolve("goes.jar"));
    try (TestHost host = new TestHost(home)) {
      assertEquals(List.of(), host.loader.start());
      assertEquals(
          List.of("changes 2.0.0", "comes 1.0.0", "stays 1.0.0"),
          host.loader.list().stream()
              .map(extension -> extension.name() + " " + extension.version())
              .toList());
      assertEquals(
          List.of("changes 2.0.0 start", "comes 1.0.0 start", "stays 1.0.0 start"),
          host.takeJournal().stream().filter(line -> line.endsWith("start")).toList());
    }
  }

  @Test
  void aBrokenFileAtTheStartIsAmongWhatIsWrong() throws IOException {
    Files.createDirectories(home.resolve("deploy"));
    Files.writeString(home.resolve("deploy/bad.jar"), "PK nothing");
    BundleJar.named("hello").in(home.resolve("deploy"), "hello.jar");
    try (TestHost host = new TestHost(home)) {
      assertEquals(
          List.of("HS-ARCHIVE-003"), host.loader.start().stream().map(Problem::code).toList());
      assertEquals(ExtensionState.ACTIVE, host.extension("hello").state());
    }
  }

  @Test
  void nothingIsTakenInAfterTheClose() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path jar = BundleJar.named("hello").in(home, "hello.jar");
      host.loader.close();
      Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, host.loader.install(jar));
      assertEquals("HS-EXTENSION-017", refused.problems().get(0).code());
      assertEquals(List.of(), host.loader.list());
    }
  }

  @Test
  void noThreadIsLeftBehindByAHost() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (TestHost host = TestHost.started(home)) {
        BundleJar.named("hello" + round).starts("").in(host.deploy, round + ".jar");
        host.await("hello" + round, ExtensionState.ACTIVE);
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (ownThreads() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(0, ownThreads());
  }

  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("hotshoe-"))
        .count();
  }

  @Test
  void nothingIsLeftBehindByComingsAndGoings() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      int bundles = host.context().getBundles().length;
      List<Path> files = files(host);
      for (int round = 0; round < 30; round++) {
        Path jar = BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
        host.await("hello", ExtensionState.ACTIVE);
        Files.delete(jar);
        host.awaitGone("hello");
      }
      host.await("the bundles to be freed", () -> host.context().getBundles().length == bundles);
      host.await("the files to be freed", () -> files(host).equals(files));
    }
  }

  private static List<Path> files(TestHost host) {
    try (Stream<Path> files = Files.walk(host.data)) {
      return new ArrayList<>(files.sorted().toList());
    } catch (IOException | UncheckedIOException vanished) {
      return List.of();
    }
  }
}
