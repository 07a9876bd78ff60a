package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches, tags and commits of real repositories become archives, with their commit. */
class FromRepositoryTest {

  private static final PersonIdent SOMEBODY = new PersonIdent("Ann", "ann@example.org");
  private static final SourceRules ANY =
      new SourceRules(List.of("any"), 1 << 20, Duration.ofSeconds(20));

  @TempDir Path folder;

  private Path repository;
  private RevCommit first;
  private RevCommit second;
  private RevCommit other;

  @BeforeEach
  void makeRepository() throws Exception {
    SystemReader.setInstance(new GitSurroundings());
    repository = folder.resolve("repo");
    try (Git git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call()) {
      Files.createDirectories(repository.resolve("bin"));
      Path run = Files.writeString(repository.resolve("bin/run.sh"), "run");
      Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createSymbolicLink(repository.resolve("bin/start"), Path.of("run.sh"));
      first = commit(git, "one");
      git.tag().setName("v1").setAnnotated(true).setTagger(SOMEBODY).setMessage("1").call();
      git.checkout().setCreateBranch(true).setName("feature/long-name-ok").call();
      other = commit(git, "other");
      git.checkout().setName("main").call();
      second = commit(git, "two");
    }
  }

  private RevCommit commit(Git git, String text) throws IOException, GitAPIException {
    Files.writeString(repository.resolve("manifest.yaml"), text);
    git.add().addFilepattern(".").call();
    return git.commit().setMessage(text).setAuthor(SOMEBODY).setCommitter(SOMEBODY).call();
  }

  @Test
  @Proves({"CS-29", "CS-35"})
  void aBranchATagAndACommitAreFoundFromTheDiskAndOverHttp() throws Exception {
    try (GitServer server = new GitServer(repository)) {
      FetchingStore fetching = new FetchingStore(folder, ANY);
      for (String source :
          List.of("git+" + repository.toUri(), "git+" + server.url(), server.url())) {
        expect(fetching, InstallRequest.of(source), second, "two");
        expect(fetching, InstallRequest.of(source).at("main"), second, "two");
        expect(fetching, InstallRequest.of(source).at("v1"), first, "one");
        expect(fetching, InstallRequest.of(source).at("refs/tags/v1"), first, "one");
        expect(fetching, InstallRequest.of(source).at("feature/long-name-ok"), other, "other");
        expect(fetching, InstallRequest.of(source).at(first.name()), first, "one");
        expect(fetching, InstallRequest.of(source + "#v1"), first, "one");
      }
      expect(fetching, InstallRequest.of(server.url() + "@v1"), first, "one");
      expect(fetching, InstallRequest.of(repository.toString()).at("v1"), first, "one");
      assertEquals(List.of(), fetching.left());
    }
  }

  private static void expect(
      FetchingStore fetching, InstallRequest request, RevCommit commit, String text)
      throws IOException {
    try (Fetched fetched = fetching.fetched(request);
        Contents contents = opened(fetched)) {
      assertEquals(commit.name(), fetched.commit().orElseThrow(), request::toString);
      assertEquals(Set.of("manifest.yaml", "bin/run.sh", "bin/start"), contents.names());
      assertEquals(text, text(contents, "manifest.yaml"));
      assertEquals("run", text(contents, "bin/run.sh"));
      assertTrue(contents.isExecutable("bin/run.sh"));
      assertFalse(contents.isExecutable("manifest.yaml"));
      assertEquals("bin/run.sh", contents.link("bin/start").orElseThrow());
    }
  }

  @Test
  void theSameCommitIsTheSameArchiveAsItsFolder() throws Exception {
    FetchingStore fetching = new FetchingStore(folder, ANY);
    try (Fetched commit = fetching.fetched("git+" + repository.toUri());
        Fetched files = fetching.fetched(repository.toString())) {
      assertEquals(files.copy().digest(), commit.copy().digest());
    }
  }

  @Test
  void whatIsNotThereIsSaidInWords() throws Exception {
    FetchingStore fetching = new FetchingStore(folder, ANY);
    InstallRequest request = InstallRequest.of("git+" + repository.toUri());
    Problem typo = fetching.refused(request.at("mein"));
    assertEquals("HS-SOURCE-022", typo.code());
    assertEquals("did you mean main?", typo.advice());
    String missing = "0123456789".repeat(4);
    assertEquals("HS-SOURCE-022", fetching.refused(request.at(missing)).code());
    assertEquals(
        "HS-SOURCE-021", fetching.refused("git+" + folder.resolve("nothing").toUri()).code());
    for (String secure :
        List.of(
            "git+ssh://git@example.org/o/r.git",
            "ssh://example.org:22/o/r.git",
            "git@example.org:o/r.git",
            "git+git@example.org:o/r.git")) {
      Problem problem = fetching.refused(secure);
      assertEquals("HS-SOURCE-026", problem.code());
      assertEquals("did you mean https://example.org/o/r.git?", problem.advice());
    }
    assertEquals("HS-SOURCE-001", fetching.refused("git+git://127.0.0.1/o/r.git").code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  @Proves("CS-30")
  void aServerThatIsNoForgeAndSpeaksNoGitIsToldWhatCanBeGivenInstead() throws Exception {
    for (String answer : List.of("404 Not Found", "200 OK")) {
      try (RawServer server =
          new RawServer(
              (request, out) ->
                  RawServer.say(
                      out, "HTTP/1.1 " + answer, "Content-Length: 0", "Connection: close"))) {
        FetchingStore fetching = new FetchingStore(folder, ANY);
        InstallRequest request = InstallRequest.of(server.url("/some/thing")).at("main");
        Problem problem = fetching.refused(request);
        assertTrue(
            List.of("HS-SOURCE-021", "HS-SOURCE-024").contains(problem.code()), problem::sentence);
        assertTrue(problem.advice().contains("zip or tar.gz archive"), problem::sentence);
      }
    }
  }

  @Test
  void aPrivateRepositoryIsCalledThat() throws Exception {
    try (RawServer server =
        new RawServer(
            (request, out) ->
                RawServer.say(
                    out,
                    "HTTP/1.1 401 Unauthorized",
                    "WWW-Authenticate: Basic realm=\"x\"",
                    "Content-Length: 0",
                    "Connection: close"))) {
      FetchingStore fetching = new FetchingStore(folder, ANY);
      assertEquals("HS-SOURCE-023", fetching.refused("git+" + server.url("/r.git")).code());
      String url = server.url("/r.git").replace("//", "//ann:geheim@");
      assertEquals("HS-SOURCE-023", fetching.refused("git+" + url).code());
      String basic =
          Base64.getEncoder().encodeToString("ann:geheim".getBytes(StandardCharsets.UTF_8));
      assertTrue(server.requests().stream().anyMatch(one -> one.contains("Basic " + basic)));
    }
  }

  @Test
  void gitDoesNotReachWhatIsNotAllowedEither() throws Exception {
    try (GitServer server = new GitServer(repository)) {
      FetchingStore usual = new FetchingStore(folder);
      assertEquals("HS-SOURCE-010", usual.refused("git+" + server.url()).code());
      String port = server.url().replaceAll(".*:(\\d+)/.*", "$1");
      try (RawServer outer =
          new RawServer(
              (request, out) ->
                  RawServer.redirect(
                      out,
                      "http://localhost:"
                          + port
                          + "/repo.git/info/refs?service=git-upload-pack"))) {
        SourceRules one =
            new SourceRules(List.of("127.0.0.1:" + outer.port()), 1 << 20, Duration.ofSeconds(20));
        FetchingStore fetching = new FetchingStore(folder, one);
        assertEquals("HS-SOURCE-010", fetching.refused("git+" + outer.url("/repo.git")).code());
      }
      assertEquals(List.of(), server.asked());
      assertEquals(List.of(), usual.left());
    }
  }

  @Test
  void aLargeRepositoryAndAHangingServerAreGivenUp() throws Exception {
    try (Git git = Git.open(repository.toFile())) {
      byte[] noise = new byte[100_000];
      new Random(1).nextBytes(noise);
      Files.write(repository.resolve("noise"), noise);
      commit(git, "noise");
    }
    SourceRules small = new SourceRules(List.of("any"), 50_000, Duration.ofSeconds(20));
    FetchingStore fetching = new FetchingStore(folder, small);
    try (GitServer server = new GitServer(repository)) {
      assertEquals("HS-SOURCE-006", fetching.refused("git+" + server.url()).code());
    }
    assertEquals("HS-SOURCE-006", fetching.refused("git+" + repository.toUri()).code());
    try (RawServer hanging = new RawServer((request, out) -> Thread.sleep(20_000))) {
      SourceRules brief = new SourceRules(List.of("any"), 50_000, Duration.ofMillis(700));
      FetchingStore impatient = new FetchingStore(folder, brief);
      assertEquals("HS-SOURCE-016", impatient.refused("git+" + hanging.url("/r.git")).code());
    }
  }

  @Test
  void secretsGoToTheServerOnly() throws Exception {
    try (GitServer server = new GitServer(repository)) {
      FetchingStore fetching = new FetchingStore(folder, ANY);
      String url = server.url().replace("//", "//ann:geheim@");
      try (Fetched fetched = fetching.fetched("git+" + url)) {
        assertEquals("git+" + server.url(), fetched.origin());
        assertEquals(server.url(), fetched.resolved());
      }
      Problem problem = fetching.refused(InstallRequest.of("git+" + url).at("nothing"));
      assertFalse(problem.sentence().contains("geheim"), problem::sentence);
    }
  }

  @Test
  @Proves("CS-29")
  void aForgeGivesAnArchiveThatNamesItsCommitAndElseGitIsSpoken() throws Exception {
    byte[] archive = archive(second.name());
    byte[] nameless = archive("hello");
    try (RawServer forge =
            new RawServer(
                (request, out) -> {
                  if (request.startsWith("GET /o/r/archive/main.zip ")) {
                    RawServer.send(out, archive);
                  } else if (request.startsWith("GET /o/r/archive/")) {
                    RawServer.send(out, nameless);
                  } else {
                    RawServer.say(out, "HTTP/1.1 404 Not Found", "Content-Length: 0");
                  }
                });
        GitServer git = new GitServer(repository)) {
      Map<String, Forge> forges = Map.of("127.0.0.1:" + forge.port(), Forge.GITHUB);
      FetchingStore fetching = new FetchingStore(folder, ANY, forges);
      for (String url : List.of("/o/r", "/o/r/", "/o/r.git", "/o/r.git/", "/o/r/tree/main")) {
        InstallRequest request = InstallRequest.of(forge.url(url)).at("main");
        try (Fetched fetched = fetching.fetched(request)) {
          assertEquals(second.name(), fetched.commit().orElseThrow());
          assertEquals(forge.url(url), fetched.origin());
          assertEquals(forge.url("/o/r/archive/main.zip"), fetched.resolved());
        }
      }
      try (Fetched fetched =
          fetching.fetched(InstallRequest.of(forge.url("/o/r")).at(first.name()))) {
        assertEquals(first.name(), fetched.commit().orElseThrow(), "a commit names itself");
      }
      int before = forge.requests().size();
      fetching.refused(InstallRequest.of(forge.url("/o/r")).at("v1"));
      assertTrue(
          forge.requests().stream().skip(before).anyMatch(one -> one.contains("git-upload-pack")));
      assertEquals(List.of(), fetching.left());
    }
  }

  @Test
  void theRealGitMadeThemToo() throws Exception {
    assumeTrue(hasGit(), "there is no git here");
    Path real = folder.resolve("real");
    run("git", "init", "-q", "-b", "trunk", real.toString());
    Files.writeString(real.resolve("manifest.yaml"), "real\n");
    Files.writeString(real.resolve(".gitattributes"), "* text eol=crlf filter=evil\n");
    run("git", "-C", real.toString(), "add", ".");
    String[] who = {"-c", "user.name=Ann", "-c", "user.email=ann@example.org"};
    run("git", "-C", real.toString(), who[0], who[1], who[2], who[3], "commit", "-qm", "one");
    Path hook = real.resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch " + folder.resolve("hooked"));
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    run("git", "-C", real.toString(), "gc", "-q");
    try (Fetched fetched = new FetchingStore(folder, ANY).fetched("git+" + real.toUri());
        Contents contents = opened(fetched)) {
      assertEquals("real\n", text(contents, "manifest.yaml"), "as git keeps it");
    }
    assertFalse(Files.exists(folder.resolve("hooked")));
  }

  private static boolean hasGit() {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(path -> Files.isExecutable(Path.of(path, "git")));
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  private static byte[] archive(String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("r-main/manifest.yaml"));
      zip.write('x');
      zip.setComment(comment);
    }
    return bytes.toByteArray();
  }

  private static Contents opened(Fetched fetched) {
    return ((Opened) new ArchiveReader().open(fetched.origin(), fetched.copy().file())).contents();
  }

  private static String text(Contents contents, String name) throws IOException {
    try (var bytes = contents.open(name).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
