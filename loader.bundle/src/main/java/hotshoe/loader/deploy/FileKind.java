package hotshoe.loader.deploy;

import hotshoe.loader.source.Signature;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a name in the deploy folder promises. */
public enum FileKind {
  /** An archive. */
  ARCHIVE,
  /** Somebody's temporary or hidden file, or a note to readers; nobody mentions it. */
  IGNORED,
  /** Something that is not taken; said once. */
  UNKNOWN;

  private static final Set<String> ARCHIVES =
      Set.of(".jar", ".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tzst");
  private static final Set<String> TEMPORARY =
      Set.of("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".swp", ".swx");

  /** What the name of a file promises. */
  public static FileKind of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.startsWith(".")
        || name.startsWith("~")
        || ends(name, TEMPORARY)
        || name.endsWith(Signature.ENDING)
        || isReadme(name)) {
      return IGNORED;
    }
    return ends(name, ARCHIVES) ? ARCHIVE : UNKNOWN;
  }

  /** Whether a file is there for a while only, because somebody edits or copies another. */
  static boolean isTemporary(String path) {
    return ends(path.toLowerCase(Locale.ROOT), TEMPORARY);
  }

  /** The archive that this is, or to which this is the signature. */
  public static String archiveOf(String fileName) {
    return fileName.endsWith(Signature.ENDING)
        ? fileName.substring(0, fileName.length() - Signature.ENDING.length())
        : fileName;
  }

  private static boolean ends(String name, Set<String> endings) {
    return endings.stream().anyMatch(name::endsWith);
  }

  private static boolean isReadme(String name) {
    return Stream.of("readme", "readme.md", "readme.txt").anyMatch(name::equals);
  }
}
