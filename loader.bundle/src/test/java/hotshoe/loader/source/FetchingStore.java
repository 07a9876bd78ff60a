package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.archive.Dialect;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.store.Store;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A store and a fetcher over it. */
final class FetchingStore {

  private final Path archives;
  private final Store store;
  private final Fetcher fetcher;
  private final Dialects dialects = new Dialects();

  FetchingStore(Path folder) {
    this(folder, SourceRules.USUAL);
  }

  FetchingStore(Path folder, long largest) {
    this(folder, new SourceRules(List.of(), largest, SourceRules.USUAL.limit()));
  }

  FetchingStore(Path folder, SourceRules rules) {
    this(folder, rules, new Web(rules));
  }

  FetchingStore(Path folder, SourceRules rules, Map<String, Forge> forges) {
    this(folder, rules, new Web(rules), forges);
  }

  FetchingStore(Path folder, SourceRules rules, Web web) {
    this(folder, rules, web, Forge.PUBLIC);
  }

  private FetchingStore(Path folder, SourceRules rules, Web web, Map<String, Forge> forges) {
    this.archives = folder.resolve("data/archives");
    this.store = new Store(folder.resolve("data"));
    assertEquals(List.of(), store.recover().problems());
    this.fetcher = new Fetcher(store, rules, dialects, web, forges);
  }

  Store store() {
    return store;
  }

  Fetched fetched(String source) {
    return fetched(InstallRequest.of(source));
  }

  Fetched fetched(InstallRequest request) {
    return here(fetcher.fetch(request, false, Objection.NONE, InstallListener.NONE));
  }

  Fetched watched(String source, InstallListener listener) {
    return here(fetcher.fetch(InstallRequest.of(source), false, Objection.NONE, listener));
  }

  /** From now on, manifests are understood like this. */
  FetchingStore understanding(Dialect dialect) {
    dialects.add(dialect);
    return this;
  }

  Fetching trying(String source, Objection objection) {
    return fetcher.fetch(InstallRequest.of(source), true, objection, InstallListener.NONE);
  }

  Fetched signed(String source) {
    InstallRequest request = InstallRequest.of(source);
    return here(fetcher.fetch(request, true, Objection.NONE, InstallListener.NONE));
  }

  Problem refused(String source) {
    return refused(InstallRequest.of(source));
  }

  Problem refused(InstallRequest request) {
    return problem(fetcher.fetch(request, false, Objection.NONE, InstallListener.NONE));
  }

  Fetched received(String name, InputStream bytes) {
    return here(
        fetcher.receive(InstallRequest.of(name), bytes, Objection.NONE, InstallListener.NONE));
  }

  Problem receivingRefused(String name, InputStream bytes) {
    return problem(
        fetcher.receive(InstallRequest.of(name), bytes, Objection.NONE, InstallListener.NONE));
  }

  /** What lies among the archives. */
  List<Path> left() throws IOException {
    try (Stream<Path> paths = Files.list(archives)) {
      return paths.toList();
    }
  }

  private static Fetched here(Fetching fetching) {
    return assertInstanceOf(Fetching.Here.class, fetching, fetching::toString).fetched();
  }

  private static Problem problem(Fetching fetching) {
    return assertInstanceOf(Fetching.NotFetched.class, fetching).problems().get(0);
  }
}
