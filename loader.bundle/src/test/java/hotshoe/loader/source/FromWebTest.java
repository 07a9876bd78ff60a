package hotshoe.loader.source;

import static hotshoe.loader.source.RawServer.redirect;
import static hotshoe.loader.source.RawServer.say;
import static hotshoe.loader.source.RawServer.send;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come from servers, whatever servers do; or nothing comes, and nothing stays. */
class FromWebTest {

  private static final byte[] BODY = random(300_000);
  private static final long LARGEST = 1 << 20;

  @TempDir Path folder;

  private final List<AutoCloseable> servers = new ArrayList<>();

  @AfterEach
  void closeServers() throws Exception {
    for (AutoCloseable server : servers) {
      server.close();
    }
  }

  @Test
  void aFileComesWithWhereItReallyWasAndHowFarItIs() throws IOException {
    RawServer server =
        server(
            (request, out) -> {
              if (request.startsWith("GET /moved ")) {
                redirect(out, "/there/hello.zip?token=geheim");
              } else {
                slowly(out);
              }
            });
    FetchingStore fetching = allowing("127.0.0.1");
    List<String> told = new ArrayList<>();
    String url = server.url("/moved");
    try (Fetched fetched =
        fetching.watched(url, (stage, done, total) -> told.add(stage + " " + done + "/" + total))) {
      assertArrayEquals(BODY, Files.readAllBytes(fetched.copy().file()));
      assertEquals(url, fetched.origin());
      assertEquals(server.url("/there/hello.zip?token=***"), fetched.resolved());
    }
    assertTrue(
        told.stream().anyMatch(line -> line.equals("FETCHING 100000/300000")), told::toString);
    assertEquals("FETCHING 300000/300000", told.get(told.size() - 1));
    assertTrue(told.size() < 20, told::toString);
    assertEquals(List.of(), fetching.left());
  }

  private static void slowly(OutputStream out) throws Exception {
    say(out, "HTTP/1.1 200 OK", "Content-Length: 300000");
    for (int part = 0; part < 3; part++) {
      out.write(BODY, part * 100_000, 100_000);
      out.flush();
      Thread.sleep(300);
    }
  }

  @Test
  void whatIsInsideTheNetworkIsNotAskedUnlessTheOperatorAllowsIt() throws IOException {
    RawServer server = server((request, out) -> send(out, BODY));
    FetchingStore usual = new FetchingStore(folder);
    for (String host :
        List.of(
            "127.0.0.1",
            "localhost",
            "localhost.",
            "2130706433",
            "127.1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "10.1.2.3",
            "192.168.0.1",
            "172.31.9.9",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "[fd00::1]",
            "[fe80::1]")) {
      Problem problem = usual.refused("http://" + host + ":" + server.port() + "/x.zip");
      assertTrue(
          List.of("HS-SOURCE-010", "HS-SOURCE-002").contains(problem.code()), problem::sentence);
    }
    assertEquals(List.of(), server.requests());
    for (String allowed :
        List.of("127.0.0.1", "127.0.0.0/8", "any", "127.0.0.1:" + server.port())) {
      allowing(allowed).fetched(server.url("/x.zip")).close();
    }
    assertEquals("HS-SOURCE-010", allowing("127.0.0.1:1").refused(server.url("/x")).code());
    assertEquals("HS-SOURCE-010", allowing("public", "*.0.0.1.x").refused(server.url("/")).code());
  }

  @Test
  void aServerCannotSendToWhatIsNotAllowed() throws IOException {
    RawServer inner = server((request, out) -> send(out, BODY));
    RawServer outer =
        server((request, out) -> redirect(out, "http://localhost:" + inner.port() + "/secret"));
    FetchingStore fetching = allowing("127.0.0.1:" + outer.port());
    assertEquals("HS-SOURCE-010", fetching.refused(outer.url("/x.zip")).code());
    assertEquals(List.of(), inner.requests());
    RawServer odd = server((request, out) -> redirect(out, "file:///etc/passwd"));
    assertEquals("HS-SOURCE-013", allowing("any").refused(odd.url("/x.zip")).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void encryptionIsNotGivenUpOnTheWay() throws IOException {
    URI from = URI.create("https://example.org/x");
    Unfetched end =
        assertThrows(
            Unfetched.class, () -> Download.target(from, "http://example.org/x", "the origin"));
    assertEquals("HS-SOURCE-014", end.problems().get(0).code());
    assertEquals(
        URI.create("https://example.org/y"), Download.target(from, "/y#part", "the origin"));
    assertEquals(
        URI.create("https://example.com/"),
        Download.target(URI.create("http://example.org/x"), "https://me@example.com/", "o"));
  }

  @Test
  void redirectsEnd() throws IOException {
    RawServer server = server((request, out) -> redirect(out, "/round"));
    FetchingStore fetching = allowing("127.0.0.1");
    assertEquals("HS-SOURCE-012", fetching.refused(server.url("/round")).code());
    assertEquals(11, server.requests().size());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  @Proves("CS-43")
  void whatDoesNotEndIsEnded() throws IOException {
    RawServer endless =
        server(
            (request, out) -> {
              say(out, "HTTP/1.1 200 OK", "Connection: close");
              new Endless().transferTo(out);
            });
    RawServer refusing =
        server(
            (request, out) -> {
              say(out, "HTTP/1.1 404 Not Found", "Connection: close");
              new Endless().transferTo(out);
            });
    RawServer large =
        server(
            (request, out) -> {
              say(out, "HTTP/1.1 200 OK", "Content-Length: 99999999999");
              out.write(1);
              out.flush();
              Thread.sleep(20_000);
            });
    FetchingStore fetching = allowing("127.0.0.1");
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertEquals("HS-SOURCE-006", fetching.refused(endless.url("/x.zip")).code());
          assertEquals("HS-SOURCE-018", fetching.refused(refusing.url("/x.zip")).code());
          assertEquals("HS-SOURCE-006", fetching.refused(large.url("/x.zip")).code());
        });
    assertEquals(List.of(), fetching.left());
  }

  @Test
  @Proves("CS-43")
  void slowAndSilentServersAreGivenUp() throws IOException {
    RawServer drip =
        server(
            (request, out) -> {
              say(out, "HTTP/1.1 200 OK", "Content-Length: 100000");
              while (true) {
                out.write(1);
                out.flush();
                Thread.sleep(50);
              }
            });
    RawServer silent = server((request, out) -> Thread.sleep(20_000));
    SourceRules rules = new SourceRules(List.of("any"), LARGEST, Duration.ofMillis(1500));
    FetchingStore fetching =
        new FetchingStore(folder, rules, new Web(rules, Duration.ofMillis(700)));
    assertEquals("HS-SOURCE-016", fetching.refused(drip.url("/x.zip")).code());
    assertEquals("HS-SOURCE-017", fetching.refused(silent.url("/x.zip")).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void aConnectionThatIsCutIsTakenUpOnce() throws IOException {
    RawServer server =
        server(
            (request, out) -> {
              if (request.contains("Range: bytes=100000-")
                  && request.contains("If-Range: \"v1\"")) {
                say(
                    out,
                    "HTTP/1.1 206 Partial Content",
                    "Content-Range: bytes 100000-299999/300000",
                    "ETag: \"v1\"",
                    "Content-Length: 200000");
                out.write(BODY, 100_000, 200_000);
              } else {
                say(out, "HTTP/1.1 200 OK", "ETag: \"v1\"", "Content-Length: 300000");
                out.write(BODY, 0, 100_000);
              }
            });
    try (Fetched fetched = allowing("127.0.0.1").fetched(server.url("/x.zip"))) {
      assertArrayEquals(BODY, Files.readAllBytes(fetched.copy().file()));
    }
    assertEquals(2, server.requests().size(), server.requests()::toString);
  }

  @Test
  void aServerThatCannotGoOnBeginsAnewAndOneThatIsOutOfOrderIsAskedAgain() throws IOException {
    RawServer cutting = server(new CutsFirst(100_000));
    RawServer failing = server(new CutsFirst(-1));
    for (RawServer server : List.of(cutting, failing)) {
      try (Fetched fetched = allowing("127.0.0.1").fetched(server.url("/x.zip"))) {
        assertArrayEquals(BODY, Files.readAllBytes(fetched.copy().file()));
      }
      assertEquals(2, server.requests().size());
    }
  }

  private static final class CutsFirst implements RawServer.Script {

    private final int after;
    private boolean cut;

    CutsFirst(int after) {
      this.after = after;
    }

    @Override
    public synchronized void answer(String request, OutputStream out) throws IOException {
      if (cut) {
        send(out, BODY);
      } else if (after < 0) {
        say(out, "HTTP/1.1 503 Service Unavailable", "Content-Length: 0", "Connection: close");
      } else {
        say(out, "HTTP/1.1 200 OK", "Content-Length: " + BODY.length);
        out.write(BODY, 0, after);
      }
      cut = true;
    }
  }

  @Test
  @Proves("CS-43")
  void whatServersAnswerIsSaidInWords() throws IOException {
    RawServer server =
        server(
            (request, out) -> {
              if (request.startsWith("GET /page ")) {
                send(
                    out,
                    "\n <!doctype html>".getBytes(StandardCharsets.UTF_8),
                    "Content-Type: text/html");
              } else if (request.startsWith("GET /brotli ")) {
                send(out, BODY, "Content-Encoding: br");
              } else if (request.startsWith("GET /cut ")) {
                say(out, "HTTP/1.1 200 OK", "Content-Length: 300000");
              } else if (request.startsWith("GET /noise ")) {
                out.write(BODY);
              } else {
                say(out, "HTTP/1.1 " + request.substring(5, 8) + " No", "Content-Length: 0");
              }
            });
    FetchingStore fetching = allowing("127.0.0.1");
    assertEquals("HS-SOURCE-019", fetching.refused(server.url("/page")).code());
    assertEquals("HS-SOURCE-020", fetching.refused(server.url("/brotli")).code());
    assertEquals("HS-SOURCE-015", fetching.refused(server.url("/cut")).code());
    assertEquals("HS-SOURCE-015", fetching.refused(server.url("/noise")).code());
    assertEquals("HS-SOURCE-018", fetching.refused(server.url("/404")).code());
    assertTrue(fetching.refused(server.url("/401")).sentence().contains("who you are"));
    assertTrue(fetching.refused(server.url("/500")).sentence().contains("500"));
    server.close();
    assertEquals("HS-SOURCE-015", fetching.refused(server.url("/x")).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void whatAServerPackedForItsWayIsUnpackedButNoArchiveIs() throws IOException {
    byte[] text = "kind: OrchestratorExtension".getBytes(StandardCharsets.UTF_8);
    byte[] tar = packed(new TarBytes().file("a", text).bytes());
    RawServer server =
        server(
            (request, out) ->
                send(
                    out,
                    request.startsWith("GET /text ") ? packed(text) : tar,
                    "Content-Encoding: gzip"));
    FetchingStore fetching = allowing("127.0.0.1");
    try (Fetched plain = fetching.fetched(server.url("/text"));
        Fetched archive = fetching.fetched(server.url("/tar"))) {
      assertArrayEquals(text, Files.readAllBytes(plain.copy().file()));
      assertArrayEquals(tar, Files.readAllBytes(archive.copy().file()));
    }
    RawServer bomb =
        server((request, out) -> send(out, packed(new byte[2 << 20]), "Content-Encoding: gzip"));
    assertEquals("HS-SOURCE-006", fetching.refused(bomb.url("/x")).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void secretsGoToTheirServerAndNowhereElse() throws IOException {
    RawServer other = server((request, out) -> send(out, BODY));
    RawServer server =
        server(
            (request, out) ->
                redirect(
                    out,
                    request.startsWith("GET /a")
                        ? "/b"
                        : "http://127.0.0.1:" + other.port() + "/c?sig=geheim"));
    String url = server.url("/a?access_token=geheim&ref=main").replace("//", "//ann:ge%68eim@");
    FetchingStore fetching = allowing("127.0.0.1");
    try (Fetched fetched = fetching.fetched(url)) {
      assertEquals(server.url("/a?access_token=***&ref=main"), fetched.origin());
      assertEquals("http://127.0.0.1:" + other.port() + "/c?sig=***", fetched.resolved());
    }
    String basic =
        Base64.getEncoder().encodeToString("ann:geheim".getBytes(StandardCharsets.UTF_8));
    for (String request : server.requests()) {
      assertTrue(request.contains("Authorization: Basic " + basic), request);
    }
    assertFalse(other.requests().get(0).contains("Authorization"), other.requests()::toString);
    server.close();
    assertFalse(fetching.refused(url).sentence().contains("geheim"));
    assertFalse(
        fetching.refused(url.replace("127.0.0.1", "10.0.0.1")).sentence().contains("geheim"));
    assertFalse(fetching.refused(url + " ").sentence().contains("geheim"));
    for (String password : List.of("ge/heim", "ge#heim", "ge?heim", "ge@heim", "ge%heim")) {
      Problem clumsy = fetching.refused("https://ann:" + password + "@10.0.0.1/x.zip");
      assertFalse(clumsy.sentence().contains("heim"), clumsy::sentence);
    }
  }

  @Test
  void interruptingTheThreadEndsIt() throws Exception {
    RawServer server =
        server(
            (request, out) -> {
              say(out, "HTTP/1.1 200 OK", "Content-Length: 300000");
              out.write(BODY, 0, 1000);
              out.flush();
              Thread.sleep(20_000);
            });
    FetchingStore fetching = allowing("127.0.0.1");
    Thread caller = Thread.currentThread();
    Problem problem =
        assertTimeout(
            Duration.ofSeconds(10),
            () -> {
              List<Problem> problems = new ArrayList<>();
              Thread thread = new Thread(() -> problems.add(fetching.refused(server.url("/x"))));
              thread.start();
              while (server.requests().isEmpty()) {
                Thread.sleep(10);
              }
              Thread.sleep(300);
              thread.interrupt();
              thread.join();
              return problems.get(0);
            });
    assertEquals("HS-SOURCE-008", problem.code());
    assertFalse(caller.isInterrupted());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void theSignatureBesideAnArchiveComesWhenItIsWanted() throws IOException {
    RawServer server =
        server(
            (request, out) -> {
              if (request.startsWith("GET /signed.zip.minisig?ref=main ")) {
                send(out, "signature".getBytes(StandardCharsets.UTF_8));
              } else if (request.contains(".minisig")) {
                say(out, "HTTP/1.1 404 Not Found", "Content-Length: 0", "Connection: close");
              } else {
                send(out, BODY);
              }
            });
    FetchingStore fetching = allowing("127.0.0.1");
    try (Fetched signed = fetching.signed(server.url("/signed.zip?ref=main"));
        Fetched bare = fetching.signed(server.url("/bare.zip"))) {
      byte[] bytes = signed.signature().orElseThrow().bytes();
      assertEquals("signature", new String(bytes, StandardCharsets.UTF_8));
      assertTrue(bare.signature().isEmpty());
    }
    assertEquals(List.of(), fetching.left());
  }

  private RawServer server(RawServer.Script script) throws IOException {
    RawServer server = new RawServer(script);
    servers.add(server);
    return server;
  }

  private FetchingStore allowing(String... hosts) {
    return new FetchingStore(
        folder, new SourceRules(Arrays.asList(hosts), LARGEST, Duration.ofSeconds(20)));
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
