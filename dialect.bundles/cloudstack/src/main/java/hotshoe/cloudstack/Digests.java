package hotshoe.cloudstack;

import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Digests as manifests write them: {@code sha256:} or {@code sha512:} and hexadecimal digits. */
final class Digests {

  private static final int SHA512_DIGITS = 128;

  private Digests() {}

  /** The digits alone, in lower case. */
  static String digits(String written) {
    return written.substring(written.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** In which way a file is not the one that was digested; empty when it is. */
  static Optional<String> difference(String expected, Contents files, String name) {
    String digits = digits(expected);
    boolean isLong = digits.length() == SHA512_DIGITS;
    try (InputStream bytes = files.open(name).orElseThrow()) {
      String found = of(bytes, isLong ? "SHA-512" : "SHA-256");
      return found.equals(digits)
          ? Optional.empty()
          : Optional.of(
              "is not that of " + name + ", which is " + (isLong ? "sha512:" : "sha256:") + found);
    } catch (IOException unreadable) {
      return Optional.of("cannot be compared: " + unreadable.getMessage());
    }
  }

  private static String of(InputStream bytes, String algorithm) throws IOException {
    MessageDigest computation = computation(algorithm);
    byte[] buffer = new byte[1 << 16];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      computation.update(buffer, 0, count);
    }
    return HexFormat.of().formatHex(computation.digest());
  }

  private static MessageDigest computation(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has " + algorithm, impossible);
    }
  }
}
