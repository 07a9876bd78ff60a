package hotshoe.loader.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A quick look at a file's end: whether it may be whole. A file that is still being copied mostly
 * lacks its end, so that it need not be read as a whole at every change.
 */
public final class ArchiveEnd {

  private static final int XZ_MAGIC = 2;

  private ArchiveEnd() {}

  /** Whether the file may be whole. For gzip and zstd, the end does not say. */
  public static boolean isPresent(Path file) throws IOException {
    byte[] head;
    try (InputStream bytes = Files.newInputStream(file)) {
      head = bytes.readNBytes(ArchiveKind.HEAD);
    }
    ArchiveKind kind = ArchiveKind.of(head).orElse(ArchiveKind.ZIP);
    return switch (kind) {
      case ZIP -> ZipEnd.isPresent(file);
      case TAR -> TarHeader.isEmpty(tail(file, TarHeader.LENGTH));
      case TAR_XZ -> new String(tail(file, XZ_MAGIC), StandardCharsets.US_ASCII).equals("YZ");
      default -> true;
    };
  }

  private static byte[] tail(Path file, int length) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(Math.max(0, Files.size(file) - length));
      return bytes.readNBytes(length);
    }
  }
}
