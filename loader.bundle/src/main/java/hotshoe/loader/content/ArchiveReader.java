package hotshoe.loader.content;

import hotshoe.loader.content.Opening.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Opens archives of every kind, and looks at every byte before anybody uses one: the table of
 * contents, the names, the links, the sizes, and the checksums. Bounded in memory and time by the
 * {@link Limits}, whatever the archive says. Safe for use by many threads at a time.
 */
public final class ArchiveReader {

  private final Limits limits;

  /** A reader with the usual limits. */
  public ArchiveReader() {
    this(Limits.USUAL);
  }

  /** A reader with other limits. */
  public ArchiveReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Opens the archive in this file, or the folder. What has to be unpacked for it is unpacked
   * beside it, into a file that is gone when the contents are closed, or when the opening fails.
   *
   * @param origin what people call it
   * @param path a file or folder that nobody changes any more
   */
  public Opening open(String origin, Path path) {
    try {
      return new Opened(read(origin, path));
    } catch (NotTaken end) {
      return end.opening();
    } catch (IOException failure) {
      return new Opening.Unfinished(
          ContentProblems.unreadable(origin, ContentProblems.words(failure)));
    }
  }

  private Tree read(String origin, Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      TreeBuilder tree = new TreeBuilder(origin, limits, Long.MAX_VALUE);
      return new FolderReader(origin, limits, tree).read(path);
    }
    long size = Files.size(path);
    if (size == 0) {
      throw NotTaken.unfinished(ContentProblems.empty(origin));
    }
    TreeBuilder tree = new TreeBuilder(origin, limits, size);
    ArchiveKind kind = ArchiveKind.of(head(path)).orElseThrow(() -> noArchive(origin));
    return switch (kind) {
      case ZIP -> new ZipReader(origin, limits, tree).read(path);
      case TAR -> readPlain(origin, path, tree);
      default -> readCompressed(origin, kind, path, tree);
    };
  }

  private Tree readPlain(String origin, Path path, TreeBuilder tree) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      new TarReader(origin, limits, new Resting(file), tree).readAll();
      return tree.build(ArchiveKind.TAR, file);
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  private Tree readCompressed(String origin, ArchiveKind kind, Path path, TreeBuilder tree)
      throws IOException {
    try (InputStream file = Files.newInputStream(path);
        Unpacking unpacking = new Unpacking(origin, kind, file, limits)) {
      Spool spool = new Spool(path, unpacking, tree);
      try {
        new TarReader(origin, limits, spool, tree).readAll();
        return tree.build(kind, spool);
      } catch (IOException | RuntimeException failure) {
        spool.close();
        throw failure;
      }
    }
  }

  private static NotTaken noArchive(String origin) {
    return NotTaken.unfinished(ContentProblems.noArchive(origin));
  }

  /** Whether a file begins like an archive. */
  public static boolean isArchive(Path file) throws IOException {
    return ArchiveKind.of(head(file)).isPresent();
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return bytes.readNBytes(ArchiveKind.HEAD);
    }
  }
}
