package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that takes no more: the folder is to blame, not what was to be stored. */
class FullDiskTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path home;

  @Test
  void aFullDiskIsNotTheArchivesFault() throws IOException {
    assumeTrue(Files.exists(FULL), "only Linux has a device that is always full");
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("there").in(host.deploy, "there.jar");
      host.await("there", ExtensionState.ACTIVE);
      for (int copy = 2; copy < 10; copy++) {
        Files.createSymbolicLink(host.data.resolve("archives/.incoming-" + copy), FULL);
      }
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      assertSaid(host, "No space left on device");
      assertEquals(ExtensionState.ACTIVE, host.extension("there").state());

      for (int copy = 2; copy < 10; copy++) {
        Files.deleteIfExists(host.data.resolve("archives/.incoming-" + copy));
      }
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.ACTIVE);
      assertTrue(host.loader.rejected().isEmpty());
    }
  }

  @Test
  void aFolderThatIsNoneIsNotTheArchivesFaultEither() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path archives = host.data.resolve("archives");
      Files.delete(archives);
      Files.writeString(archives, "in the way");
      BundleJar.named("hello").in(host.deploy, "hello.jar");
      host.awaitRejected(1);
      assertSaid(host, "Not a directory");
    }
  }

  private static void assertSaid(TestHost host, String why) {
    String said = host.rejections().get(0);
    String expected =
        "HS-STORE-006: deploy/hello.jar cannot be copied into the data folder (data/archives): "
            + why
            + "; N MB are free there; make room on the disk, or let the host's user write there; "
            + "then touch the file or install it again";
    assertEquals(expected, said.replaceAll("\\d+ MB", "N MB"));
  }
}
