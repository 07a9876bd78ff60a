package hotshoe.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open door: takes requests in, turns away what it must, and sends answers out. */
final class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private static final int BACKLOG = 64;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final Workers workers;
  private final Pages pages;
  private final Visitor visitor;
  private final InFlight inFlight = new InFlight();
  private final AtomicLong requests = new AtomicLong();

  private Door(HttpServer server, Workers workers, Pages pages, Visitor visitor) {
    this.server = server;
    this.workers = workers;
    this.pages = pages;
    this.visitor = visitor;
  }

  /**
   * Opens a door at this address.
   *
   * @param limit how long one request may take, from its first byte to the last of its answer
   * @throws IOException when the address cannot be had
   */
  static Door open(InetSocketAddress address, Pages pages, Duration limit) throws IOException {
    HttpServer server = HttpServer.create(address, BACKLOG);
    Workers workers = new Workers(limit);
    Visitor visitor = new Visitor(address.getAddress(), address.getHostString());
    Door door = new Door(server, workers, pages, visitor);
    server.createContext("/", door::handle);
    server.setExecutor(workers);
    server.start();
    return door;
  }

  /** The address that was really had. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  /** How many requests have come in. */
  long requests() {
    return requests.get();
  }

  /** How many requests are in hand. */
  int inHand() {
    return inFlight.count();
  }

  /**
   * Answers new requests with 503 from now on and waits for those in hand.
   *
   * @return how many are still in hand at the limit
   */
  int drain(Duration limit) throws InterruptedException {
    return inFlight.drain(limit);
  }

  /** Closes everything at once. */
  void close() {
    server.stop(0);
    workers.close();
  }

  private void handle(HttpExchange exchange) {
    requests.incrementAndGet();
    boolean entered = inFlight.enter();
    try (exchange) {
      send(exchange, answer(exchange, entered));
    } catch (IOException e) {
      LOG.debug("somebody left before the answer: {}", e.toString());
    } finally {
      if (entered) {
        inFlight.leave();
      }
    }
  }

  private Answer answer(HttpExchange exchange, boolean entered) {
    Optional<Answer> refusal = visitor.refusal(exchange);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String path = exchange.getRequestURI().getRawPath();
    if (!entered && !Pages.LIVE.equals(path)) {
      return Pages.stopping();
    }
    try {
      return pages.answer(exchange.getRequestMethod(), path);
    } catch (RuntimeException | LinkageError e) {
      Problem problem =
          Problem.error("HS-GATEWAY-011", "the request could not be answered")
              .advising("the log says why");
      LOG.error("{} ({})", problem.sentence(), path, e);
      return Answer.of(500, problem);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    answer.headers().forEach(headers::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(answer.body().length));
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    OutputStream out = exchange.getResponseBody();
    out.write(answer.body());
    out.flush(); // closing first reads what is left of a body, and whoever sends it may be slow
  }
}
