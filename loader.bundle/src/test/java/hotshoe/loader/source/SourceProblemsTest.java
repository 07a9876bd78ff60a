package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people read when an archive does not come. */
class SourceProblemsTest {

  private static final String URL = "https://example.org/x.zip";

  @Test
  void everyMessageSaysWhatHappenedWhereWhyAndWhatToDo() throws IOException {
    Place.InRepository place = new Place.InRepository(URL, URI.create(URL), Optional.of("v1.O"));
    List<Problem> all =
        List.of(
            SourceProblems.unknownKind("ftp://example.org/x"),
            SourceProblems.noUrl("https://a b", "Illegal character in authority"),
            SourceProblems.notThere("/srv/x.zip"),
            SourceProblems.noFile("/dev/zero"),
            SourceProblems.emptyFolder("/srv/x"),
            SourceProblems.tooLarge(URL, 1L << 30),
            SourceProblems.unreadable("/srv/x.zip", new IOException("Input/output error")),
            SourceProblems.interrupted(URL),
            SourceProblems.otherDigest(URL, "b".repeat(64), new Digest("a".repeat(64))),
            SourceProblems.forbiddenHost(URL, "10.0.0.1", List.of("public")),
            SourceProblems.forbiddenHost(URL, "example.org", List.of("git.example.org")),
            SourceProblems.forbiddenHost(URL, "example.org", List.of()),
            SourceProblems.unknownHost(URL, "example.org"),
            SourceProblems.redirects(URL, 10),
            SourceProblems.redirected(URL, "file:///etc/passwd"),
            SourceProblems.downgraded(URL, "http://example.org/x.zip"),
            SourceProblems.cut(URL, new ConnectException()),
            SourceProblems.cut(URL, new IOException("fixed content-length: 9, bytes received: 3")),
            SourceProblems.tooSlow(URL, Duration.ofMinutes(10), 1234),
            SourceProblems.silent(URL, Duration.ofSeconds(30)),
            SourceProblems.status(URL, 403),
            SourceProblems.status(URL, 404),
            SourceProblems.status(URL, 500),
            SourceProblems.webPage(URL),
            SourceProblems.encoding(URL, "br\u001b[2J"),
            SourceProblems.noRepository(URL),
            SourceProblems.unknownReference(place, Set.of("refs/tags/v1.0", "refs/heads/main")),
            SourceProblems.unknownReference(place, Set.of()),
            SourceProblems.secretRepository(URL),
            SourceProblems.brokenRepository(URL, "Short read of block."),
            SourceProblems.leadsHere("/etc/passwd"),
            SourceProblems.secureShell("git@example.org:o/r", "https://example.org/o/r"),
            SourceProblems.unexpected(URL, new IllegalStateException("secret")));
    Golden.check("sources.txt", all.stream().map(Problem::sentence).toList());
  }
}
