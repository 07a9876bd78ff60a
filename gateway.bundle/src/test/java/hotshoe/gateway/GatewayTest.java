package hotshoe.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.host.Phase;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.status.SliceStatus;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

  private final LogLines log = new LogLines();
  private final StandIns.Written written = new StandIns.Written();
  private final StandIns.FixedHost host = new StandIns.FixedHost();
  private final AtomicReference<Status> status =
      new AtomicReference<>(() -> StandIns.status(StatusLevel.OK));
  private final Gateway gateway = new Gateway(written, host, () -> status.get().status());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    gateway.stop();
    log.close();
  }

  private int port() {
    return (Integer) gateway.status().details().get("port");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  /** Sends exactly these lines and reads until an error ends or the connection does. */
  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(20_000);
      String text = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      for (int next = 0; next >= 0 && answer.indexOf("}}") < 0; ) {
        next = socket.getInputStream().read();
        answer.append(next < 0 ? "" : (char) next);
      }
      return answer.toString();
    }
  }

  @Test
  @Proves("INM-33")
  void healthIs200OnlyWhenAllIsWell() throws Exception {
    gateway.start();
    HttpResponse<String> answer = get("/health");
    assertEquals(200, answer.statusCode());
    assertEquals("{\"status\":\"ok\",\"phase\":\"ready\"}", answer.body());
    assertEquals("ok", answer.headers().firstValue("Hotshoe-Status").orElseThrow());
  }

  @Test
  @Proves("INM-33")
  void healthIs503ForAWarningAndForAnErrorAndTellsThemApart() throws Exception {
    gateway.start();
    status.set(() -> StandIns.status(StatusLevel.WARNING));
    HttpResponse<String> warning = get("/health");
    assertEquals(503, warning.statusCode());
    assertEquals("{\"status\":\"warning\",\"phase\":\"ready\"}", warning.body());
    assertEquals("warning", warning.headers().firstValue("Hotshoe-Status").orElseThrow());
    status.set(() -> StandIns.status(StatusLevel.ERROR));
    HttpResponse<String> error = get("/health");
    assertEquals(503, error.statusCode());
    assertEquals("{\"status\":\"error\",\"phase\":\"ready\"}", error.body());
  }

  @Test
  void livenessNeedsNothingButTheProcess() throws Exception {
    gateway.start();
    host.phase = Phase.STARTING;
    status.set(
        () -> {
          throw new IllegalStateException("nobody is to be asked");
        });
    assertEquals(200, get("/health/live").statusCode());
  }

  @Test
  void readinessFollowsThePhase() throws Exception {
    gateway.start();
    assertEquals("{\"status\":\"ready\"}", get("/health/ready").body());
    host.phase = Phase.STARTING;
    HttpResponse<String> answer = get("/health/ready");
    assertEquals(503, answer.statusCode());
    assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  @Proves("INM-34")
  void theStatusPageShowsAllAndNoPaths() throws Exception {
    gateway.start();
    HttpResponse<String> answer = get("/status");
    assertEquals(200, answer.statusCode());
    assertEquals(golden("status.json"), answer.body());
    assertFalse(answer.body().contains("/home/ann"), answer.body());
    assertEquals(
        "application/json; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = GatewayTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\n\\s*", "").trim();
    }
  }

  @Test
  void nothingThereIs404InJson() throws Exception {
    gateway.start();
    for (String path : List.of("/", "/health/", "/status/../etc/passwd", "/%2e%2e/status")) {
      HttpResponse<String> answer = get(path);
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().startsWith("{\"error\":{\"code\":\"HS-GATEWAY-009\""), path);
    }
  }

  @Test
  void anotherMethodIs405WithAllow() throws Exception {
    gateway.start();
    HttpResponse<String> answer = send(request("/status").DELETE());
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
    assertTrue(answer.body().contains("HS-GATEWAY-010"), answer.body());
  }

  @Test
  void headAnswersLikeGetWithoutTheBody() throws Exception {
    gateway.start();
    HttpResponse<String> answer =
        send(request("/health").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(31, answer.headers().firstValueAsLong("Content-Length").orElseThrow());
  }

  @Test
  void aFailureInsideIs500WithoutItsDetails() throws Exception {
    gateway.start();
    status.set(
        () -> {
          throw new IllegalStateException("jdbc:secret");
        });
    HttpResponse<String> answer = get("/status");
    assertEquals(500, answer.statusCode());
    assertTrue(answer.body().contains("HS-GATEWAY-011"), answer.body());
    assertFalse(answer.body().contains("secret"), answer.body());
    assertTrue(log.lines().get(1).startsWith("SEVERE HS-GATEWAY-011"), log.lines().toString());
  }

  @Test
  void aNameThatIsNotOursIsTurnedAway() throws Exception {
    gateway.start();
    String answer = raw("GET /status HTTP/1.1", "Host: evil.example:7700");
    assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
    assertTrue(answer.contains("HS-GATEWAY-006"), answer);
    for (String name : List.of("localhost", "LOCALHOST:7700", "127.0.0.1:1", "[::1]:7700")) {
      String welcome = raw("GET /health/live HTTP/1.1", "Host: " + name, "Connection: close");
      assertTrue(welcome.startsWith("HTTP/1.1 200 "), name + " " + welcome);
    }
  }

  @Test
  void aBodyIsTurnedAwayUnread() throws Exception {
    gateway.start();
    String answer = raw("POST /status HTTP/1.1", "Host: localhost", "Content-Length: 99999999999");
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    String chunked =
        raw("POST /status HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked", "", "0");
    assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
  }

  @Test
  void anEndlessAddressIsTurnedAway() throws Exception {
    gateway.start();
    String answer = raw("GET /" + "x".repeat(5000) + " HTTP/1.1", "Host: localhost");
    assertTrue(answer.startsWith("HTTP/1.1 414 "), answer);
  }

  @Test
  @Proves("INM-23")
  void aRequestInHandIsAnsweredBeforeTheStopGoesOn() throws Exception {
    gateway.start();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    status.set(slow(asked, release));
    CompletableFuture<HttpResponse<String>> inHand = sendAsync("/status");
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(this::prestop);
    assertThrows(
        java.util.concurrent.TimeoutException.class,
        () -> stopping.get(200, TimeUnit.MILLISECONDS),
        "prestop waits");
    release.countDown();
    stopping.get(10, TimeUnit.SECONDS);
    assertEquals(200, inHand.get(10, TimeUnit.SECONDS).statusCode());
  }

  @Test
  @Proves("INM-23")
  void waitingForRequestsIsBoundedSoThatOthersCanStop() throws Exception {
    written.with("stop.drain-limit", Duration.ofMillis(100));
    gateway.start();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    status.set(slow(asked, release));
    CompletableFuture<HttpResponse<String>> inHand = sendAsync("/status");
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    CompletableFuture.runAsync(
            () -> {
              prestop();
              gateway.stop();
            })
        .get(5, TimeUnit.SECONDS);
    release.countDown();
    assertThrows(
        java.util.concurrent.ExecutionException.class, () -> inHand.get(10, TimeUnit.SECONDS));
    for (int i = 0; i < 500 && log.lines().size() < 3; i++) {
      Thread.sleep(10); // the interrupted request says so in the log
    }
  }

  @Test
  @Proves("INM-24")
  void duringTheStopNewRequestsGet503OnOldAndNewConnections() throws Exception {
    gateway.start();
    assertEquals(200, get("/health").statusCode(), "and the connection stays open");
    prestop();
    for (HttpClient each : List.of(client, HttpClient.newHttpClient())) {
      HttpResponse<String> answer =
          each.send(request("/status").build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(503, answer.statusCode());
      assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(answer.body().contains("HS-GATEWAY-012"), answer.body());
    }
    assertEquals(200, get("/health/live").statusCode(), "the process is still alive");
  }

  @Test
  @Proves("INM-24")
  void afterTheStopThePortIsFree() throws Exception {
    gateway.start();
    int port = port();
    prestop();
    gateway.stop();
    assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    written.with("gateway.port", (long) port);
    Gateway again = new Gateway(written, host, status.get());
    again.start();
    again.stop();
  }

  private void prestop() {
    try {
      gateway.prestop();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CompletableFuture<HttpResponse<String>> sendAsync(String path) {
    return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Status slow(CountDownLatch asked, CountDownLatch release) {
    return () -> {
      asked.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return StandIns.status(StatusLevel.OK);
    };
  }

  @Test
  void aPortInUseIsNamedWithWhatToDo() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      written.with("gateway.port", (long) other.getLocalPort());
      assertEquals(
          "HS-GATEWAY-001: port <port> is in use (etc/hotshoe.yaml:3): another program listens on"
              + " 127.0.0.1:<port>; end it, or set gateway.port to another port, or to 0 for any"
              + " free one",
          startProblem().sentence().replace(String.valueOf(other.getLocalPort()), "<port>"));
    }
  }

  private Problem startProblem() {
    return assertThrows(ProblemException.class, gateway::start).problems().get(0);
  }

  @Test
  void anAddressThatIsNotOursIsNamed() {
    written.with("gateway.host", "192.0.2.1");
    assertEquals("HS-GATEWAY-002", startProblem().code());
    written.with("gateway.host", "no-such-host.invalid");
    assertEquals("HS-GATEWAY-002", startProblem().code());
  }

  @Test
  void aNumberThatIsNoPortIsNamedWithItsLine() {
    written.with("gateway.port", 70_000L);
    assertEquals(
        "HS-GATEWAY-003: 70000 is not a port (etc/hotshoe.yaml:3); set gateway.port to a number"
            + " from 1 to 65535, or to 0 for any free one",
        startProblem().sentence());
  }

  @Test
  void switchedOffItOpensNothing() throws Exception {
    written.with("gateway.enabled", false);
    gateway.start();
    assertEquals(SliceStatus.of(StatusLevel.OK, "not answering over HTTP"), gateway.status());
    prestop();
    gateway.stop();
  }

  @Test
  void whoeverEmbedsItFindsTheRealPort() throws Exception {
    gateway.start();
    assertTrue(port() > 0);
    assertEquals(List.of("INFO answering on http://127.0.0.1:" + port()), log.lines());
    assertEquals("http://127.0.0.1:" + port(), gateway.status().details().get("address"));
    get("/health");
    assertEquals(1L, gateway.status().details().get("requests"));
  }

  @Test
  void openToOtherMachinesItSaysSoAndAnswersToAnyName() throws Exception {
    written.with("gateway.host", "0.0.0.0");
    gateway.start();
    assertTrue(log.lines().get(1).startsWith("WARNING HS-GATEWAY-004"), log.lines().toString());
    String answer = raw("GET /health/live HTTP/1.1", "Host: build7.example", "Connection: close");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @Test
  void manyAtOnceAreServedByFewThreads() throws Exception {
    gateway.start();
    List<CompletableFuture<HttpResponse<String>>> answers =
        java.util.stream.IntStream.range(0, 60).mapToObj(i -> sendAsync("/status")).toList();
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertEquals(200, answer.get(20, TimeUnit.SECONDS).statusCode());
    }
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("hotshoe-gateway-"))
            .count();
    assertTrue(threads <= 18, threads + " threads");
  }
}
