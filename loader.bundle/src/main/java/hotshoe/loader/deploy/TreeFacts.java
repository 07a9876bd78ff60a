package hotshoe.loader.deploy;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.FileFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be known of a folder and all that is in it without reading the files. */
final class TreeFacts extends SimpleFileVisitor<Path> {

  /** More than an archive may have; whoever reads the folder will say so. */
  private static final int MOST = 200_000;

  private final Path top;
  private final SortedMap<String, String> entries = new TreeMap<>();
  private long size;
  private Instant latest = Instant.EPOCH;

  private TreeFacts(Path top) {
    this.top = top;
  }

  /** The facts of a folder: its size is that of all files, its change the latest of any. */
  static FileFacts of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    TreeFacts facts = new TreeFacts(real);
    Files.walkFileTree(real, facts);
    return facts.facts();
  }

  private FileFacts facts() {
    MessageDigest computation = Digest.computation();
    entries.forEach(
        (name, entry) ->
            computation.update((name + "\0" + entry + "\n").getBytes(StandardCharsets.UTF_8)));
    return new FileFacts(size, latest, "tree " + Digest.of(computation));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return note(folder, attributes);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    size += attributes.size();
    return note(file, attributes);
  }

  private FileVisitResult note(Path path, BasicFileAttributes attributes) {
    Instant modified = attributes.lastModifiedTime().toInstant();
    if (modified.isAfter(latest)) {
      latest = modified;
    }
    entries.put(
        top.relativize(path).toString(),
        attributes.size()
            + " "
            + modified
            + " "
            + attributes.fileKey()
            + (Files.isExecutable(path) ? " x" : ""));
    return entries.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  /** Went while it was looked at, or must not be looked at: reading will tell. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    entries.put(top.relativize(file).toString(), "unreadable");
    return FileVisitResult.CONTINUE;
  }
}
