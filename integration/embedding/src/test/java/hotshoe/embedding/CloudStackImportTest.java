package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudStack's import by the URL of a manifest, from a real server into an assembled host. */
class CloudStackImportTest {

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: Far
        displayName: From afar
        description: Comes over the wire.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      source: {type: zip, url: "%s/far.zip", digest: "sha256:%s"}
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20}}
        entrypoint: {path: far.sh}
      customActions: [{name: Hello, enabled: true, timeout: 20}]
      """;

  private static final ExtensionName NAME = new ExtensionName("far");

  @TempDir Path home;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] file = files.getOrDefault(path, new byte[0]);
          exchange.sendResponseHeaders(file.length == 0 ? 404 : 200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    server.start();
    hotshoe = Hotshoe.builder().home(home).option("sources.allow", List.of("127.0.0.1")).start();
  }

  @AfterEach
  void stop() {
    hotshoe.close();
    server.stop(0);
  }

  @Test
  @Proves({"CS-24", "CS-35"})
  void oneCallGivesTheExtensionItsActionsAndItsFiles() throws Exception {
    publish(digest(archive()));
    Outcome outcome = imported();
    assertInstanceOf(Outcome.Installed.class, outcome, outcome::toString);
    assertEquals(ExtensionState.ACTIVE, hotshoe.extensions().find(NAME).orElseThrow().state());
    hotshoe.resources().put(Resource.of("VirtualMachine", "vm-1", "web"));
    Succeeded said =
        assertInstanceOf(
            Succeeded.class,
            hotshoe
                .operations()
                .call(
                    CallRequest.of("far.Hello", Map.of())
                        .on(hotshoe.resources().list("VirtualMachine").get(0).ref())));
    assertEquals("from afar", ((Map<?, ?>) said.result()).get("details"));
    assertTrue(
        hotshoe
            .require(Installer.class)
            .versions(NAME)
            .get(0)
            .provenance()
            .resolved()
            .endsWith("/far.zip"));
  }

  @Test
  @Proves("CS-24")
  void onlyTheHighestRoleMayImport() throws Exception {
    publish(digest(archive()));
    CallRequest order =
        CallRequest.of("cloudstack-import", Map.of("manifesturl", base() + "/manifest.yaml"));
    Caller operator = new Caller("olga", Set.of("pool-operator"), "http");
    assertInstanceOf(Refused.class, hotshoe.operations().call(order.by(operator)));
    assertEquals(List.of(), List.copyOf(asked));
    Caller administrator = new Caller("adam", Set.of("pool-admin"), "http");
    Succeeded imported =
        assertInstanceOf(Succeeded.class, hotshoe.operations().call(order.by(administrator)));
    assertEquals("far", ((Map<?, ?>) imported.result()).get("id"));
    assertEquals(
        List.of("adam far " + base() + "/manifest.yaml ok"),
        hotshoe.audit().tail(100).stream()
            .filter(entry -> entry.action().equals("EXTENSION.CREATE"))
            .map(entry -> entry.caller() + " " + entry.subject() + " " + entry.outcome())
            .toList());
    assertTrue(hotshoe.operations().find("far.Hello").isPresent());
  }

  @Test
  @Proves({"CS-35", "CS-43"})
  void anArchiveWithAnotherDigestIsRefusedAndLeavesNothing() throws Exception {
    publish("0".repeat(64));
    refused("sha");
    assertTrue(hotshoe.extensions().find(NAME).isEmpty());
    for (String folder : List.of("archives", "extensions", "files")) {
      Path place = home.resolve("data").resolve(folder);
      if (Files.isDirectory(place)) {
        try (Stream<Path> left = Files.list(place)) {
          assertEquals(List.of(), left.toList());
        }
      }
    }
  }

  @Test
  @Proves("CS-42")
  void aNameThatIsTakenIsRefusedBeforeTheArchiveIsAskedFor() throws Exception {
    Files.write(home.resolve("deploy").resolve("other.zip"), archive(manifest("0".repeat(64))));
    long end = System.nanoTime() + 20_000_000_000L;
    while (hotshoe.extensions().find(NAME).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    publish(digest(archive()));
    refused("far");
    assertEquals(List.of("/manifest.yaml"), List.copyOf(asked));
  }

  private void refused(String word) {
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, imported());
    String words = refused.problems().stream().map(Problem::sentence).toList().toString();
    assertTrue(words.toLowerCase(java.util.Locale.ROOT).contains(word), words);
  }

  private Outcome imported() {
    return hotshoe
        .require(Installer.class)
        .install(InstallRequest.of(base() + "/manifest.yaml"), InstallListener.NONE);
  }

  private void publish(String digest) throws IOException {
    files.put("/manifest.yaml", manifest(digest).getBytes(StandardCharsets.UTF_8));
    files.put("/far.zip", archive());
  }

  private String manifest(String digest) {
    return MANIFEST.formatted(base(), digest);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static byte[] archive() throws IOException {
    return archive("");
  }

  /** The program, and a manifest if there is one. */
  private static byte[] archive(String manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "far.sh", "#!/bin/sh\necho from afar\n");
      if (!manifest.isEmpty()) {
        add(zip, "manifest.yaml", manifest);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.of(1990, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
