package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstalledVersion;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.loader.signature.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the deploy folder whose signatures lie beside them, and come when they come. */
class SignedDeployTest {

  @TempDir Path home;

  @Test
  void whereSignaturesAreRequiredOneMayComeAMomentLaterThanItsArchive() throws Exception {
    Signer acme = signer();
    Path archive = WordsArchive.of("greeter", "1.0.0").in(home, "greeter.zip");
    try (TestHost host = started("require")) {
      Files.copy(archive, host.deploy.resolve("greeter.zip"));
      Thread.sleep(200);
      assertEquals(List.of(), host.rejections(), "whoever copies two copies one first");
      Files.writeString(
          host.deploy.resolve("greeter.zip.minisig"), acme.signOldWay(archive, "it is ours"));
      host.await("greeter", ExtensionState.ACTIVE);
      assertTrue(signer(host).orElseThrow().startsWith("acme"), signer(host)::toString);
      assertEquals(List.of(), host.rejections());
    }
    try (TestHost host = started("require")) {
      assertEquals(ExtensionState.ACTIVE, host.extension("greeter").state());
      assertTrue(signer(host).isPresent(), "who signed it is remembered");
    }
  }

  @Test
  void anArchiveWithoutItsSignatureIsRejectedUntilThatComes() throws Exception {
    Signer acme = signer();
    Path archive = WordsArchive.of("greeter", "1.0.0").in(home, "greeter.zip");
    try (TestHost host = started("require")) {
      Files.copy(archive, host.deploy.resolve("greeter.zip"));
      host.awaitRejected(1);
      assertTrue(host.rejections().get(0).startsWith("HS-SIGNATURE-"), host.rejections()::toString);
      Path signature = host.deploy.resolve("greeter.zip.minisig");
      Files.writeString(signature, acme.signOldWay(archive, "it is ours").replace('A', 'B'));
      Files.writeString(signature, acme.signOldWay(archive, "it is ours"));
      host.await("greeter", ExtensionState.ACTIVE);
      assertEquals(List.of(), host.rejections());
    }
  }

  @Test
  void whereSignaturesAreWishedForTheSignerIsRecordedWhenTheSignatureComes() throws Exception {
    Signer acme = signer();
    Path archive = WordsArchive.of("greeter", "1.0.0").in(home, "greeter.zip");
    try (TestHost host = started("warn")) {
      Files.copy(archive, host.deploy.resolve("greeter.zip"));
      host.await("greeter", ExtensionState.ACTIVE);
      assertEquals(Optional.empty(), signer(host));
      Files.writeString(
          host.deploy.resolve("greeter.zip.minisig"), acme.signOldWay(archive, "it is ours"));
      host.await("the signer", () -> signer(host).isPresent());
      assertEquals(1, host.loader.versions(new ExtensionName("greeter")).size());
    }
  }

  private Signer signer() throws Exception {
    Signer acme = new Signer(1);
    acme.trustIn(home.resolve("etc/trusted-keys"), "acme");
    return acme;
  }

  private static Optional<String> signer(TestHost host) {
    InstalledVersion version = host.loader.versions(new ExtensionName("greeter")).get(0);
    return version.provenance().signer();
  }

  private TestHost started(String policy) {
    TestHost host = new TestHost(new TestConfiguration(home).set("signatures.policy", policy));
    host.loader.learn(new WordsDialect());
    host.loader.start();
    return host;
  }
}
