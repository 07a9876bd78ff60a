package hotshoe.loader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The SHA-256 of an archive: what it is kept under.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Digest(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a SHA-256: '" + value + "'");
    }
  }

  /** Whether a file name could be a digest. */
  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }

  /** The digest that has been computed; this resets the computation. */
  public static Digest of(MessageDigest computed) {
    return new Digest(HexFormat.of().formatHex(computed.digest()));
  }

  /** The digest of a file. */
  public static Digest of(Path file) throws IOException {
    MessageDigest computed = computation();
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        computed.update(buffer, 0, count);
      }
    }
    return of(computed);
  }

  /** A new computation. */
  public static MessageDigest computation() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
