package hotshoe.loader.content;

import hotshoe.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers what an archive lists, and judges it as it comes: the names, their number, their sizes,
 * and whether each has a place of its own. For one archive, by one thread.
 */
final class TreeBuilder {

  private static final int LINK_LIMIT = 40;

  private final String origin;
  private final Limits limits;
  private final long packed;
  private final SafePath paths;
  private final TreeMap<String, Member.File> files = new TreeMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Map<String, String> folded = new HashMap<>();
  private Optional<Problem> collision = Optional.empty();
  private long entries;
  private long names;
  private long bytes;

  /**
   * For one archive.
   *
   * @param packed the archive's own size
   */
  TreeBuilder(String origin, Limits limits, long packed) {
    this.origin = origin;
    this.limits = limits;
    this.packed = packed;
    this.paths = new SafePath(origin, limits);
  }

  /** The path as it is known from here on; empty is the top itself. */
  String path(String written) throws NotTaken {
    return paths.of(written);
  }

  /** Counts something that takes room, whether it gets a place in the tree or not. */
  void count() throws NotTaken {
    entries++;
    if (entries > limits.entries()) {
      throw NotTaken.unfit(ContentProblems.tooMany(origin, limits.entries()));
    }
  }

  /** That a file of this size is coming; before anybody reads it. */
  void expect(String name, long size) throws NotTaken {
    if (size > limits.fileBytes()) {
      throw NotTaken.unfit(ContentProblems.largeFile(origin, name, limits.fileBytes()));
    }
    bytes += size;
    unpacks(bytes);
  }

  /** That the archive has unpacked to so much by now. */
  void unpacks(long unpacked) throws NotTaken {
    if (unpacked > limits.allBytes()) {
      throw NotTaken.unfit(ContentProblems.tooLarge(origin, limits.allBytes()));
    }
    if (limits.isBomb(packed, unpacked)) {
      throw NotTaken.unfit(ContentProblems.bomb(origin, limits.ratio()));
    }
  }

  /** That the disk does not take what is unpacked. */
  NotTaken noRoom(IOException failure) {
    return NotTaken.unfinished(ContentProblems.noRoom(origin, ContentProblems.words(failure)));
  }

  void add(Member member) throws NotTaken {
    count();
    if (member instanceof Member.Folder folder) {
      entries -= folders.contains(folder.name()) || folder.name().isEmpty() ? 0 : 1;
      folder(folder.name());
      return;
    }
    String name = member.name();
    if (name.isEmpty()) {
      throw NotTaken.unfit(ContentProblems.unsafeName(origin, name));
    }
    place(name);
    if (member instanceof Member.File file) {
      files.put(name, file);
    } else if (member instanceof Member.Link link) {
      links.put(name, paths.target(name, link.target()));
    }
  }

  /** A hard link: one file by another name. */
  void addAlias(String name, String target) throws NotTaken {
    Member.File file = files.get(paths.targetFromTop(name, target));
    if (file == null) {
      throw NotTaken.unfit(
          ContentProblems.linkNowhere(origin, name, target, "no file of that name comes before"));
    }
    add(new Member.File(name, file.size(), file.executable(), file.content()));
  }

  /** The tree, once everything has come. Closing it closes the resource. */
  Tree build(ArchiveKind kind, Closeable resource) throws NotTaken {
    Map<String, Member.File> led = new HashMap<>();
    for (String name : links.keySet()) {
      led.put(name, follow(name));
    }
    files.putAll(led);
    return new Tree(kind, files, links, collision, resource);
  }

  private Member.File follow(String name) throws NotTaken {
    String place = name;
    int steps = 0;
    while (links.containsKey(place) && steps++ < LINK_LIMIT) {
      place = links.get(place);
    }
    Member.File file = files.get(place);
    if (file == null) {
      String why = "there is no such file";
      if (links.containsKey(place)) {
        why = "the links lead round in a circle, or are too many";
      } else if (place.isEmpty() || folders.contains(place)) {
        why = "that is a folder, and only links to files are taken";
      }
      throw NotTaken.unfit(ContentProblems.linkNowhere(origin, name, links.get(name), why));
    }
    return file;
  }

  private void place(String name) throws NotTaken {
    if (files.containsKey(name) || links.containsKey(name)) {
      throw NotTaken.unfit(ContentProblems.twice(origin, name));
    }
    if (folders.contains(name)) {
      throw NotTaken.unfit(ContentProblems.fileAndFolder(origin, name));
    }
    note(name);
    int slash = name.lastIndexOf('/');
    if (slash >= 0) {
      folder(name.substring(0, slash));
    }
  }

  /** A folder may come before what lies in it, after it, more than once, or never. */
  private void folder(String path) throws NotTaken {
    String name = path;
    while (!name.isEmpty() && folders.add(name)) {
      if (files.containsKey(name) || links.containsKey(name)) {
        throw NotTaken.unfit(ContentProblems.fileAndFolder(origin, name));
      }
      count();
      note(name);
      name = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
  }

  private void note(String name) throws NotTaken {
    names += name.length();
    if (names > limits.allNames()) {
      throw NotTaken.unfit(ContentProblems.longNames(origin, limits.allNames()));
    }
    String other = folded.putIfAbsent(folded(name), name);
    if (other != null && !other.equals(name) && collision.isEmpty()) {
      collision = Optional.of(ContentProblems.collision(origin, other, name));
    }
  }

  /** By this name a disk that is careless about case, or about Unicode, knows it. */
  private static String folded(String name) {
    String composed =
        Normalizer.isNormalized(name, Normalizer.Form.NFKC)
            ? name
            : Normalizer.normalize(name, Normalizer.Form.NFKC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
