package hotshoe.loader.store;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The installed extensions on disk:
 *
 * <pre>
 * archives/&lt;sha256&gt;        the bytes as they came
 * extensions/&lt;name&gt;.json   the record; its rename into place is the commit
 * </pre>
 *
 * A name that begins with a dot is not finished and is thrown away by {@link #recover}. Copies may
 * come in on many threads; everything else is called by one thread at a time.
 */
public final class Store {

  private static final String RECORD = ".json";
  private static final String UNFINISHED = ".";
  private static final int MANY = 8;
  private static final DateTimeFormatter ASIDE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final String shown;
  private final Path archives;
  private final Path extensions;
  private final Disk disk;
  private final AtomicLong incoming = new AtomicLong();
  private final Map<Digest, Integer> references = new HashMap<>();
  private final Map<ExtensionName, ExtensionRecord> committed = new HashMap<>();

  /** The store in a data folder. Nothing is touched yet. */
  public Store(Path data) {
    this(data, data.getFileName().toString());
  }

  /**
   * The same, for people.
   *
   * @param shown how people know the folder
   */
  public Store(Path data, String shown) {
    this(data, shown, new FileSystemDisk());
  }

  Store(Path data, Disk disk) {
    this(data, data.getFileName().toString(), disk);
  }

  private Store(Path data, String shown, Disk disk) {
    this.folder = data;
    this.shown = shown;
    this.archives = data.resolve("archives");
    this.extensions = data.resolve("extensions");
    this.disk = disk;
  }

  /**
   * Finds what is installed, and clears away what a crash left behind. A record that cannot be read
   * is set aside, never deleted.
   */
  public Recovery recover() {
    List<ExtensionRecord> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      disk.makeFolder(archives);
      disk.makeFolder(extensions);
      boolean complete = readRecords(found, problems);
      remember(found);
      clear(complete);
    } catch (IOException failure) {
      problems.add(StoreProblems.unusable(folder.toString(), failure));
    }
    return new Recovery(found, problems);
  }

  /** The file that holds an archive's bytes, whether it is there or not. */
  public Path archive(Digest digest) {
    return archives.resolve(digest.value());
  }

  /**
   * Copies an archive to where nobody else changes it. Discard or keep it afterwards.
   *
   * @throws NotStored when it can be read and the store does not take it; {@link #problem} says it
   *     in words
   */
  public Incoming receive(Path source) throws IOException {
    Path file = archives.resolve(UNFINISHED + "incoming-" + incoming.incrementAndGet());
    try {
      return new Incoming(file, disk.copy(source, file));
    } catch (IOException failure) {
      discardAfter(failure, file);
      throw failure;
    }
  }

  /**
   * A name for something that is being fetched: a file, or a folder with what it is made from.
   * Whoever writes there throws it away, or {@link #keep keeps} it.
   */
  public Path fetching() {
    return archives.resolve(UNFINISHED + "fetching-" + incoming.incrementAndGet());
  }

  /** Where one bundle may be written that nobody keeps. */
  public Path scratch() {
    return archives.resolve(UNFINISHED + "bundle-" + incoming.incrementAndGet());
  }

  /** That an archive from there cannot be copied into the store. */
  public Problem problem(String origin, NotStored failure) {
    return StoreProblems.notStored(origin, shown + "/archives", failure.failure(), free());
  }

  private Optional<Long> free() {
    try {
      return Optional.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  /** Throws away what is where {@link #fetching} said, if something is. */
  public void discard(Path fetching) throws IOException {
    disk.deleteAll(fetching);
  }

  /** Throws a copy away. */
  public void discard(Incoming copy) throws IOException {
    disk.delete(copy.file());
  }

  /** Gives a copy its place among the archives. It stays there once a record names it. */
  public void keep(Incoming copy) throws IOException {
    disk.rename(copy.file(), archive(copy.digest()));
  }

  /** Throws an archive away that was kept and that no record names. */
  public void forget(Digest digest) throws IOException {
    if (!references.containsKey(digest)) {
      disk.delete(archive(digest));
    }
  }

  /**
   * Writes records down, each at once and for good, together with the archives they name. When this
   * throws, none of those that {@link #committed} does not answer has been written.
   */
  public void commit(Collection<ExtensionRecord> changed) throws IOException {
    if (changed.isEmpty()) {
      return;
    }
    writeUnfinished(changed);
    disk.force(archives);
    List<Digest> unused = new ArrayList<>();
    try {
      for (ExtensionRecord extension : changed) {
        disk.rename(unfinished(extension.name()), file(extension.name()));
        unused.addAll(replace(extension.name(), Optional.of(extension)));
      }
    } finally {
      disk.force(extensions);
    }
    for (Digest digest : unused) {
      forget(digest);
    }
  }

  /** The disk takes its time over each, and does several in the time of one. */
  private void writeUnfinished(Collection<ExtensionRecord> changed) throws IOException {
    Stream<ExtensionRecord> each = changed.stream();
    try {
      (changed.size() < MANY ? each : each.parallel()).forEach(this::writeUnfinished);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private void writeUnfinished(ExtensionRecord extension) {
    try {
      if (!references.containsKey(extension.digest())) {
        disk.force(archive(extension.digest()));
      }
      byte[] text = RecordFormat.write(extension).getBytes(StandardCharsets.UTF_8);
      disk.write(unfinished(extension.name()), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes records, each at once and for good; then the archives that nobody names any more. */
  public void remove(Collection<ExtensionName> gone) throws IOException {
    if (gone.isEmpty()) {
      return;
    }
    List<Digest> unused = new ArrayList<>();
    try {
      for (ExtensionName name : gone) {
        disk.delete(file(name));
        unused.addAll(replace(name, Optional.empty()));
      }
    } finally {
      disk.force(extensions);
    }
    for (Digest digest : unused) {
      forget(digest);
    }
  }

  /** What is written down of an extension. */
  public Optional<ExtensionRecord> committed(ExtensionName name) {
    return Optional.ofNullable(committed.get(name));
  }

  private Path unfinished(ExtensionName name) {
    return extensions.resolve(UNFINISHED + name.folded() + RECORD);
  }

  private Path file(ExtensionName name) {
    return extensions.resolve(name.folded() + RECORD);
  }

  private void remember(List<ExtensionRecord> found) {
    references.clear();
    committed.clear();
    found.forEach(extension -> replace(extension.name(), Optional.of(extension)));
  }

  /** Notes what is written down now, and answers the archives that this left without a name. */
  private List<Digest> replace(ExtensionName name, Optional<ExtensionRecord> extension) {
    Optional<ExtensionRecord> before = Optional.ofNullable(committed.remove(name));
    extension.ifPresent(now -> committed.put(name, now));
    extension.stream()
        .flatMap(ExtensionRecord::archives)
        .forEach(digest -> references.merge(digest, 1, Integer::sum));
    List<Digest> unused = new ArrayList<>();
    before.stream()
        .flatMap(ExtensionRecord::archives)
        .filter(digest -> references.merge(digest, -1, Store::sumOrNothing) == null)
        .forEach(unused::add);
    return unused;
  }

  private static Integer sumOrNothing(Integer count, Integer change) {
    int sum = count + change;
    return sum == 0 ? null : Integer.valueOf(sum); // null: a map's way to remove an entry
  }

  private boolean readRecords(List<ExtensionRecord> found, List<Problem> problems)
      throws IOException {
    boolean complete = true;
    for (Path file : list(extensions)) {
      String name = file.getFileName().toString();
      if (name.startsWith(UNFINISHED)) {
        disk.delete(file);
      } else if (name.endsWith(RECORD)) {
        complete &= read(file, found, problems);
      } else {
        complete = false;
      }
    }
    return complete;
  }

  private boolean read(Path file, List<ExtensionRecord> found, List<Problem> problems)
      throws IOException {
    try {
      ExtensionRecord extension =
          RecordFormat.read(Files.readString(file)).withEach(this::measured);
      if (!file.equals(file(extension.name()))) {
        throw new IllegalArgumentException("it is the record of '" + extension.name() + "'");
      }
      found.add(extension);
      return true;
    } catch (IOException | RuntimeException malformed) {
      problems.add(setAside(file, malformed));
      return false;
    }
  }

  /** A record of the first format does not say how large an archive is. */
  private KeptVersion measured(KeptVersion version) {
    if (version.size() != KeptVersion.UNKNOWN) {
      return version;
    }
    try {
      return version.sized(Files.size(archive(version.digest())));
    } catch (IOException missing) {
      return version.sized(0);
    }
  }

  private Problem setAside(Path file, Exception malformed) throws IOException {
    String name = file.getFileName().toString();
    String aside = name + ".broken-" + ASIDE.format(Instant.now());
    String why =
        malformed instanceof IOException failure
            ? StoreProblems.words(failure)
            : String.valueOf(malformed.getMessage());
    disk.rename(file, extensions.resolve(aside));
    return StoreProblems.recordSetAside(
        "extensions/" + name, "extensions/" + aside, why.lines().findFirst().orElse(""));
  }

  /**
   * Unfinished copies go, and archives that no record names; but as long as a record lies aside,
   * the archives it may name stay.
   */
  private void clear(boolean complete) throws IOException {
    Set<String> kept = new HashSet<>();
    references.keySet().forEach(digest -> kept.add(digest.value()));
    for (Path file : list(archives)) {
      String name = file.getFileName().toString();
      if (name.startsWith(UNFINISHED)) {
        disk.deleteAll(file);
      } else if (complete && Digest.isDigest(name) && !kept.contains(name)) {
        disk.delete(file);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void discardAfter(IOException failure, Path file) {
    try {
      disk.delete(file);
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }
}
