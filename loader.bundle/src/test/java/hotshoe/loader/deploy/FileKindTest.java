package hotshoe.loader.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names promise. */
class FileKindTest {

  @ParameterizedTest
  @ValueSource(strings = {"hello.jar", "HELLO.JAR", "a b.jar", "1.0.jar", "é.jar"})
  void jarsAreArchives(String name) {
    assertEquals(FileKind.ARCHIVE, FileKind.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hello.jar",
        "hello.jar.tmp",
        "hello.jar.part",
        "hello.jar~",
        ".hello.jar.swp",
        "~hello.jar",
        "hello.jar.filepart",
        "hello.jar.crdownload",
        "README",
        "readme.md"
      })
  void hiddenAndTemporaryNamesArePassedOver(String name) {
    assertEquals(FileKind.IGNORED, FileKind.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello.txt", "hello.gz", "jar", "hello.jar.txt", "README.jar.old"})
  void othersAreUnknown(String name) {
    assertEquals(FileKind.UNKNOWN, FileKind.of(name));
  }
}
