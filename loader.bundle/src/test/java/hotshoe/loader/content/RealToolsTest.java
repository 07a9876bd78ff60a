package hotshoe.loader.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people pack with the tools that they have is read; a tool that is not there is left out. */
class RealToolsTest {

  private static final String LONG = "a-rather-long-name-".repeat(9);

  @TempDir Path folder;

  @BeforeEach
  void plantATree() throws IOException {
    Path top = Files.createDirectories(folder.resolve("hello-main/bin")).getParent();
    Path run = Files.writeString(top.resolve("bin/run.sh"), "#!/bin/sh\n");
    assertTrue(run.toFile().setExecutable(true));
    Files.writeString(top.resolve("manifest.yaml"), "name: hello\n".repeat(1000));
    Files.writeString(top.resolve(LONG), "long");
    Files.createSymbolicLink(top.resolve("start"), Path.of("bin/run.sh"));
    Files.createLink(top.resolve("also"), run);
  }

  @ParameterizedTest
  @Proves("CS-31")
  @ValueSource(
      strings = {
        "tar cf out hello-main",
        "tar --format=pax -cf out hello-main",
        "tar --format=gnu -cf out ./hello-main",
        "tar czf out hello-main",
        "tar cJf out hello-main",
        "tar --zstd -cf out hello-main",
        "tar -cf - hello-main | xz -9 -T2 --check=sha256 > out",
        "tar -cf - hello-main | zstd -19 > out",
        "tar -cf - hello-main | gzip -9 -N > out",
        "zip -qry out.zip hello-main; mv out.zip out",
        "zip -qry0 out.zip hello-main; mv out.zip out",
      })
  void whatAToolPacksIsRead(String command) throws Exception {
    assumeTrue(run("set -e; " + command) == 0, "the tool is not there");
    Opening opening = new ArchiveReader().open("out", folder.resolve("out"));
    try (Contents whole =
        assertInstanceOf(Opening.Opened.class, opening, opening::toString).contents()) {
      hotshoe.archive.Contents contents = whole.unwrapped();
      assertEquals(Set.of("bin/run.sh", "manifest.yaml", LONG, "start", "also"), contents.names());
      assertEquals(Optional.of("bin/run.sh"), contents.link("start"));
      assertTrue(contents.isExecutable("bin/run.sh") && contents.isExecutable("also"));
      assertTrue(!contents.isExecutable("manifest.yaml"));
      assertEquals("#!/bin/sh\n", text(contents, "start"));
      assertEquals("#!/bin/sh\n", text(contents, "also"));
      assertEquals("name: hello\n".repeat(1000), text(contents, "manifest.yaml"));
    }
  }

  @Test
  void aWindowThatIsTooLargeIsSaidInWords() throws Exception {
    assumeTrue(run("tar -cf - hello-main | zstd --ultra -22 --long=27 > out") == 0);
    Opening opening = new ArchiveReader().open("out", folder.resolve("out"));
    assertEquals("HS-ARCHIVE-034", assertInstanceOf(Opening.Unfit.class, opening).problem().code());
  }

  private int run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    return process.waitFor();
  }

  private static String text(hotshoe.archive.Contents contents, String name) throws IOException {
    try (InputStream bytes = contents.open(name).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
