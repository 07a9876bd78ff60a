package hotshoe.loader.store;

import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.nio.file.Path;

/** Every way in which the store changes the disk, so that a test can pull the plug at each. */
interface Disk {

  /** Makes a folder with its parents, if it is not there. */
  void makeFolder(Path folder) throws IOException;

  /**
   * Copies a file. {@link #force} the copy before anything relies on it.
   *
   * @throws NotStored when the file can be read, and the copy cannot be written
   */
  Digest copy(Path from, Path to) throws IOException;

  /** Writes a file; when this returns, its bytes are on the disk. */
  void write(Path file, byte[] bytes) throws IOException;

  /** Gives a file another name, at once and replacing what had it. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file, if it is there; a folder that holds something stays, and that is said. */
  void delete(Path file) throws IOException;

  /** Deletes a file, or a folder with all that is in it, if it is there. */
  void deleteAll(Path path) throws IOException;

  /** Returns when a file's bytes, or the names in a folder, are on the disk. */
  void force(Path path) throws IOException;
}
