package hotshoe.loader.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A compressed tar archive on its way through: it is unpacked once, into one private file, and its
 * files are read from there. The file lies beside the archive. Where the system can, it loses its
 * name as soon as it is open, so that no end of the process leaves it behind; elsewhere its name
 * begins with a dot, which the store throws away at its start.
 */
final class Spool implements Passage, Closeable {

  private static final int BUFFER = 1 << 17;
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final InputStream unpacked;
  private final TreeBuilder tree;
  private final Path path;
  private final FileChannel file;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long position;

  /**
   * Begins.
   *
   * @param unpacked the archive's bytes, as they are unpacked; somebody else closes it
   * @param tree is told how many they become
   */
  Spool(Path archive, InputStream unpacked, TreeBuilder tree) throws IOException {
    this.unpacked = unpacked;
    this.tree = tree;
    this.path = create(archive.toAbsolutePath().getParent());
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static Path create(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? Files.createTempFile(folder, ".unpacked-", ".tar", PRIVATE)
        : Files.createTempFile(folder, ".unpacked-", ".tar");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int read(byte[] block) throws IOException {
    int count = 0;
    while (count < block.length && fill()) {
      int part = Math.min(block.length - count, to - from);
      System.arraycopy(buffer, from, block, count, part);
      advance(part);
      count += part;
    }
    return count;
  }

  @Override
  public boolean pass(long count) throws IOException {
    long left = count;
    while (left > 0 && fill()) {
      int part = (int) Math.min(left, to - from);
      advance(part);
      left -= part;
    }
    return left == 0;
  }

  @Override
  public Content passed(long from, long count) {
    return () -> new Slice(file, from, count);
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private void advance(int count) {
    from += count;
    position += count;
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, unpacked.readNBytes(buffer, 0, buffer.length));
    tree.unpacks(position + to);
    write(ByteBuffer.wrap(buffer, 0, to));
    return to > 0;
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException failure) {
      throw tree.noRoom(failure);
    }
  }
}
