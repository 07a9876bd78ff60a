package hotshoe.core.storage;

import java.time.Duration;
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

  /** Adds a record; the line is made on the writing thread. */
  void append(Supplier<String> line);

  /** Returns when everything appended before is on disk (fsync). */
  void flush();

  /** How many records were dropped because the disk did not keep up or was full. */
  long dropped();

  /** Flushes and ends the writing thread. */
  @Override
  void close();
}
