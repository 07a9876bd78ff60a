package hotshoe.loader.source;

import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.store.NotStored;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches archives. Everything happens on the thread that asks; interrupting it ends the fetching,
 * and nothing is left of it. What a killed process leaves has a name that the store throws away at
 * its next start. Safe for use by many threads at a time.
 */
public final class Fetcher {

  private static final Logger log = LoggerFactory.getLogger(Fetcher.class);

  private final Store store;
  private final FromDisk disk;
  private final FromStream stream;
  private final FromWeb web;
  private final FromRepository repositories;
  private final FromManifest manifests;
  private final Places places;

  /**
   * A fetcher that puts what it fetches among the unfinished files of this store.
   *
   * @param dialects asked about manifests that come without their archive
   */
  public Fetcher(Store store, SourceRules rules, Dialects dialects) {
    this(store, rules, dialects, new Web(rules), Forge.PUBLIC);
  }

  Fetcher(Store store, SourceRules rules, Dialects dialects, Web web, Map<String, Forge> forges) {
    this.store = store;
    this.disk = new FromDisk(store, rules);
    this.stream = new FromStream(store, rules);
    this.web = new FromWeb(store, rules, web);
    this.repositories = new FromRepository(store, rules, this.web, forges);
    this.manifests = new FromManifest(store, dialects);
    this.places = new Places(forges);
  }

  /**
   * Fetches what a request asks for, and checks the digest that it names.
   *
   * @param withSignature whether the detached signature is fetched as well
   * @param objection asked as soon as the name is known
   */
  public Fetching fetch(
      InstallRequest request,
      boolean withSignature,
      Objection objection,
      InstallListener listener) {
    Progress progress = new Progress(listener);
    return guarded(
        request,
        () -> {
          Place place = places.of(request);
          Fetched came = fetched(place, withSignature, progress);
          boolean here = place instanceof Place.OnDisk;
          return place instanceof Place.InRepository
              ? came.verified(request.digest())
              : manifests.followed(
                  came,
                  request.digest(),
                  objection,
                  to -> fetched(onward(to, here), withSignature, progress));
        });
  }

  /** What a request asks for, as people may read it. */
  public static String shown(InstallRequest request) {
    return Places.shown(request.source());
  }

  /**
   * Takes the bytes that somebody hands over, and checks the digest that the request names.
   *
   * @param archive is read to its end or to the limit, and not closed
   * @param objection asked as soon as the name is known
   */
  public Fetching receive(
      InstallRequest request, InputStream archive, Objection objection, InstallListener listener) {
    String origin = ContentProblems.shown(request.source());
    Progress progress = new Progress(listener);
    return guarded(
        request,
        () ->
            manifests.followed(
                stream.fetched(origin, archive, progress),
                request.digest(),
                objection,
                to -> fetched(onward(to, false), false, progress)));
  }

  /** Somebody else's manifest must not lead to files of this machine. */
  private Place onward(InstallRequest to, boolean here) throws Unfetched {
    Place place = places.of(to);
    if (!here && place.isOnDisk()) {
      throw new Unfetched(SourceProblems.leadsHere(place.origin()));
    }
    return place;
  }

  private Fetched fetched(Place place, boolean withSignature, Progress progress)
      throws IOException {
    if (place instanceof Place.OnDisk file) {
      return disk.fetched(file, withSignature, progress);
    }
    if (place instanceof Place.OnWeb file) {
      return web.fetched(file, withSignature, progress);
    }
    return repositories.fetched((Place.InRepository) place, progress);
  }

  private Fetching guarded(InstallRequest request, Fetch fetch) {
    try {
      return new Fetching.Here(fetch.run());
    } catch (Unfetched reasons) {
      return new Fetching.NotFetched(reasons.problems());
    } catch (RuntimeException unexpected) {
      log.error("{} cannot be fetched", shown(request), unexpected);
      return new Fetching.NotFetched(
          List.of(SourceProblems.unexpected(shown(request), unexpected)));
    } catch (IOException failure) {
      String origin = shown(request);
      if (Thread.currentThread().isInterrupted()) {
        return new Fetching.NotFetched(List.of(SourceProblems.interrupted(origin)));
      }
      return new Fetching.NotFetched(
          List.of(
              failure instanceof NotStored full
                  ? store.problem(origin, full)
                  : SourceProblems.unreadable(origin, failure)));
    }
  }

  private interface Fetch {
    Fetched run() throws IOException;
  }
}
