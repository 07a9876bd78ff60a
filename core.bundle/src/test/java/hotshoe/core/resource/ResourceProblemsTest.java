package hotshoe.core.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.type.Ref;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The messages as people read them, one a line, in golden/resource-problems.txt. */
class ResourceProblemsTest {
  private static final Resource HOST =
      Resource.of("Host", "h1", "alpha").with("token", Detail.secret("s3cret"));
  private static final Path FILE = Path.of("/data/resources/host.json");

  @Test
  void everyMessageReadsAsWrittenDown() throws IOException {
    assertEquals(
        golden(), messages().stream().map(Problem::sentence).collect(Collectors.joining("\n")));
  }

  private static List<Problem> messages() {
    Ref ref = HOST.ref();
    return List.of(
        ResourceProblems.kind("../etc"),
        ResourceProblems.name("identifier", "a\nb", 255),
        ResourceProblems.tooManyDetails(HOST, 0),
        ResourceProblems.tooLong(HOST, "token", 1_048_576),
        ResourceProblems.noText(HOST, "token"),
        ResourceProblems.unknownKind(new Ref("Hst", "h1"), "Host", List.of("Host")),
        ResourceProblems.unknownKind(new Ref("Pool", "p1"), "", List.of("Host", "Network")),
        ResourceProblems.unknownKind(new Ref("Pool", "p1"), "", List.of()),
        ResourceProblems.unknown(new Ref("", "alpha"), Optional.of("Host:h1")),
        ResourceProblems.unknown(ref, Optional.empty()),
        ResourceProblems.ambiguous(ref, List.of(HOST, Resource.of("Network", "h1", "blue"))),
        ResourceProblems.otherCase("host", "Host"),
        ResourceProblems.notWritten("Host", "No space left on device"),
        ResourceProblems.setAside(
            FILE,
            FILE.resolveSibling("host.json.unreadable-20261121T050000000Z"),
            new IllegalArgumentException("there are two resources Host:h1")),
        ResourceProblems.unreadableFolder(new AccessDeniedException("/data/resources")));
  }

  private static String golden() throws IOException {
    try (InputStream file =
        ResourceProblemsTest.class.getResourceAsStream("/golden/resource-problems.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
