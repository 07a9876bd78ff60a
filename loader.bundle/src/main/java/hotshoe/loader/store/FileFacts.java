package hotshoe.loader.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What can be known of a file without reading it. Equal facts mean the same bytes.
 *
 * @param size in bytes
 * @param modified when it was last written to
 * @param key what the file system knows it by: the inode, on Linux
 */
public record FileFacts(long size, Instant modified, String key) {

  /** Facts that fit no file: whoever compares with them has to read. */
  public static final FileFacts UNKNOWN = new FileFacts(-1, Instant.EPOCH, "");

  /**
   * Two writes within this time may leave the same modification time behind: the kernel's clock
   * ticks.
   */
  private static final Duration TICK = Duration.ofMillis(20);

  /** The same on file systems that know whole seconds only, some of them just every other one. */
  private static final Duration COARSE_TICK = Duration.ofSeconds(2);

  public FileFacts {
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(key, "key");
  }

  /** The facts of a file, links followed. */
  public static FileFacts of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class));
  }

  /** The facts that these attributes give. */
  public static FileFacts of(BasicFileAttributes attributes) {
    return new FileFacts(
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        String.valueOf(attributes.fileKey()));
  }

  /** The same file, with a signature beside it that has these facts. */
  public FileFacts signed(FileFacts signature) {
    Instant later = signature.modified.isAfter(modified) ? signature.modified : modified;
    return new FileFacts(
        size,
        later,
        key + " signed " + signature.key + " " + signature.size + " " + signature.modified);
  }

  /**
   * These facts, as far as they can be trusted by somebody who began to read the file at that
   * moment: a write right after the reading could have left the same facts.
   */
  public FileFacts trustedAt(Instant reading) {
    Duration tick = modified.getNano() == 0 ? COARSE_TICK : TICK;
    return reading.isAfter(modified.plus(tick)) ? this : UNKNOWN;
  }
}
