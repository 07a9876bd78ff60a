package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
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
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (OutputStream target = Files.newOutputStream(file)) {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        size += count;
        if (size > largest) {
          throw new Unfetched(SourceProblems.tooLarge(origin, largest));
        }
        target.write(buffer, 0, count);
        progress.at(size, -1);
      }
    }
    return size;
  }
}
