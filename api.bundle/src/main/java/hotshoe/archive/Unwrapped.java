package hotshoe.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Contents seen from within the only folder at their top. */
record Unwrapped(Contents whole, String top) implements Contents {

  /** The folder in which all of these lie. */
  static Optional<String> topOf(Set<String> names) {
    Optional<String> top =
        names.stream()
            .findFirst()
            .filter(name -> name.indexOf('/') > 0)
            .map(name -> name.substring(0, name.indexOf('/')));
    return top.filter(folder -> names.stream().allMatch(name -> name.startsWith(folder + "/")));
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    whole.names().forEach(name -> names.add(inside(name)));
    return names;
  }

  @Override
  public Optional<Long> size(String name) {
    return whole.size(outside(name));
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    return whole.open(outside(name));
  }

  @Override
  public boolean isExecutable(String name) {
    return whole.isExecutable(outside(name));
  }

  @Override
  public Optional<String> link(String name) {
    return whole.link(outside(name)).map(this::inside);
  }

  @Override
  public Optional<String> topFolder() {
    return Optional.empty();
  }

  @Override
  public String nameInArchive(String name) {
    return whole.nameInArchive(outside(name));
  }

  private String outside(String name) {
    return top + "/" + name;
  }

  private String inside(String name) {
    return name.substring(top.length() + 1);
  }
}
