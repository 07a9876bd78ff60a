package hotshoe.core.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lines of JSON in files of a folder, the oldest first; only ever appended to. Written behind by a
 * thread of its own: {@link #append} never waits for the disk. Safe for use by many threads.
 */
public interface RecordLog extends AutoCloseable {

  /**
   * What it may grow to.
   *
   * @param fileBytes a file that has reached this is followed by another
   * @param totalBytes beyond this the oldest files are deleted
   * @param age files whose last record is older are deleted
   * @param waiting records that may wait to be written; more are dropped and counted
   */
  record Bounds(long fileBytes, long totalBytes, Duration age, int waiting) {}

  /** A record that is still to be written. */
  @FunctionalInterface
  interface Entry {
    /** Writes one JSON object, on the writing thread; nothing, when it is not wanted any more. */
    void write(RecordLine line);
  }

  /**
   * Adds a record; the line is made on the writing thread, and an empty one is not written.
   *
   * @return false when it was dropped, for too many are waiting or the log is closed
   */
  boolean append(Entry entry);

  /** The same with a line that is made as text. */
  default boolean append(Supplier<String> line) {
    return append(bytes -> bytes.line(line.get()));
  }

  /**
   * The latest records, oldest first; those appended before this call are among them. Lines that
   * are no JSON objects are left out.
   */
  List<String> latest(int count);

  /**
   * Reads every record of earlier processes, oldest first, on the writing thread before anything
   * more is written. A file with a line that the reader does not take is set aside as {@code
   * *.broken}; what was read of it before counts. A last line that was never ended is cut off.
   *
   * @param reader false, or a RuntimeException, when it does not understand the line
   */
  CompletableFuture<Void> replay(Predicate<String> reader);

  /** Returns when everything appended before is on disk (fsync), or was dropped. */
  void flush();

  /** How many records were dropped because the disk did not keep up or was full. */
  long dropped();

  /** Flushes and ends the writing thread. */
  @Override
  void close();
}
