package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code bin/hotshoe} does before there is a Java machine, and for the next start. */
@ExtendWith(Homes.class)
class StartScriptTest {

  @Test
  void anOldJavaIsRefusedInWords(Home home) throws IOException {
    Path java = Files.createDirectories(home.folder().resolve("old/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.folder().resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    home.environment("JAVA_HOME", home.folder().resolve("old").toString());
    HotshoeProcess process = home.run("version");
    assertEquals(4, process.awaitEnd());
    assertFalse(
        process
            .lines("^hotshoe: .*old/bin/java is version 11.0.2; 17 or newer is needed$")
            .isEmpty(),
        process::toString);
  }

  @Test
  void aJavaHomeWithoutJavaIsRefusedInWords(Home home) {
    home.environment("JAVA_HOME", home.folder().toString());
    HotshoeProcess process = home.run("version");
    assertEquals(4, process.awaitEnd());
    assertFalse(process.lines("there is no bin/java in it").isEmpty(), process::toString);
  }

  @Test
  void theFirstRunLeavesAnArchiveThatTheNextOneUses(Home home) throws IOException {
    Path archives = home.folder().resolve("with blank/archives");
    home.environment("HOTSHOE_CLASS_ARCHIVE", archives.toString());
    HotshoeProcess first = home.start("-o", "gateway.port=0");
    first.await("the archive is written", () -> !archivesIn(archives).isEmpty());
    assertEquals(0, first.stop());
    List<Path> written = archivesIn(archives);
    assertEquals(1, written.size());

    Path classes = home.folder().resolve("classes.txt");
    home.environment("HOTSHOE_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
    HotshoeProcess second = home.start("-o", "gateway.port=0");
    assertEquals(0, second.stop());
    assertEquals(written, archivesIn(archives));
    try (Stream<String> lines = Files.lines(classes)) {
      assertTrue(
          lines.anyMatch(
              line -> line.contains("hotshoe.runtime.Main ") && line.contains("shared objects")));
    }
    assertEquals(List.of(), second.lines("(?i)warning|error"));
  }

  private static List<Path> archivesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return Home.attempt(
        () -> {
          try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
          }
        });
  }
}
