package hotshoe.loader.content;

/** One thing that an archive lists. Its name is already known to be a safe one. */
sealed interface Member {

  /** A path in the tree: names with {@code /} between them. */
  String name();

  /** A folder. */
  record Folder(String name) implements Member {}

  /** A file. */
  record File(String name, long size, boolean executable, Content content) implements Member {}

  /**
   * A symbolic link.
   *
   * @param target where it leads, as it is written in the archive
   */
  record Link(String name, String target) implements Member {}
}
