package hotshoe.loader.form;

import hotshoe.archive.Contents;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes contents as a zip archive again, with their marks and links. The same contents give the
 * same bytes, as with {@link BundleWriter}, wherever they came from.
 */
public final class ArchiveWriter {

  private static final int LINK = 0120777;

  private final Contents contents;
  private final Map<String, byte[]> instead;
  private final Progress progress;
  private long written;

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {

    /** So many bytes have been written; what this throws ends the writing. */
    void at(long written) throws IOException;
  }

  private ArchiveWriter(Contents contents, Map<String, byte[]> instead, Progress progress) {
    this.contents = contents;
    this.instead = new TreeMap<>(instead);
    this.progress = progress;
  }

  /**
   * Writes an archive to a file, which may exist already.
   *
   * @param instead files that stand in it whatever the contents say: bytes by name
   * @param progress told how many bytes have been written, often
   * @throws IOException also when there are more than 65,535 files or 4 GB
   */
  public static void write(
      Contents contents, Map<String, byte[]> instead, Progress progress, Path target)
      throws IOException {
    new ArchiveWriter(contents, instead, progress).write(target);
  }

  private void write(Path target) throws IOException {
    TreeSet<String> names = new TreeSet<>(contents.names());
    names.addAll(instead.keySet());
    try (JarOutput zip = new JarOutput(target)) {
      for (String name : names) {
        Optional<String> link = instead.containsKey(name) ? Optional.empty() : contents.link(name);
        if (link.isPresent()) {
          zip.add(name, LINK, relative(name, link.get()).getBytes(StandardCharsets.UTF_8));
        } else {
          add(name, zip);
        }
      }
      zip.finish();
    }
  }

  private void add(String name, JarOutput zip) throws IOException {
    int mode = contents.isExecutable(name) ? BundleWriter.EXECUTABLE : BundleWriter.READABLE;
    byte[] other = instead.get(name);
    if (other != null) {
      zip.add(name, mode, other);
      return;
    }
    try (InputStream bytes = counted(contents.open(name).orElseThrow())) {
      zip.add(name, mode, bytes);
    }
  }

  /** A link is written as seen from its own folder. */
  private static String relative(String name, String target) {
    String[] from = name.split("/", -1);
    String[] to = target.split("/", -1);
    int same = 0;
    while (same < from.length - 1 && same < to.length - 1 && from[same].equals(to[same])) {
      same++;
    }
    StringBuilder path = new StringBuilder("../".repeat(from.length - 1 - same));
    return path.append(String.join("/", Arrays.asList(to).subList(same, to.length))).toString();
  }

  private InputStream counted(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read(byte[] block, int from, int length) throws IOException {
        int count = super.read(block, from, length);
        written += Math.max(0, count);
        progress.at(written);
        return count;
      }
    };
  }
}
