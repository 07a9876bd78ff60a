package hotshoe.loader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What an archive holds, while it is open. Every byte has been checked before anybody sees it. */
public final class Contents implements hotshoe.archive.Contents, AutoCloseable {

  private final ZipFile zip;

  Contents(ZipFile zip) {
    this.zip = zip;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).forEach(names::add);
    return names;
  }

  @Override
  public Optional<Long> size(String name) {
    return Optional.ofNullable(zip.getEntry(name)).map(ZipEntry::getSize);
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
  }

  /** Java shows no marks of a zip archive. */
  @Override
  public boolean isExecutable(String name) {
    return false;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
