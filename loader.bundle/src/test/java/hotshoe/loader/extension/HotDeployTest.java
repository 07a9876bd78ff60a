package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
