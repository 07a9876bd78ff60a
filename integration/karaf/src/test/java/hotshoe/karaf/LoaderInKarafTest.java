package hotshoe.karaf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives become bundles in Karaf, where nothing of a host is but the API, the loader and a
 * dialect.
 */
@Timeout(120)
class LoaderInKarafTest {

  @TempDir Path folder;

  @Test
  void archivesBecomeBundlesByKarafsOwnMeans() throws Exception {
    try (Karaf karaf = Karaf.started(folder.resolve("karaf"))) {
      String list = "bundle:list -t 0 -s --no-ellipsis";
      karaf.await(list, "hotshoe.cloudstack");
      aZipDroppedIntoTheDeployFolderIsStarted(karaf, list);
      aZipCanBeInstalledByItsUrl(karaf, list);
      aZipThatIsWrongIsSaidInWords(karaf);
    }
  }

  private void aZipDroppedIntoTheDeployFolderIsStarted(Karaf karaf, String list)
      throws IOException, InterruptedException {
    Path made = zip("dropped", "bin/run.sh");
    Files.move(made, karaf.deploy().resolve("dropped.zip"), StandardCopyOption.ATOMIC_MOVE);
    karaf.await(list, "cloudstack.dropped");
    assertTrue(
        row(karaf.await(list, "cloudstack.dropped"), "cloudstack.dropped").contains("Active"));
    Files.delete(karaf.deploy().resolve("dropped.zip"));
    long end = System.nanoTime() + 20_000_000_000L;
    while (karaf.shell(list).contains("cloudstack.dropped") && System.nanoTime() - end < 0) {
      Thread.sleep(200);
    }
    assertFalse(karaf.shell(list).contains("cloudstack.dropped"));
  }

  private void aZipCanBeInstalledByItsUrl(Karaf karaf, String list)
      throws IOException, InterruptedException {
    String said = karaf.shell("bundle:install -s ext:" + zip("by-url", "bin/run.sh").toUri());
    assertTrue(said.contains("Bundle ID"), () -> said);
    String row = row(karaf.await(list, "cloudstack.by-url"), "cloudstack.by-url");
    assertTrue(row.contains("Active") && row.contains("1.2.3"), row);
  }

  private void aZipThatIsWrongIsSaidInWords(Karaf karaf) throws IOException, InterruptedException {
    Path made = zip("wrong", "../../etc/passwd");
    Files.move(made, karaf.deploy().resolve("wrong.zip"), StandardCopyOption.ATOMIC_MOVE);
    String log = karaf.await("log:display", "HS-MANIFEST-");
    assertTrue(log.contains("spec.entrypoint.path"), () -> log);
  }

  private static String row(String table, String name) {
    return table.lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
  }

  private Path zip(String name, String entrypoint) throws IOException {
    Path file = folder.resolve(name + ".zip");
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(manifest(name, entrypoint).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("bin/run.sh"));
      zip.write("#!/bin/sh\necho '{\"status\": \"success\"}'\n".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String manifest(String name, String entrypoint) {
    return """
    apiVersion: cloudstack.apache.org/v1
    kind: OrchestratorExtension
    metadata:
      name: %s
      displayName: Dropped
      description: Starts machines elsewhere.
      version: 1.2.3
      maintainer: Somebody <somebody@example.com>
    spec:
      type: Orchestrator
      compatibility:
        cloudstack:
          minVersion: 4.20.0
      entrypoint:
        path: %s
    """
        .formatted(name, entrypoint);
  }
}
