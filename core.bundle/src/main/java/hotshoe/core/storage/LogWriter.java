package hotshoe.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes batches of lines to the newest file and begins another in time. For one thread. */
final class LogWriter {

  private final LogFolder folder;
  private final LogFile.Opener opener;
  private LogFile file;
  private Path path;
  private long length;
  private boolean dirty;

  LogWriter(LogFolder folder, LogFile.Opener opener) {
    this.folder = folder;
    this.opener = opener;
  }

  /** Writes whole lines, all or none of them. */
  void write(byte[] lines, int size) throws IOException {
    openOne();
    try {
      file.write(lines, size);
    } catch (IOException failure) {
      takeBack(failure);
      throw failure;
    }
    length += size;
    dirty = true;
  }

  private void openOne() throws IOException {
    if (file != null && (folder.isFull(path, length) || !Files.exists(path))) {
      force();
      close();
    }
    if (file == null) {
      path = folder.writable();
      file = opener.open(path);
      length = cutTornEnd();
      folder.prune();
    }
  }

  /** A crash in the middle of a line leaves its beginning, which is no record. */
  private long cutTornEnd() throws IOException {
    long end = file.length();
    long whole = LogReader.whole(path, end);
    if (whole < end) {
      file.cut(whole);
    }
    return whole;
  }

  /** After a full disk, part of a line may be there; opening the file again would cut it too. */
  private void takeBack(IOException failure) {
    try {
      file.cut(length);
    } catch (IOException second) {
      failure.addSuppressed(second);
      abandon(failure);
    }
  }

  private void abandon(IOException failure) {
    try {
      file.close();
    } catch (IOException third) {
      failure.addSuppressed(third);
    }
    file = null; // null: opened again for the next batch
  }

  /** Returns when everything written is on the disk. */
  void force() throws IOException {
    if (dirty && file != null) {
      dirty = false;
      file.force();
    }
  }

  void close() throws IOException {
    if (file != null) {
      LogFile open = file;
      file = null; // null: nothing is open
      open.close();
    }
  }
}
