package hotshoe.fuzz;

import hotshoe.archive.Contents;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Contents that were never in an archive. */
record InMemory(Map<String, byte[]> files) implements Contents {

  InMemory {
    files = new TreeMap<>(files);
  }

  @Override
  public Set<String> names() {
    return files.keySet();
  }

  @Override
  public Optional<Long> size(String name) {
    return Optional.ofNullable(files.get(name)).map(bytes -> (long) bytes.length);
  }

  @Override
  public Optional<InputStream> open(String name) {
    return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
  }

  @Override
  public boolean isExecutable(String name) {
    return true;
  }
}
