package hotshoe.core.resource;

import hotshoe.core.storage.PrivateFile;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The resources of one kind and their file. Whoever is let in writes what all who wait want, so
 * that many who change a kind at the same time share a write. Safe for use by many threads; reading
 * never waits.
 */
final class KindStore {

  static final String ENDING = ".json";

  private static final Granted ABANDONED =
      new Granted(
          false,
          Optional.of(
              ResourceProblems.notWritten("a kind", "the thread that wrote it died of it")));

  private final String folded;
  private final PrivateFile file;
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();

  /** What is written for a resource, so that a change writes one anew and not all; guarded. */
  private final Map<String, Line> lines = new HashMap<>();

  private volatile Shelf shelf;

  private record Line(Resource resource, byte[] json) {}

  private record Wish(String kind, Change change, CompletableFuture<Granted> granted) {}

  private record Granted(boolean changed, Optional<Problem> problem) {}

  /** A kind of which nothing is known yet. */
  KindStore(Path folder, String folded) {
    this.folded = folded;
    this.file = new PrivateFile(folder.resolve(folded + ENDING));
    this.shelf = Shelf.empty("");
  }

  Shelf shelf() {
    return shelf;
  }

  /** Reads the file; one that cannot be read is set aside, and why is returned. */
  Optional<Problem> read() {
    try {
      Optional<byte[]> content = file.read();
      if (content.isPresent()) {
        shelf = ShelfFormat.read(content.get(), folded);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException failure) {
      return Optional.of(setAside(failure));
    }
  }

  private Problem setAside(Exception failure) {
    try {
      return ResourceProblems.setAside(file.path(), file.setAside(), failure);
    } catch (IOException second) {
      failure.addSuppressed(second);
      return ResourceProblems.setAside(file.path(), file.path(), failure);
    }
  }

  /** Takes a step, alone or together with others who wait. */
  boolean change(String kind, Change change) {
    Wish wish = new Wish(kind, change, new CompletableFuture<>());
    wishes.add(wish);
    synchronized (lines) {
      if (!wish.granted().isDone()) {
        grantAll();
      }
    }
    Granted granted = wish.granted().getNow(ABANDONED);
    if (granted.problem().isPresent()) {
      throw new ProblemException(granted.problem().get());
    }
    return granted.changed();
  }

  private void grantAll() {
    Map<String, Resource> draft = new LinkedHashMap<>(shelf.byId());
    String kind = shelf.kind();
    Map<Wish, Boolean> changed = new LinkedHashMap<>();
    for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      if (!draft.isEmpty() && !kind.equals(wish.kind())) {
        refuse(wish, ResourceProblems.otherCase(wish.kind(), kind));
      } else {
        kind = wish.kind();
        changed.put(wish, wish.change().apply(draft));
      }
    }
    Optional<Problem> problem =
        changed.containsValue(true) ? write(new Shelf(kind, draft)) : Optional.empty();
    changed.forEach((wish, done) -> wish.granted().complete(new Granted(done, problem)));
  }

  private static void refuse(Wish wish, Problem problem) {
    wish.granted().complete(new Granted(false, Optional.of(problem)));
  }

  private Optional<Problem> write(Shelf next) {
    try {
      if (next.isEmpty()) {
        lines.clear();
        file.delete();
      } else {
        file.replace(ShelfFormat.join(next.kind(), linesOf(next)));
      }
      shelf = next;
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(ResourceProblems.notWritten(next.kind(), PrivateFile.words(failure)));
    }
  }

  private Collection<byte[]> linesOf(Shelf next) {
    lines.keySet().retainAll(next.byId().keySet());
    return next.byId().values().stream()
        .map(
            resource ->
                lines.compute(
                    resource.ref().id(),
                    (id, line) ->
                        line != null && line.resource().equals(resource)
                            ? line
                            : new Line(resource, ShelfFormat.line(resource))))
        .map(Line::json)
        .toList();
  }
}
