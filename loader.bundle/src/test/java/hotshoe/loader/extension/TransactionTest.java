package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.Golden;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/**
 * Installing, upgrading, going back and uninstalling by hand, with archives of a foreign format.
 */
class TransactionTest {

  private static final ExtensionName GREETER = new ExtensionName("greeter");

  @TempDir Path home;

  @Test
  void aHigherVersionIsAnUpgradeAndTheSameBytesAreNothing() throws IOException {
    try (TestHost host = started()) {
      assertInstanceOf(Outcome.Installed.class, install(host, "1.0.0"));
      Outcome.Upgraded upgraded = assertInstanceOf(Outcome.Upgraded.class, install(host, "1.1.0"));
      assertEquals(new Version("1.0.0"), upgraded.before());
      assertInstanceOf(Outcome.AlreadyPresent.class, install(host, "1.1.0"));
      assertEquals(List.of("1.1.0", "1.0.0"), versions(host));
    }
  }

  @Test
  void whatIsNotHigherIsRefusedUnlessItIsForced() throws IOException {
    try (TestHost host = started()) {
      install(host, "1.1.0");
      Path other = WordsArchive.of("greeter", "1.1.0").saying("other").in(home, "other.zip");
      Path lower = WordsArchive.of("greeter", "1.0.0").in(home, "lower.zip");
      Path twin = WordsArchive.of("Greeter", "2.0.0").in(home, "twin.zip");
      List<String> refusals = new ArrayList<>();
      for (Path each : List.of(other, lower, twin)) {
        refusals.add(refusal(host.loader.install(each)));
      }
      refusals.add(refusal(host.loader.rollback(GREETER, Optional.empty())));
      refusals.add(refusal(host.loader.rollback(GREETER, Optional.of(new Version("0.9")))));
      Golden.check(
          "refused-versions.txt",
          refusals.stream().map(line -> line.replace(home.toString(), "HOME")).toList());
      assertNothingTemporary(1);

      assertInstanceOf(Outcome.Upgraded.class, forced(host, other));
      assertInstanceOf(Outcome.Upgraded.class, forced(host, lower));
      assertEquals(List.of("1.0.0", "1.1.0", "1.1.0"), versions(host));
    }
  }

  @Test
  void oneGoesBackToAnyVersionThatIsKeptAndForthAgain() throws IOException {
    try (TestHost host = started()) {
      for (String version : List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0")) {
        install(host, version);
      }
      assertEquals(List.of("1.4.0", "1.3.0", "1.2.0", "1.1.0"), versions(host));
      Outcome.RolledBack back =
          assertInstanceOf(
              Outcome.RolledBack.class,
              host.loader.rollback(GREETER, Optional.of(new Version("1.1.0"))));
      assertEquals(new Version("1.4.0"), back.before());
      assertEquals(ExtensionState.ACTIVE, back.extension().state());
      assertEquals(List.of("1.1.0", "1.4.0", "1.3.0", "1.2.0"), versions(host));
      assertInstanceOf(Outcome.RolledBack.class, host.loader.rollback(GREETER, Optional.empty()));
      assertEquals(List.of("1.4.0", "1.1.0", "1.3.0", "1.2.0"), versions(host));
    }
    try (TestHost again = started()) {
      assertEquals(List.of("1.4.0", "1.1.0", "1.3.0", "1.2.0"), versions(again));
      assertEquals(ExtensionState.ACTIVE, again.extension("greeter").state());
    }
  }

  @Test
  void aVersionThatWasDamagedInTheStoreIsNotGoneBackTo() throws IOException {
    try (TestHost host = started()) {
      install(host, "1.0.0");
      install(host, "1.1.0");
      String digest = host.loader.versions(GREETER).get(1).digest();
      Path archive = host.data.resolve("archives").resolve(digest);
      byte[] bytes = Files.readAllBytes(archive);
      bytes[bytes.length / 2]++;
      Files.write(archive, bytes);
      assertTrue(
          refusal(host.loader.rollback(GREETER, Optional.empty())).startsWith("HS-STORE-008"));
      assertTrue(Files.exists(archive), "it may still be of use to somebody");
      Files.delete(archive);
      assertTrue(
          refusal(host.loader.rollback(GREETER, Optional.empty())).startsWith("HS-STORE-007"));
      assertEquals("1.1.0", host.extension("greeter").version().toString());
    }
  }

  @Test
  void whatTheDeployFolderHoldsStaysLeftUntilItHoldsSomethingElse() throws IOException {
    try (TestHost host = started()) {
      WordsArchive.of("greeter", "1.0.0").in(host.deploy, "greeter.zip");
      host.awaitVersion("greeter", "1.0.0");
      WordsArchive.of("greeter", "1.1.0").in(host.deploy, "greeter.zip");
      host.awaitVersion("greeter", "1.1.0");
      assertInstanceOf(Outcome.RolledBack.class, host.loader.rollback(GREETER, Optional.empty()));
      Path file = host.deploy.resolve("greeter.zip");
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    }
    try (TestHost host = started()) {
      assertEquals("1.0.0", host.extension("greeter").version().toString());
      assertEquals("deploy/greeter.zip", host.extension("greeter").origin());
      assertInstanceOf(
          Outcome.Upgraded.class,
          host.loader.install(host.deploy.resolve("greeter.zip")),
          "somebody wants it after all");
    }
  }

  @Test
  void theArchiveIsGivenBackByteForByteAndItsProvenanceIsRecorded() throws IOException {
    Path archive = WordsArchive.of("greeter", "1.0.0").in(home, "whatever");
    byte[] bytes = Files.readAllBytes(archive);
    try (TestHost host = started()) {
      host.loader.install(
          InstallRequest.of("upload"), new ByteArrayInputStream(bytes), InstallListener.NONE);
      ExportedArchive export = host.loader.export(GREETER).orElseThrow();
      assertEquals("greeter-1.0.0.zip", export.fileName());
      try (var stream = export.bytes()) {
        assertArrayEquals(bytes, stream.readAllBytes());
      }
      InstalledVersion version = host.loader.versions(GREETER).get(0);
      assertEquals(bytes.length, version.size());
      assertEquals(export.digest(), version.digest());
      assertEquals("upload", version.provenance().origin());
      assertTrue(version.current());
    }
  }

  @Test
  @Proves("CS-39")
  void anExtensionThatDoesNotWantToRunIsInstalledDisabled() throws IOException {
    try (TestHost host = started()) {
      Path shy = WordsArchive.of("shy", "1.0.0").saying(WordsDialect.DISABLED).in(home, "shy.zip");
      assertDisabled(host.loader.install(shy), "its manifest says so");
      Path quiet = WordsArchive.of("quiet", "1.0.0").in(home, "quiet.zip");
      assertDisabled(
          host.loader.install(
              InstallRequest.of(quiet.toString()).withoutStarting(), InstallListener.NONE),
          "it was installed without being started");
      host.loader.enable(new ExtensionName("shy"));
      Path newer =
          WordsArchive.of("shy", "1.1.0").saying(WordsDialect.DISABLED).in(home, "shy.zip");
      host.loader.install(newer);
      host.await("shy", ExtensionState.ACTIVE);
    }
    try (TestHost again = started()) {
      assertEquals("it was installed without being started", again.extension("quiet").cause());
    }
  }

  private static void assertDisabled(Outcome outcome, String cause) {
    Extension extension = assertInstanceOf(Outcome.Installed.class, outcome).extension();
    assertEquals(ExtensionState.DISABLED, extension.state());
    assertEquals(cause, extension.cause());
  }

  @Test
  void uninstallingKeepsOrCleansWhatTheExtensionWrote() throws IOException {
    try (TestHost host = started()) {
      Path own = host.data.resolve("own/greeter");
      install(host, "1.0.0");
      Files.createDirectories(own.resolve("deep"));
      Files.writeString(own.resolve("deep/state"), "mine");
      assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(GREETER, true));
      assertTrue(Files.exists(own.resolve("deep/state")));
      install(host, "1.0.0");
      assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(GREETER, false));
      assertFalse(Files.exists(own));
      try (Stream<Path> left = Files.list(own.getParent())) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  @Test
  void dataThatWasToGoIsGoneAfterACrash() throws IOException {
    Path own = home.resolve("data/own");
    Files.createDirectories(own.resolve("greeter"));
    Files.createDirectories(own.resolve("other"));
    Files.writeString(own.resolve(".leaving-greeter"), "greeter");
    started().close();
    try (Stream<Path> left = Files.list(own)) {
      assertEquals(List.of(own.resolve("other")), left.toList());
    }
  }

  @Test
  void anExtensionWaitsForItsDialectAndStartsWhenItComes() throws IOException {
    try (TestHost host = started()) {
      install(host, "1.0.0");
      host.await("greeter", ExtensionState.ACTIVE);
    }
    delete(home.resolve("data/framework"));
    WordsArchive.of("dropped", "1.0.0").in(home.resolve("deploy"), "dropped.zip");
    try (TestHost host = TestHost.started(home)) {
      assertEquals(ExtensionState.WAITING, host.extension("greeter").state());
      assertEquals(
          "it waits for the dialect 'words': it is written in that format, and nothing here reads"
              + " it",
          host.extension("greeter").cause());
      assertEquals(1, host.loader.rejected().size());
      WordsDialect words = new WordsDialect();
      host.loader.learn(words);
      host.await("greeter", ExtensionState.ACTIVE);
      host.await("dropped", ExtensionState.ACTIVE);
      host.loader.forget(words);
      host.await("greeter", ExtensionState.WAITING);
      host.loader.learn(words);
      host.await("greeter", ExtensionState.ACTIVE);
    }
  }

  private TestHost started() {
    TestHost host = new TestHost(home);
    host.loader.learn(new WordsDialect());
    host.loader.start();
    return host;
  }

  private Outcome install(TestHost host, String version) throws IOException {
    return host.loader.install(
        WordsArchive.of("greeter", version).in(home, "greeter-" + version + ".zip"));
  }

  private static Outcome forced(TestHost host, Path archive) {
    return host.loader.install(
        InstallRequest.of(archive.toString()).forced(), InstallListener.NONE);
  }

  private static List<String> versions(TestHost host) {
    return host.loader.versions(GREETER).stream().map(each -> each.version().toString()).toList();
  }

  private static String refusal(Outcome outcome) {
    Problem problem = assertInstanceOf(Outcome.Refused.class, outcome).problems().get(0);
    return problem.sentence();
  }

  private void assertNothingTemporary(int archives) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("data/archives"))) {
      assertEquals(archives, files.count());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
