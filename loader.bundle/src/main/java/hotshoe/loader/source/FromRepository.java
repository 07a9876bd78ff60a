package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a branch, a tag or a commit of a repository: as the archive that its server makes, where
 * that is known and the archive names its commit; else by git.
 */
final class FromRepository {

  private static final Logger log = LoggerFactory.getLogger(FromRepository.class);
  private static final Set<String> NOT_THERE =
      Set.of(SourceProblems.REFUSED, SourceProblems.WEB_PAGE);
  private static final long TICK = 100;
  private static final long LEAVING = 2000;

  private final Store store;
  private final SourceRules rules;
  private final FromWeb web;
  private final Hosts hosts;
  private final Map<String, Forge> forges;

  FromRepository(Store store, SourceRules rules, FromWeb web, Map<String, Forge> forges) {
    this.store = store;
    this.rules = rules;
    this.web = web;
    this.hosts = new Hosts(rules.allowed());
    this.forges = forges;
  }

  Fetched fetched(Place.InRepository place, Progress progress) throws IOException {
    Optional<Fetched> archive = archive(place, progress);
    return archive.isPresent() ? archive.get() : byGit(place, progress);
  }

  /** Whoever must say who he is says it by git, which every server understands. */
  private Optional<Fetched> archive(Place.InRepository place, Progress progress)
      throws IOException {
    Optional<Forge> forge = Forge.of(place.url(), forges);
    boolean climbs = place.reference().filter(text -> text.contains("..")).isPresent();
    if (forge.isEmpty() || climbs || Urls.user(place.url()).isPresent()) {
      return Optional.empty();
    }
    URI url = forge.get().archive(place.url(), place.reference());
    try {
      Fetched fetched = web.fetched(new Place.OnWeb(place.origin(), url), false, progress);
      return named(fetched, place.reference());
    } catch (Unfetched refused) {
      log.debug("{} gives no archive: {}", place.origin(), refused.getMessage());
      if (!NOT_THERE.contains(refused.problems().get(0).code())) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  /** With its commit, which git writes into every archive that it makes; without one, nothing. */
  private static Optional<Fetched> named(Fetched fetched, Optional<String> reference)
      throws IOException {
    Optional<String> commit =
        comment(fetched.copy().file())
            .filter(References::isCommit)
            .or(() -> reference.filter(References::isCommit));
    if (commit.isEmpty()) {
      fetched.close();
      return Optional.empty();
    }
    return Optional.of(
        new Fetched(
            fetched.copy(), fetched.origin(), fetched.resolved(), commit, Optional.empty()));
  }

  private static Optional<String> comment(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return Optional.ofNullable(zip.getComment()).map(String::strip);
    } catch (ZipException damaged) {
      log.debug("what the server made is no zip archive", damaged);
      return Optional.empty();
    }
  }

  private Fetched byGit(Place.InRepository place, Progress progress) throws IOException {
    check(place);
    GitConnections connections = new GitConnections(hosts, place.origin(), rules.bytes());
    Path file = store.fetching();
    GitFetch fetch = new GitFetch(place, connections, rules.bytes(), store, file);
    String commit = awaited(new FutureTask<>(fetch), place, connections, progress);
    try {
      progress.end(Files.size(file));
      Incoming copy = new Incoming(file, Digest.of(file));
      String resolved = Urls.shown(place.url().toString());
      return new Fetched(copy, place.origin(), resolved, Optional.of(commit), Optional.empty());
    } catch (IOException | RuntimeException failure) {
      store.discard(file);
      throw failure;
    }
  }

  private void check(Place.InRepository place) throws IOException {
    if (!"file".equalsIgnoreCase(place.url().getScheme())) {
      hosts.check(place.url(), place.origin());
    }
  }

  /** Git waits where nobody can interrupt it, so it does that on a thread of its own. */
  private String awaited(
      FutureTask<String> fetch,
      Place.InRepository place,
      GitConnections connections,
      Progress progress)
      throws IOException {
    Thread thread = new Thread(fetch, "hotshoe-git");
    thread.setDaemon(true);
    thread.start();
    try {
      return awaited(fetch, place, connections, progress, System.nanoTime());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException failure) {
      throw GitProblems.of(failure.getCause(), place);
    } finally {
      connections.end();
      leave(thread);
    }
  }

  /** It clears up by itself; a server that hangs holds up nobody but it. */
  private static void leave(Thread thread) {
    boolean interrupted = Thread.interrupted();
    thread.interrupt();
    try {
      thread.join(LEAVING);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String awaited(
      FutureTask<String> fetch,
      Place.InRepository place,
      GitConnections connections,
      Progress progress,
      long began)
      throws IOException, InterruptedException, ExecutionException {
    while (true) {
      try {
        return fetch.get(TICK, TimeUnit.MILLISECONDS);
      } catch (TimeoutException waiting) {
        progress.at(connections.bytes(), -1);
        if (System.nanoTime() - began > rules.limit().toNanos()) {
          throw new Unfetched(
              SourceProblems.tooSlow(place.origin(), rules.limit(), connections.bytes()));
        }
      }
    }
  }
}
