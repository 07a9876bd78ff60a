package hotshoe.loader.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a folder on disk as if it were an archive. Nobody may change it meanwhile; no link is
 * followed, not even in between. What git keeps of a working folder is no part of it.
 */
final class FolderReader {

  private static final String GIT = ".git";

  private final String origin;
  private final Limits limits;
  private final TreeBuilder tree;

  FolderReader(String origin, Limits limits, TreeBuilder tree) {
    this.origin = origin;
    this.limits = limits;
    this.tree = tree;
  }

  Tree read(Path folder) throws IOException {
    readFolder(folder, "");
    return tree.build(ArchiveKind.FOLDER, () -> {});
  }

  private void readFolder(Path folder, String prefix) throws IOException {
    for (Path path : list(folder)) {
      String written = path.getFileName().toString();
      if (written.equals(GIT)) {
        continue;
      }
      if (written.indexOf('/') >= 0) {
        throw NotTaken.unfit(ContentProblems.unsafeName(origin, written));
      }
      String name = tree.path(prefix + written);
      BasicFileAttributes facts =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (facts.isDirectory()) {
        tree.add(new Member.Folder(name));
        readFolder(path, name + "/");
      } else {
        add(path, name, facts);
      }
    }
  }

  private void add(Path path, String name, BasicFileAttributes facts) throws IOException {
    if (facts.isSymbolicLink()) {
      tree.add(new Member.Link(name, Files.readSymbolicLink(path).toString()));
    } else if (facts.isRegularFile()) {
      tree.expect(name, facts.size());
      Content content = () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
      tree.add(new Member.File(name, facts.size(), Files.isExecutable(path), content));
    } else {
      throw NotTaken.unfit(ContentProblems.special(origin, name));
    }
  }

  private List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.limit(limits.entries() + 1L).sorted().toList();
    }
  }
}
