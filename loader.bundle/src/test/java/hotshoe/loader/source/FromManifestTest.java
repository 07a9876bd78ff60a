package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest without its archive leads to the archive, or to the reason why not. */
class FromManifestTest {

  private static final SourceRules ANY =
      new SourceRules(List.of("any"), 1 << 20, Duration.ofSeconds(20));
  private static final byte[] TAR =
      new TarBytes()
          .file("r-main/bin/run.sh", 0755, utf8("run"))
          .file("r-main/manifest.txt", utf8("another"))
          .link("r-main/start", "bin/run.sh")
          .bytes();

  @TempDir Path folder;

  private RawServer server;
  private String manifest;
  private FetchingStore fetching;

  @BeforeEach
  void start() throws IOException {
    server =
        new RawServer(
            (request, out) -> {
              if (request.startsWith("GET /manifest.txt ")) {
                RawServer.send(out, utf8(manifest));
              } else if (request.startsWith("GET /r.tar ")) {
                RawServer.send(out, TAR);
              } else {
                RawServer.say(out, "HTTP/1.1 404 Not Found", "Content-Length: 0");
              }
            });
    fetching = new FetchingStore(folder, ANY).understanding(new ReferringDialect());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void theUrlOfAManifestGivesTheArchiveWithThatManifestInIt() throws IOException {
    manifest = "refer hello " + server.url("/r.tar") + " - " + digest();
    Digest first;
    try (Fetched fetched = fetching.fetched(server.url("/manifest.txt"));
        Contents whole = opened(fetched)) {
      hotshoe.archive.Contents contents = whole.unwrapped();
      assertEquals(Set.of("bin/run.sh", "manifest.txt", "start"), contents.names());
      assertEquals(manifest, text(contents, "manifest.txt"));
      assertTrue(contents.isExecutable("bin/run.sh"));
      assertEquals("bin/run.sh", contents.link("start").orElseThrow());
      assertEquals(server.url("/manifest.txt"), fetched.origin());
      assertEquals(server.url("/r.tar"), fetched.resolved());
      first = fetched.copy().digest();
    }
    try (Fetched again = fetching.fetched(server.url("/manifest.txt"))) {
      assertEquals(first, again.copy().digest());
    }
  }

  @Test
  void anArchiveThatHoldsTheManifestAlreadyStaysAsItIs() throws IOException {
    Path archive = folder.resolve("r.tar");
    manifest = "refer hello " + archive;
    byte[] tar = new TarBytes().file("r/manifest.txt", utf8(manifest)).bytes();
    Files.write(archive, tar);
    Path alone = Files.writeString(folder.resolve("manifest.txt"), manifest);
    try (Fetched fetched = fetching.fetched(alone.toString())) {
      assertArrayEquals(tar, Files.readAllBytes(fetched.copy().file()));
    }
  }

  @Test
  @Proves("CS-42")
  void aNameThatIsTakenIsRefusedBeforeTheArchiveIsAskedFor() {
    manifest = "refer hello " + server.url("/r.tar");
    Problem taken = Problem.error("HS-EXTENSION-001", "taken");
    Objection objection =
        (name, dialect) ->
            name.equals(new ExtensionName("hello")) && dialect.equals("referring")
                ? Optional.of(taken)
                : Optional.empty();
    Fetching end = fetching.trying(server.url("/manifest.txt"), objection);
    assertEquals(List.of(taken), assertInstanceOf(Fetching.NotFetched.class, end).problems());
    assertTrue(server.requests().stream().noneMatch(request -> request.contains("r.tar")));
  }

  @Test
  @Proves("CS-35")
  void anArchiveWithAnotherDigestThanTheManifestNamesIsRefused() {
    manifest = "refer hello " + server.url("/r.tar") + " - " + digest().replace('a', 'b');
    assertEquals("HS-SOURCE-009", fetching.refused(server.url("/manifest.txt")).code());
    manifest = "refer hello " + server.url("/r.tar");
    InstallRequest request = InstallRequest.of(server.url("/manifest.txt"));
    assertEquals("HS-SOURCE-009", fetching.refused(request.expecting("0".repeat(64))).code());
  }

  @Test
  @Proves("CS-35")
  void theDigestThatARequestNamesIsThatOfTheArchiveAsItComes() throws IOException {
    manifest = "refer hello " + server.url("/r.tar");
    InstallRequest request = InstallRequest.of(server.url("/manifest.txt"));
    fetching.fetched(request.expecting(digest())).close();
  }

  @Test
  @Proves("CS-43")
  void whateverIsWrongNothingStays() throws IOException {
    manifest = "refer hello";
    assertEquals("HS-MANIFEST-001", fetching.refused(server.url("/manifest.txt")).code());
    manifest = "refer hello " + server.url("/gone.tar");
    assertEquals("HS-SOURCE-018", fetching.refused(server.url("/manifest.txt")).code());
    manifest = "refer hello " + server.url("/manifest.txt");
    assertEquals("HS-ARCHIVE-002", fetching.refused(server.url("/manifest.txt")).code());
    manifest = "refer";
    assertEquals("HS-SOURCE-027", fetching.refused(server.url("/manifest.txt")).code());
    manifest = "something else";
    fetching.fetched(server.url("/manifest.txt")).close();
  }

  @Test
  void aManifestFromElsewhereDoesNotReadFilesHere() throws IOException {
    Path archive = Files.write(folder.resolve("r.tar"), TAR);
    for (String source : List.of(archive.toString(), "file:" + archive, "git+file:" + folder)) {
      manifest = "refer hello " + source;
      assertEquals("HS-SOURCE-025", fetching.refused(server.url("/manifest.txt")).code(), source);
      InputStream upload = new ByteArrayInputStream(utf8(manifest));
      assertEquals("HS-SOURCE-025", fetching.receivingRefused("upload", upload).code(), source);
    }
    manifest = "refer hello " + archive;
    Path alone = Files.writeString(folder.resolve("alone.txt"), manifest);
    fetching.fetched(alone.toString()).close();
  }

  private static String digest() {
    var computation = Digest.computation();
    computation.update(TAR);
    return Digest.of(computation).value();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Contents opened(Fetched fetched) {
    return ((Opened) new ArchiveReader().open(fetched.origin(), fetched.copy().file())).contents();
  }

  private static String text(hotshoe.archive.Contents contents, String name) throws IOException {
    try (var bytes = contents.open(name).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
