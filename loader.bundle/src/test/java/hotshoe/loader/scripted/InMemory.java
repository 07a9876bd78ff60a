package hotshoe.loader.scripted;

import hotshoe.archive.Contents;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Contents that were never in an archive; what ends in {@code .sh} is executable.
 *
 * @param files their texts by name
 * @param links the file to which each leads, by name
 */
public record InMemory(Map<String, String> files, Map<String, String> links) implements Contents {
  public InMemory {
    files = Map.copyOf(files);
    links = Map.copyOf(links);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(files.keySet());
    names.addAll(links.keySet());
    return names;
  }

  @Override
  public Optional<Long> size(String name) {
    return text(name).map(text -> (long) text.getBytes(StandardCharsets.UTF_8).length);
  }

  @Override
  public Optional<InputStream> open(String name) {
    return text(name).map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(files.get(links.getOrDefault(name, name)));
  }

  @Override
  public boolean isExecutable(String name) {
    return name.endsWith(".sh");
  }

  @Override
  public Optional<String> link(String name) {
    return Optional.ofNullable(links.get(name));
  }
}
