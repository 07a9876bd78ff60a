package hotshoe.core.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  @TempDir Path home;

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    assertEquals(Optional.empty(), file().read());
  }

  @Test
  void theNewContentTakesThePlaceOfTheOldAndNothingElseIsLeft() throws IOException {
    file().replace(bytes("old"));
    file().replace(bytes("ne"), bytes("w"));
    assertArrayEquals(bytes("new"), file().read().orElseThrow());
    assertEquals(List.of("users.json"), names());
  }

  @Test
  void nobodyButTheOwnerCanReadItOrLookIntoItsFolder() throws IOException {
    file().replace(bytes("x"));
    assertEquals("rw-------", permissions(file().path()));
    assertEquals("rwx------", permissions(file().path().getParent()));
  }

  @Test
  void whatACrashLeftInItsPlaceIsNoHindrance() throws IOException {
    file().replace(bytes("old"));
    Path unfinished = Files.writeString(file().path().resolveSibling(".users.json.part"), "hal");
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-rw-rw-"));
    file().replace(bytes("new"));
    assertArrayEquals(bytes("new"), file().read().orElseThrow());
    assertEquals("rw-------", permissions(file().path()));
  }

  @Test
  void aFailureLeavesTheOldContent() throws IOException {
    file().replace(bytes("old"));
    Path inTheWay = file().path().resolveSibling(".users.json.part");
    Files.writeString(Files.createDirectory(inTheWay).resolve("something"), "");
    assertThrows(IOException.class, () -> file().replace(bytes("new")));
    assertArrayEquals(bytes("old"), file().read().orElseThrow());
  }

  @Test
  void anInterruptedThreadWritesItAllTheSameAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    file().replace(bytes("new"));
    assertTrue(Thread.interrupted());
    assertArrayEquals(bytes("new"), file().read().orElseThrow());
  }

  @Test
  void whatIsSetAsideIsStillThereUnderAnotherName() throws IOException {
    file().replace(bytes("?"));
    Path aside = file().setAside();
    assertEquals(Optional.empty(), file().read());
    assertEquals("?", Files.readString(aside));
    assertTrue(aside.getFileName().toString().startsWith("users.json.unreadable-"));
  }

  private PrivateFile file() {
    return new PrivateFile(home.resolve("data").resolve("users.json"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(file().path().getParent())) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
