package hotshoe.loader.deploy;

import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A folder without what editors and copying programs leave in it for a while. */
public final class Lasting implements Contents {

  private final Contents all;
  private final SortedSet<String> names = new TreeSet<>();

  /** The contents of a folder. */
  public Lasting(Contents all) {
    this.all = all;
    all.names().stream().filter(name -> !FileKind.isTemporary(name)).forEach(names::add);
  }

  @Override
  public SortedSet<String> names() {
    return names;
  }

  @Override
  public Optional<Long> size(String name) {
    return names.contains(name) ? all.size(name) : Optional.empty();
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    return names.contains(name) ? all.open(name) : Optional.empty();
  }

  @Override
  public boolean isExecutable(String name) {
    return all.isExecutable(name);
  }

  @Override
  public Optional<String> link(String name) {
    return all.link(name);
  }

  @Override
  public boolean isZip() {
    return all.isZip();
  }
}
