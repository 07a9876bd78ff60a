package hotshoe.loader.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A detached signature as it came; nobody has looked at it yet.
 *
 * @param origin where it lay, as people may read it
 * @param bytes what it says; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Signature(String origin, byte[] bytes) {

  /** What the name of a signature ends with, after the whole name of its archive. */
  public static final String ENDING = ".minisig";

  /** A signature has a few hundred bytes; more is none. */
  static final int LARGEST = 1 << 14;

  /** The file that may hold the signature of an archive. */
  public static Path file(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ENDING);
  }

  /** What lies beside an archive and may be its signature. */
  public static Optional<byte[]> beside(Path archive) throws IOException {
    Path file = file(archive);
    return Files.isRegularFile(file) && Files.size(file) <= LARGEST
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }
}
