package hotshoe.loader.archive;

import hotshoe.loader.archive.Opening.Opened;
import hotshoe.loader.archive.Opening.Unfinished;
import hotshoe.loader.archive.Opening.Unfit;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens archives, and looks at every byte before anybody uses one: the table of contents, the
 * names, and the checksum of each entry.
 */
public final class ArchiveReader {

  /** What all entries together may unpack to. */
  static final long UNPACKED_LIMIT = 4L << 30;

  private final long unpackedLimit;

  /** A reader with the usual limits. */
  public ArchiveReader() {
    this(UNPACKED_LIMIT);
  }

  ArchiveReader(long unpackedLimit) {
    this.unpackedLimit = unpackedLimit;
  }

  /** Opens the archive in this file; {@code origin} is what people call it. */
  public Opening open(String origin, Path file) {
    try {
      if (Files.size(file) == 0) {
        return new Unfinished(ArchiveProblems.empty(origin));
      }
      return check(origin, new ZipFile(file.toFile()));
    } catch (IOException | IllegalArgumentException broken) {
      return new Unfinished(noZip(origin, file, broken));
    }
  }

  private Opening check(String origin, ZipFile zip) throws IOException {
    Opening opening = new Opened(new Contents(zip));
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (opening instanceof Opened && entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      unpacked += Math.max(0, entry.getSize());
      opening = check(origin, zip, entry, unpacked, buffer).orElse(opening);
    }
    if (!(opening instanceof Opened)) {
      zip.close();
    }
    return opening;
  }

  private Optional<Opening> check(
      String origin, ZipFile zip, ZipEntry entry, long unpacked, byte[] buffer) {
    if (isUnsafe(entry.getName())) {
      return Optional.of(new Unfit(ArchiveProblems.unsafeName(origin, entry.getName())));
    }
    if (unpacked > unpackedLimit) {
      return Optional.of(new Unfit(ArchiveProblems.tooLarge(origin, unpackedLimit)));
    }
    try {
      return isDamaged(zip, entry, buffer)
          ? Optional.of(
              new Unfinished(
                  ArchiveProblems.damagedEntry(
                      origin, entry.getName(), "its checksum does not fit")))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.of(
          new Unfinished(
              ArchiveProblems.damagedEntry(
                  origin, entry.getName(), "it cannot be unpacked: " + words(broken))));
    }
  }

  private static boolean isDamaged(ZipFile zip, ZipEntry entry, byte[] buffer) throws IOException {
    CRC32 checksum = new CRC32();
    long size = 0;
    try (InputStream bytes = zip.getInputStream(entry)) {
      int count = bytes.read(buffer);
      while (count >= 0 && size <= entry.getSize()) {
        checksum.update(buffer, 0, count);
        size += count;
        count = bytes.read(buffer);
      }
    }
    return size != entry.getSize() || checksum.getValue() != entry.getCrc();
  }

  /** A name that would leave the folder into which somebody unpacks the archive. */
  private static boolean isUnsafe(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0
        || Arrays.asList(name.split("/")).contains("..");
  }

  private static Problem noZip(String origin, Path file, Exception broken) {
    String message = words(broken);
    if (!beginsLikeZip(file)) {
      return ArchiveProblems.noZip(origin);
    }
    return message.contains("END header")
        ? ArchiveProblems.cutOff(origin)
        : ArchiveProblems.damaged(origin, message);
  }

  private static boolean beginsLikeZip(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] head = bytes.readNBytes(2);
      return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String words(Exception failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }
}
