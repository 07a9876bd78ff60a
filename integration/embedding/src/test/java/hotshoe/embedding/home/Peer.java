package hotshoe.embedding.home;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small server that answers for a system which scripts of home speak to; on loopback only. */
abstract class Peer implements AutoCloseable {

  private final HttpServer server;
  private final List<String> heard = new ArrayList<>();

  /** Answers on this server from now on. */
  Peer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  /** What was asked, in order: method and path, without what every path begins with. */
  List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  /** One request. */
  record Asked(String method, String path, Map<String, String> form) {}

  /** An answer: its status and its JSON. */
  record Told(int status, String json) {
    static Told ok(String json) {
      return new Told(200, json);
    }
  }

  /** What every path begins with. */
  abstract String root();

  /** Whether somebody may ask who sends this. */
  abstract boolean knows(String authorization);

  /** The answer; requests come one after the other. */
  abstract Told tell(Asked asked);

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().toString();
      Told told =
          path.startsWith(root()) && authorization != null && knows(authorization)
              ? heard(exchange.getRequestMethod(), path.substring(root().length()), body)
              : new Told(401, "{}");
      byte[] bytes = told.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Told heard(String method, String path, String body) {
    synchronized (heard) {
      heard.add(method + " " + path);
      return tell(new Asked(method, path, form(body)));
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
