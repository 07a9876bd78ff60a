package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Everything that can go wrong before an archive is here, in words. */
final class SourceProblems {

  /** The server answered, and not with the file. */
  static final String REFUSED = "HS-SOURCE-018";

  /** It answered with a page. */
  static final String WEB_PAGE = "HS-SOURCE-019";

  private static final String ELSE =
      "give the URL of a git repository that everybody may read, or of a zip or tar.gz archive";

  private SourceProblems() {}

  static Problem unknownKind(String origin) {
    return Problem.error("HS-SOURCE-001", "nothing can be fetched from there")
        .at(origin)
        .because("the source is of no known kind")
        .advising(
            "give a path, or a URL that begins with https:, http:, file:, git+https: or git+file:");
  }

  static Problem noUrl(String origin, String why) {
    return Problem.error("HS-SOURCE-002", "the source cannot be read as a path or a URL")
        .at(origin)
        .because(shown(why))
        .advising("write special characters of a URL as %20 and the like");
  }

  static Problem notThere(String origin) {
    return Problem.error("HS-SOURCE-003", "there is no such file")
        .at(origin)
        .advising("check the name; a path that is not absolute begins where the host was started");
  }

  static Problem noFile(String origin) {
    return Problem.error("HS-SOURCE-004", "that is neither a file nor a folder")
        .at(origin)
        .because("it is a device, a pipe or a socket")
        .advising("copy what it gives into a file");
  }

  static Problem emptyFolder(String origin) {
    return Problem.error("HS-SOURCE-005", "the folder holds no files")
        .at(origin)
        .advising("name the folder in which the manifest lies");
  }

  static Problem tooLarge(String origin, long limit) {
    return Problem.error("HS-SOURCE-006", "the archive is too large")
        .at(origin)
        .because("more than " + (limit >> 20) + " MB are not fetched")
        .advising("if that is right, set sources.bytes to more");
  }

  static Problem unreadable(String origin, IOException failure) {
    return Problem.error("HS-SOURCE-007", "the source cannot be read")
        .at(origin)
        .because(shown(StoreProblems.words(failure)))
        .advising("check that it is there, and that the host may read it");
  }

  static Problem interrupted(String origin) {
    return Problem.error("HS-SOURCE-008", "fetching was interrupted")
        .at(origin)
        .because("somebody ended it, or the host is stopping")
        .advising("start it again; nothing is left of it");
  }

  static Problem otherDigest(String origin, String wanted, Digest found) {
    return Problem.error("HS-SOURCE-009", "the archive is not the one that is wanted")
        .at(origin)
        .because(
            "its SHA-256 is "
                + found
                + ", and it should be "
                + shown(wanted)
                + ": somebody changed it, or the digest belongs to another version")
        .advising("do not install it before you know which; then ask for the right digest");
  }

  static Problem forbiddenHost(String origin, String host, List<String> allowed) {
    return Problem.error("HS-SOURCE-010", "nothing is fetched from " + shown(host))
        .at(origin)
        .because(
            "the operator allows "
                + (allowed.isEmpty() ? "no host" : String.join(", ", allowed))
                + ", and that host is "
                + (allowed.contains(Hosts.PUBLIC) ? "inside the network" : "another"))
        .advising("if it is right, add " + shown(host) + " to sources.allow");
  }

  static Problem unknownHost(String origin, String host) {
    return Problem.error("HS-SOURCE-011", "nobody knows a host " + shown(host))
        .at(origin)
        .because("the name servers have no address for it")
        .advising("check the name, and whether this machine can ask a name server");
  }

  static Problem redirects(String origin, int limit) {
    return Problem.error("HS-SOURCE-012", "the server sends from one place to the next")
        .at(origin)
        .because("after " + limit + " redirects there was still no file")
        .advising("open the URL in a browser, and give the one at which it arrives");
  }

  static Problem redirected(String origin, String target) {
    return Problem.error("HS-SOURCE-013", "the server sends to a place that is no web address")
        .at(origin)
        .because("it names " + target)
        .advising("ask whoever runs the server");
  }

  static Problem downgraded(String origin, String target) {
    return Problem.error("HS-SOURCE-014", "the server gives up encryption")
        .at(origin)
        .because("it sends from https to " + target)
        .advising("ask whoever runs the server; if that is right, give the other URL yourself");
  }

  static Problem cut(String origin, IOException failure) {
    return Problem.error(
            "HS-SOURCE-015", "the server cannot be reached, or does not send to the end")
        .at(origin)
        .because(Connection.words(failure))
        .advising("try again later; behind a proxy, set https.proxyHost and https.proxyPort");
  }

  static Problem tooSlow(String origin, Duration limit, long bytes) {
    return Problem.error("HS-SOURCE-016", "fetching takes too long")
        .at(origin)
        .because("after " + limit.toSeconds() + " s, " + bytes + " bytes are here")
        .advising("try again later, or set sources.limit to more");
  }

  static Problem silent(String origin, Duration silence) {
    return Problem.error("HS-SOURCE-017", "the server sends nothing any more")
        .at(origin)
        .because("for " + silence.toSeconds() + " s nothing came")
        .advising("try again later");
  }

  static Problem status(String origin, int status) {
    String why = "it answers " + status;
    String advice = "try again later";
    if (status == 401 || status == 403 || status == 407) {
      why += ", which means that it asks who you are";
      advice = "check that everybody may read it, or put the user and the password into the URL";
    } else if (status == 404 || status == 410) {
      why += ", which means that there is nothing, or that you may not know";
      advice = "check the URL; of a repository, check the branch, tag or commit as well";
    }
    return Problem.error(REFUSED, "the server does not give the file")
        .at(origin)
        .because(why)
        .advising(advice);
  }

  static Problem webPage(String origin) {
    return Problem.error(WEB_PAGE, "that is a web page, not an archive")
        .at(origin)
        .because("the server says that it is text/html, and it begins like it")
        .advising(
            "give the URL of the file itself; where a page shows it, that is often called raw");
  }

  static Problem encoding(String origin, String encoding) {
    return Problem.error(
            "HS-SOURCE-020", "the server packs the file in a way that nobody asked for")
        .at(origin)
        .because("its Content-Encoding is '" + shown(encoding) + "', and none or gzip is taken")
        .advising("ask whoever runs the server");
  }

  static Problem noRepository(String origin) {
    return Problem.error("HS-SOURCE-021", "there is no git repository")
        .at(origin)
        .because("what answers there does not speak git, or does not know that repository")
        .advising(ELSE);
  }

  static Problem unknownReference(Place.InRepository place, Collection<String> known) {
    String wanted = place.reference().orElse("HEAD");
    String nearest = References.nearest(wanted, known);
    return Problem.error("HS-SOURCE-022", "the repository has no " + shown(wanted))
        .at(place.origin())
        .because("it is neither a tag nor a branch, nor the whole name of a commit")
        .advising(
            nearest.isEmpty()
                ? "name a tag or a branch, or all 40 digits of a commit"
                : "did you mean " + shown(nearest) + "?");
  }

  static Problem secretRepository(String origin) {
    return Problem.error("HS-SOURCE-023", "the repository asks who you are")
        .at(origin)
        .because("it is private, or there is none of that name")
        .advising("check the name; put a user and a token into the URL, or " + ELSE);
  }

  static Problem brokenRepository(String origin, String why) {
    return Problem.error("HS-SOURCE-024", "the repository cannot be fetched")
        .at(origin)
        .because("git says: " + why)
        .advising("try again later; or " + ELSE);
  }

  static Problem leadsHere(String origin) {
    return Problem.error("HS-SOURCE-025", "the manifest names a file of this machine")
        .at(origin)
        .because(
            "it came from elsewhere, and nobody there should decide which of your files are read")
        .advising("if you trust it, copy the manifest to a file and install that");
  }

  static Problem secureShell(String origin, String web) {
    return Problem.error("HS-SOURCE-026", "repositories are not fetched by ssh")
        .at(origin)
        .because("the host has no key of its own, and borrows nobody's")
        .advising("did you mean " + web + "?");
  }

  static Problem unexpected(String origin, RuntimeException failure) {
    return Problem.error("HS-SOURCE-027", "fetching failed in a way that nobody foresaw")
        .at(origin)
        .because(failure.getClass().getSimpleName() + "; the log has the whole of it")
        .advising("report it, with the log");
  }

  private static String shown(String text) {
    return ContentProblems.shown(text);
  }
}
