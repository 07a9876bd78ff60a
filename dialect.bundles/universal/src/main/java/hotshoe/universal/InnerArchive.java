package hotshoe.universal;

import hotshoe.universal.ExtensionRoot.NotTaken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks through the zip archive in a template package, once, without unpacking it to a disk, and
 * keeps nothing but names and the manifest. Bounded in memory and time, whatever it says; archives
 * within it are files like others.
 */
final class InnerArchive {

  private static final int MOST_ENTRIES = 20_000;
  private static final int LONGEST_NAME = 1024;
  private static final long MOST_BYTES = 1L << 30;
  private static final long HONEST_BYTES = 64L << 20;
  private static final int MOST_RATIO = 200;
  private static final int LARGEST_MANIFEST = (1 << 20) + 1;

  private final Set<String> names = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private final byte[] buffer = new byte[1 << 16];
  private Optional<byte[]> manifest = Optional.empty();
  private final long most;
  private long bytes;

  private InnerArchive(long packed) {
    this.most = Math.min(MOST_BYTES, Math.max(HONEST_BYTES, packed * MOST_RATIO));
  }

  /**
   * Reads it to its end.
   *
   * @param packed how many bytes it has
   */
  static ExtensionRoot read(InputStream bytes, long packed) throws IOException {
    InnerArchive archive = new InnerArchive(packed);
    ZipInputStream zip = new ZipInputStream(bytes);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      archive.add(entry, zip);
    }
    if (archive.seen.isEmpty()) {
      throw new NotTaken("it is no zip archive, or an empty one");
    }
    return new ExtensionRoot(ExtensionRoot.INNER + "!", archive.names, archive.manifest);
  }

  private void add(ZipEntry entry, ZipInputStream zip) throws IOException {
    String name = entry.getName();
    check(name);
    if (entry.isDirectory()) {
      return;
    }
    names.add(name);
    if (name.equals(ExtensionRoot.MANIFEST)) {
      manifest = Optional.of(kept(zip));
    }
    for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
      count(count);
    }
  }

  private void check(String name) throws NotTaken {
    List<String> steps = List.of(name.split("/", -1));
    if (name.length() > LONGEST_NAME || seen.size() >= MOST_ENTRIES) {
      throw new NotTaken("it has too many files, or one with too long a name");
    }
    if (name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || steps.contains("..")
        || name.codePoints().anyMatch(InnerArchive::isTricky)) {
      throw new NotTaken("a name in it leaves the archive or is no name");
    }
    if (!seen.add(name)) {
      throw new NotTaken("a file stands in it twice");
    }
  }

  private static boolean isTricky(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT
        || character == 0xfffd;
  }

  /** The reader of manifests says what is too large; so one byte more than that is kept. */
  private byte[] kept(ZipInputStream zip) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(zip.readNBytes(LARGEST_MANIFEST));
    count(kept.size());
    return kept.toByteArray();
  }

  private void count(int more) throws NotTaken {
    bytes += more;
    if (bytes > most) {
      throw new NotTaken("it unpacks to more than " + (most >> 20) + " MB");
    }
  }
}
