package hotshoe.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketPlaceTest {

  @TempDir private Path folder;

  @Test
  void usuallyTheSocketLiesInTheDataFolder() throws IOException {
    assertEquals(folder.resolve("run/shell.sock"), new SocketPlace(folder).prepare());
  }

  @Test
  void whereThePathIsTooLongItLiesInAPrivateTemporaryFolderThatTheAddressNames()
      throws IOException {
    Path data = folder.resolve("a-folder-with-a-very-long-name-".repeat(3)).resolve("data");
    SocketPlace place = new SocketPlace(data);
    Path socket = place.prepare();
    Path address = data.resolve("run/shell.address");
    assertEquals(socket.toString(), Files.readString(address).strip());
    assertEquals("rwx------", mode(socket.getParent()));
    assertEquals("rw-------", mode(address));
    Files.writeString(socket, "a socket");

    Path next = place.prepare();
    assertFalse(Files.exists(socket.getParent()), "what a killed host left is cleared away");
    Files.writeString(next, "a socket");
    place.clear();
    assertFalse(Files.exists(next.getParent()));
    assertFalse(Files.exists(address));
  }

  @Test
  void anAddressThatLeadsElsewhereIsNotFollowed() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("shell.sock"), "precious");
    PrivateFolder.make(folder.resolve("run"));
    Files.writeString(
        folder.resolve("run/shell.address"), precious.resolve("shell.sock").toString());
    new SocketPlace(folder).prepare();
    assertTrue(Files.exists(precious.resolve("shell.sock")));
  }

  @Test
  void aLinkInThePlaceOfTheFolderIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("run"), elsewhere);
    assertThrows(IOException.class, () -> new SocketPlace(folder).prepare());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
