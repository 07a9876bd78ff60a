package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes what somebody hands over. */
final class FromStream {

  private final Store store;
  private final long largest;

  FromStream(Store store, SourceRules rules) {
    this.store = store;
    this.largest = rules.bytes();
  }

  Fetched fetched(String origin, InputStream bytes, Progress progress) throws IOException {
    Path file = store.fetching();
    try {
      progress.end(copy(origin, bytes, progress, file));
      Incoming copy = new Incoming(file, Digest.of(file));
      return new Fetched(copy, origin, origin, Optional.empty(), Optional.empty());
    } catch (IOException | RuntimeException failure) {
      store.discard(file);
      throw failure;
    }
  }

  private long copy(String origin, InputStream bytes, Progress progress, Path file)
      throws IOException {
    Problem tooLarge = SourceProblems.tooLarge(origin, largest);
    try (OutputStream target = Files.newOutputStream(file)) {
      return Bounded.copy(bytes, target, largest, tooLarge, size -> progress.at(size, -1));
    }
  }
}
