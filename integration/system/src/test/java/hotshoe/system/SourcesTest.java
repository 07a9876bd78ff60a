package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import hotshoe.conformance.Proves;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Archives come from the web and from repositories into a running host. */
@ExtendWith(Homes.class)
class SourcesTest {

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: NAME
        displayName: A name
        description: What it is.
        version: 1.2.3
        maintainer: Ann <ann@example.org>
      source:
        type: SOURCE
        url: URL
      spec:
        type: Orchestrator
        compatibility:
          cloudstack:
            minVersion: 4.20.0
        entrypoint:
          path: run.sh
        enabled: true
        customActions:
          - name: ping
            resourcetype: VirtualMachine
            enabled: true
            timeout: 5
            allowedroletypes: [Admin]
            parameters: []
      """;

  @TempDir Path folder;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          byte[] file = files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
          try (exchange) {
            exchange.sendResponseHeaders(file.length == 0 ? 404 : 200, file.length);
            exchange.getResponseBody().write(file);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @Proves({"CS-24", "CS-42"})
  void theUrlOfAManifestGivesTheExtensionItsActionsAndItsFilesAndOnlyOnce(Home home)
      throws IOException {
    files.put("/r.zip", zip("r-main/run.sh", "#!/bin/sh\necho '{}'\n"));
    files.put("/manifest.yaml", utf8(manifest("cs-web", "http", url("/r.zip"))));
    home.option("sources.allow", "127.0.0.1");
    home.drop(Build.example("hello"));
    home.start().awaitLine("hello .* is active");
    HotshoeProcess install = home.run("shell", "ext:install " + url("/manifest.yaml"));
    assertEquals(0, install.awaitEnd(), install::toString);
    HotshoeProcess info = home.run("shell", "ext:info cs-web");
    assertEquals(0, info.awaitEnd());
    assertTrue(!info.lines("1\\.2\\.3").isEmpty(), info::toString);
    assertTrue(!info.lines("/manifest\\.yaml").isEmpty(), info::toString);
    assertTrue(!home.run("shell", "op:list").lines("ping").isEmpty());
    asked.clear();
    files.put("/manifest.yaml", utf8(manifest("hello", "http", url("/r.zip"))));
    HotshoeProcess taken = home.run("shell", "ext:install " + url("/manifest.yaml"));
    assertEquals(1, taken.awaitEnd(), taken::toString);
    assertTrue(!taken.lines("hello").isEmpty(), taken::toString);
    assertEquals(List.of("/manifest.yaml"), asked);
  }

  @Test
  void aHostInsideTheNetworkIsNotAskedByDefault(Home home) {
    home.start();
    HotshoeProcess install = home.run("shell", "ext:install " + url("/x.zip"));
    assertEquals(1, install.awaitEnd(), install::toString);
    assertEquals(1, install.lines("HS-SOURCE-010").size(), install::toString);
    assertEquals(List.of(), asked);
  }

  @Test
  @Proves({"CS-28", "CS-35"})
  void theRevisionThatAManifestNamesIsInstalledAndItsCommitIsShown(Home home) throws Exception {
    assumeTrue(hasGit(), "there is no git here");
    Path repository = folder.resolve("r");
    git("init", "-q", "-b", "main", repository.toString());
    Path run = Files.writeString(repository.resolve("run.sh"), "#!/bin/sh\necho '{}'\n");
    assertTrue(run.toFile().setExecutable(true));
    String first = commit(repository, "one");
    git("-C", repository.toString(), "tag", "v1");
    String second = commit(repository, "two");
    home.start();
    String url = repository.toUri().toString();
    expectCommit(home, "cs-refs", url + "\n  refs: v1", first);
    expectCommit(home, "cs-ref", url + "\n  ref: v1", first);
    expectCommit(home, "cs-main", url, second);
    HotshoeProcess direct =
        home.run("shell", "ext:plan git+" + repository.toUri() + " --ref nosuch");
    assertEquals(1, direct.lines("HS-SOURCE-022").size(), direct::toString);
  }

  private void expectCommit(Home home, String name, String url, String commit) throws IOException {
    Path alone = Files.writeString(folder.resolve(name + ".yaml"), manifest(name, "git", url));
    HotshoeProcess install = home.run("shell", "ext:install " + alone);
    assertEquals(0, install.awaitEnd(), install::toString);
    HotshoeProcess info = home.run("shell", "ext:info " + name);
    assertEquals(0, info.awaitEnd());
    assertTrue(!info.lines(commit).isEmpty(), info::toString);
  }

  private static String commit(Path repository, String text) throws Exception {
    Files.writeString(repository.resolve("text"), text);
    git("-C", repository.toString(), "add", ".");
    git(
        "-C",
        repository.toString(),
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@example.org",
        "commit",
        "-qm",
        text);
    return Files.readString(repository.resolve(".git/refs/heads/main")).strip();
  }

  @Test
  void anyArchiveIsInstalledByTheFrameworksOwnCommand(Home home) throws IOException {
    Path archive = folder.resolve("x.zip");
    Files.write(
        archive,
        zip(
            "run.sh",
            "#!/bin/sh\necho '{}'\n",
            "manifest.yaml",
            manifest("cs-plain", "http", url("/x.zip"))));
    home.start();
    HotshoeProcess install = home.run("shell", "felix:install ext:file:" + archive);
    assertEquals(0, install.awaitEnd(), install::toString);
    HotshoeProcess list = home.run("shell", "felix:lb -s");
    assertEquals(1, list.lines("cloudstack\\.cs-plain").size(), list::toString);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static String manifest(String name, String source, String url) {
    return MANIFEST.replace("NAME", name).replace("SOURCE", source).replace("URL", url);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(utf8(namesAndTexts[i + 1]));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasGit() {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(path -> Files.isExecutable(Path.of(path, "git")));
  }

  private static void git(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(arguments)));
    builder.command().add(0, "git");
    Process process = builder.redirectErrorStream(true).start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }
}
