package hotshoe.core.resource;

import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All resources, in memory and on disk, one {@link KindStore} a kind. Knows no callers. */
final class Stock {

  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

  private final Path folder;
  private final AtomicLong generation = new AtomicLong();
  private final Map<String, KindStore> kinds = new ConcurrentHashMap<>();

  private Stock(Path folder) {
    this.folder = folder;
  }

  /** What a folder holds; what cannot be read is told in the log, and the rest goes on. */
  static Stock open(Path folder) {
    Stock stock = new Stock(folder);
    if (Files.exists(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
        files.forEach(stock::read);
      } catch (IOException failure) {
        LOG.error("{}", ResourceProblems.unreadableFolder(failure).sentence());
      }
    }
    return stock;
  }

  private void read(Path file) {
    String fileName = Objects.requireNonNull(file.getFileName(), "file name").toString();
    String folded = fileName.substring(0, fileName.length() - KindStore.ENDING.length());
    KindStore kind = new KindStore(folder, folded);
    kind.read().ifPresent(problem -> LOG.error("{}", problem.sentence()));
    kinds.put(folded, kind);
  }

  /** The kinds that hold anything, by name. */
  List<Shelf> shelves() {
    return kinds.values().stream()
        .map(KindStore::shelf)
        .filter(shelf -> !shelf.isEmpty())
        .sorted(Comparator.comparing(Shelf::kind))
        .toList();
  }

  /** What a kind holds, whatever the case it is written in; empty when that is nothing. */
  Optional<Shelf> shelf(String kind) {
    return Optional.ofNullable(kinds.get(folded(kind)))
        .map(KindStore::shelf)
        .filter(shelf -> !shelf.isEmpty());
  }

  /** All that a reference may mean. */
  List<Resource> find(Ref ref) {
    Stream<Shelf> shelves = ref.kind().isEmpty() ? shelves().stream() : shelf(ref.kind()).stream();
    return shelves.map(shelf -> shelf.byId().get(ref.id())).filter(Objects::nonNull).toList();
  }

  /**
   * Takes a step; when this returns it is on disk.
   *
   * @param kind well-formed
   * @return what the step said
   * @throws ProblemException when the disk refuses, or the kind is known in another case
   */
  boolean change(String kind, Change change) {
    KindStore store = kinds.computeIfAbsent(folded(kind), folded -> new KindStore(folder, folded));
    boolean changed = store.change(kind, change);
    if (changed) {
      generation.incrementAndGet();
    }
    return changed;
  }

  long generation() {
    return generation.get();
  }

  private static String folded(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }
}
