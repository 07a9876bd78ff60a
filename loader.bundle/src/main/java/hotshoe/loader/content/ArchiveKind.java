package hotshoe.loader.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The kinds of archives, told apart by their first bytes and never by a name. */
public enum ArchiveKind {
  /** A zip archive; a jar is one. */
  ZIP("zip archive", ".zip"),
  /** A tar archive as it is. */
  TAR("tar archive", ".tar"),
  /** A tar archive, compressed by gzip. */
  TAR_GZ("tar.gz archive", ".tar.gz"),
  /** A tar archive, compressed by xz. */
  TAR_XZ("tar.xz archive", ".tar.xz"),
  /** A tar archive, compressed by zstd. */
  TAR_ZST("tar.zst archive", ".tar.zst"),
  /** A folder on disk. */
  FOLDER("folder", "");

  /** So many bytes are needed to tell: the head of a tar archive. */
  static final int HEAD = TarHeader.LENGTH;

  private final String words;
  private final String ending;

  ArchiveKind(String words, String ending) {
    this.words = words;
    this.ending = ending;
  }

  /** How names of such files end. */
  public String ending() {
    return ending;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /**
   * The kind that begins with these bytes. For the compressed kinds this is a promise only: whether
   * a tar archive is inside is seen when it is opened.
   *
   * @param head the first 512 bytes, or all of a shorter file
   */
  public static Optional<ArchiveKind> of(byte[] head) {
    if (begins(head, 'P', 'K')) {
      return Optional.of(ZIP);
    }
    if (begins(head, 0x1f, 0x8b)) {
      return Optional.of(TAR_GZ);
    }
    if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return Optional.of(TAR_XZ);
    }
    if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return Optional.of(TAR_ZST);
    }
    return TarHeader.isOne(head) ? Optional.of(TAR) : Optional.empty();
  }

  /** The kind that a file begins as. */
  public static Optional<ArchiveKind> of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return of(bytes.readNBytes(HEAD));
    }
  }

  private static boolean begins(byte[] head, int... magic) {
    boolean same = head.length >= magic.length;
    for (int at = 0; same && at < magic.length; at++) {
      same = (head[at] & 0xff) == magic[at];
    }
    return same;
  }
}
