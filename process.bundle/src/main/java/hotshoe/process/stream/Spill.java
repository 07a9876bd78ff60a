package hotshoe.process.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file that has no name any more as soon as it is open, so that nobody sees it and nothing of it
 * is left, whatever happens to the host. Java closes it when nobody refers to it any more.
 */
final class Spill {

  private static final Set<StandardOpenOption> NAMELESS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final FileChannel channel;
  private long length;

  private Spill(FileChannel channel) {
    this.channel = channel;
  }

  static Spill in(Path folder) throws IOException {
    Path file = folder.resolve("output-" + UUID.randomUUID());
    return new Spill(FileChannel.open(file, NAMELESS, forOwner()));
  }

  private static FileAttribute<?>[] forOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      length += channel.write(bytes, length);
    }
  }

  InputStream open() throws IOException {
    if (!channel.isOpen()) {
      throw new IOException("the output has been closed");
    }
    return new Reading(channel, length);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a file without a name: nothing to flush
    }
  }

  /** Reads from the beginning, beside others. */
  private static final class Reading extends InputStream {

    private final FileChannel channel;
    private final long length;
    private long position;

    Reading(FileChannel channel, long length) {
      this.channel = channel;
      this.length = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (position >= length) {
        return -1;
      }
      int most = (int) Math.min(count, length - position);
      int got = channel.read(ByteBuffer.wrap(bytes, offset, most), position);
      position += Math.max(0, got);
      return got;
    }
  }
}
