package hotshoe.loader.store;

import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk whose plug is pulled at a step: that step is done in part, and nothing is done afterwards.
 */
final class FailingDisk implements Disk {

  private final Disk real = new FileSystemDisk();
  private int left;

  FailingDisk(int steps) {
    this.left = steps;
  }

  /** Whether there were fewer steps than it was to bear. */
  boolean survived() {
    return left >= 0;
  }

  private boolean isLast() throws IOException {
    if (left < 0) {
      throw new IOException("the plug is pulled");
    }
    left--;
    return left < 0;
  }

  private static IOException pulled() {
    return new IOException("the plug was pulled just now");
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    if (isLast()) {
      throw pulled();
    }
    real.makeFolder(folder);
  }

  @Override
  public Digest copy(Path from, Path to) throws IOException {
    if (isLast()) {
      Files.write(to, half(Files.readAllBytes(from)));
      throw pulled();
    }
    return real.copy(from, to);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    if (isLast()) {
      Files.write(file, half(bytes));
      throw pulled();
    }
    real.write(file, bytes);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    if (isLast()) {
      throw pulled();
    }
    real.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (isLast()) {
      throw pulled();
    }
    real.delete(file);
  }

  @Override
  public void deleteAll(Path path) throws IOException {
    if (isLast()) {
      throw pulled();
    }
    real.deleteAll(path);
  }

  @Override
  public void force(Path path) throws IOException {
    if (isLast()) {
      throw pulled();
    }
    real.force(path);
  }
}
