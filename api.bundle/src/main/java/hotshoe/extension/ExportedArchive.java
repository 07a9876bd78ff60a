package hotshoe.extension;

import java.io.InputStream;
import java.util.Objects;

/**
 * The archive of an installed extension, byte for byte as it came.
 *
 * @param fileName a name to save it under, such as {@code hello-1.2.0.zip}
 * @param digest its SHA-256, 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param bytes the archive; whoever asked for it closes it
 */
public record ExportedArchive(String fileName, String digest, long size, InputStream bytes) {
  public ExportedArchive {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(bytes, "bytes");
  }
}
