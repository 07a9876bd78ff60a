package hotshoe.loader.content;

import hotshoe.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;

/** The files and links of an archive of any kind, once all of them are known to be in order. */
final class Tree implements Contents {

  private final ArchiveKind kind;
  private final NavigableMap<String, Member.File> files;
  private final Map<String, String> links;
  private final Optional<Problem> collision;
  private final Closeable resource;

  /**
   * A tree.
   *
   * @param files by name; a link has the file to which it leads
   * @param links where each link leads
   * @param resource what is closed in the end
   */
  Tree(
      ArchiveKind kind,
      NavigableMap<String, Member.File> files,
      Map<String, String> links,
      Optional<Problem> collision,
      Closeable resource) {
    this.kind = kind;
    this.files = files;
    this.links = links;
    this.collision = collision;
    this.resource = resource;
  }

  @Override
  public ArchiveKind kind() {
    return kind;
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(files.navigableKeySet());
  }

  @Override
  public Optional<Long> size(String name) {
    return file(name).map(Member.File::size);
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    Optional<Member.File> file = file(name);
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().content().open());
  }

  @Override
  public boolean isExecutable(String name) {
    return file(name).map(Member.File::executable).orElse(false);
  }

  @Override
  public Optional<String> link(String name) {
    return Optional.ofNullable(links.get(name));
  }

  @Override
  public Optional<Problem> collision() {
    return collision;
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }

  private Optional<Member.File> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
