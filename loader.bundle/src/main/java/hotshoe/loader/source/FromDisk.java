package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import hotshoe.loader.form.ArchiveWriter;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Fetches files and folders of this machine. */
final class FromDisk {

  private final Store store;
  private final long largest;
  private final ArchiveReader reader = new ArchiveReader();

  FromDisk(Store store, SourceRules rules) {
    this.store = store;
    this.largest = rules.bytes();
  }

  Fetched fetched(Place.OnDisk place, boolean withSignature, Progress progress) throws IOException {
    Path path = place.path();
    check(place);
    Incoming copy = Files.isDirectory(path) ? packed(place, progress) : store.receive(path);
    progress.end(Files.size(copy.file()));
    Optional<Signature> signature = withSignature ? beside(place) : Optional.empty();
    return new Fetched(copy, place.origin(), place.origin(), Optional.empty(), signature);
  }

  private void check(Place.OnDisk place) throws IOException {
    Path path = place.path();
    if (!Files.exists(path)) {
      throw new Unfetched(SourceProblems.notThere(place.origin()));
    }
    if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
      throw new Unfetched(SourceProblems.noFile(place.origin()));
    }
    if (Files.isRegularFile(path) && Files.size(path) > largest) {
      throw new Unfetched(SourceProblems.tooLarge(place.origin(), largest));
    }
  }

  /** The same folder gives the same bytes, wherever it lies and whenever it was written. */
  private Incoming packed(Place.OnDisk place, Progress progress) throws IOException {
    Opening opening = reader.open(place.origin(), place.path());
    if (opening instanceof Opening.Unfit unfit) {
      throw new Unfetched(unfit.problem());
    }
    if (opening instanceof Opening.Unfinished unfinished) {
      throw new Unfetched(unfinished.problem());
    }
    Path file = store.fetching();
    try (Contents contents = ((Opening.Opened) opening).contents()) {
      if (contents.names().isEmpty()) {
        throw new Unfetched(SourceProblems.emptyFolder(place.origin()));
      }
      pack(contents, place.origin(), progress, file);
      return new Incoming(file, Digest.of(file));
    } catch (IOException | RuntimeException failure) {
      store.discard(file);
      throw failure;
    }
  }

  private void pack(Contents contents, String origin, Progress progress, Path file)
      throws IOException {
    long total = total(contents);
    if (total > largest) {
      throw new Unfetched(SourceProblems.tooLarge(origin, largest));
    }
    ArchiveWriter.write(contents, Map.of(), done -> progress.at(done, total), file);
  }

  private static long total(Contents contents) {
    return contents.names().stream().mapToLong(name -> contents.size(name).orElse(0L)).sum();
  }

  private static Optional<Signature> beside(Place.OnDisk place) throws IOException {
    return Signature.beside(place.path())
        .map(bytes -> new Signature(place.origin() + Signature.ENDING, bytes));
  }
}
