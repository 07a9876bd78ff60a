package hotshoe.shell.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the socket lies: in {@code data/run}, or, because the system takes only short paths, in a
 * private folder of the system's temporary folder; {@code data/run/shell.address} then says where.
 */
final class SocketPlace {

  private static final Logger LOG = LoggerFactory.getLogger(SocketPlace.class);

  /** The longest path that Linux (108) and macOS (104) take, with a reserve. */
  private static final int LONGEST = 100;

  private static final String PREFIX = "hotshoe-";
  private static final String NAME = "shell.sock";

  private final Path folder;
  private final Path address;

  SocketPlace(Path data) {
    this.folder = data.resolve("run");
    this.address = folder.resolve("shell.address");
  }

  /** Clears away what a killed host left, and says where the socket is to be. */
  Path prepare() throws IOException {
    PrivateFolder.make(folder);
    clear();
    Path usual = folder.resolve(NAME);
    if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return usual;
    }
    Path other = Files.createTempDirectory(PREFIX).resolve(NAME);
    Path draft = folder.resolve("shell.address.new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, PrivateFolder.forFile(draft));
    Files.writeString(draft, other + "\n");
    Files.move(draft, address, StandardCopyOption.ATOMIC_MOVE);
    return other;
  }

  /** Removes the socket and all that leads to it. */
  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
    if (Files.isRegularFile(address, LinkOption.NOFOLLOW_LINKS)) {
      clearTemporary(Path.of(Files.readString(address).strip()));
      Files.deleteIfExists(address);
    }
  }

  /** Touches nothing but what {@link #prepare()} makes. */
  private static void clearTemporary(Path socket) throws IOException {
    Path parent = socket.getParent();
    boolean ours =
        socket.endsWith(NAME)
            && parent != null
            && parent.getFileName() != null
            && parent.getFileName().toString().startsWith(PREFIX)
            && Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS);
    if (!ours) {
      return;
    }
    Files.deleteIfExists(socket);
    try {
      Files.deleteIfExists(parent);
    } catch (DirectoryNotEmptyException e) {
      LOG.debug("{} holds something else and stays", parent);
    }
  }
}
