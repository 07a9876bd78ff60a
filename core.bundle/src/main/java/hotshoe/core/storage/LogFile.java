package hotshoe.core.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file that is written at its end. For one thread; a seam at which tests fill the disk. */
interface LogFile extends AutoCloseable {

  /** Opens a file for appending, and makes it when it is not there. */
  @FunctionalInterface
  interface Opener {
    LogFile open(Path path) throws IOException;
  }

  /** Adds bytes at the end; a failure may leave some of them. */
  void write(byte[] bytes, int length) throws IOException;

  /** Returns when its bytes are on the disk. */
  void force() throws IOException;

  /** Its length in bytes. */
  long length() throws IOException;

  /** Takes away what follows. */
  void cut(long length) throws IOException;

  @Override
  void close() throws IOException;

  /** A real file. No channel is used, for an interrupt would close it. */
  static LogFile open(Path path) throws IOException {
    if (!Files.exists(path)) {
      Path folder = Objects.requireNonNull(path.getParent(), "folder");
      Files.createFile(path, PrivateFile.fileAttributes(folder));
      PrivateFile.force(folder);
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      file.seek(file.length());
    } catch (IOException failure) {
      file.close();
      throw failure;
    }
    return new OnDisk(file);
  }

  /** The file of the system. */
  record OnDisk(RandomAccessFile file) implements LogFile {
    @Override
    public void write(byte[] bytes, int length) throws IOException {
      file.write(bytes, 0, length);
    }

    @Override
    public void force() throws IOException {
      file.getFD().sync();
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public void cut(long length) throws IOException {
      file.setLength(length);
      file.seek(length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
