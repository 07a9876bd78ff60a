package hotshoe.gateway;

import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.problem.Problem;
import hotshoe.status.HostStatus;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is behind the door, by path. All of it can be read by anybody who reaches the door. */
final class Pages {

  /** Answers as long as the process does. */
  static final String LIVE = "/health/live";

  private static final String METHODS = "GET, HEAD";
  private static final String LEVEL = "Hotshoe-Status";
  private static final String RETRY_SECONDS = "5";

  private final Host host;
  private final Status status;
  private final Map<String, Supplier<Answer>> byPath;

  Pages(Host host, Status status) {
    this.host = host;
    this.status = status;
    this.byPath =
        Map.of(
            "/health",
            this::health,
            LIVE,
            () -> said(200, "live"),
            "/health/ready",
            this::ready,
            "/status",
            this::status);
  }

  /** The answer to a request; never fails for what is asked. */
  Answer answer(String method, String path) {
    Supplier<Answer> page = Optional.ofNullable(path).map(byPath::get).orElse(null);
    if (page == null) {
      return Answer.of(
          404,
          Problem.error("HS-GATEWAY-009", "there is nothing here")
              .advising("ask for /health, /health/live, /health/ready or /status"));
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.of(
              405, Problem.error("HS-GATEWAY-010", "this can only be read").advising("use GET"))
          .with("Allow", METHODS);
    }
    return page.get();
  }

  /** Row INM-33: 200 only when all is well; warnings and errors can be told apart. */
  private Answer health() {
    HostStatus all = status.status();
    String level = word(all.overall());
    Answer answer =
        Answer.of(
            all.overall() == StatusLevel.OK ? 200 : 503,
            json -> {
              json.beginObject().name("status").value(level);
              json.name("phase").value(word(all.phase())).endObject();
            });
    return answer.with(LEVEL, level);
  }

  private Answer ready() {
    boolean ready = host.phase() == Phase.READY;
    Answer answer = said(ready ? 200 : 503, word(host.phase()));
    return ready ? answer : answer.with("Retry-After", RETRY_SECONDS);
  }

  private Answer status() {
    HostStatus all = status.status();
    return Answer.of(200, json -> new StatusPage(json).write(all)).with(LEVEL, word(all.overall()));
  }

  /** What everybody gets once the host is stopping (row INM-24). */
  static Answer stopping() {
    Problem problem =
        Problem.error("HS-GATEWAY-012", "the host is stopping").advising("try again later");
    return Answer.of(503, problem).with("Retry-After", RETRY_SECONDS).with("Connection", "close");
  }

  private static Answer said(int code, String word) {
    return Answer.of(code, json -> json.beginObject().name("status").value(word).endObject());
  }

  /** Constants are written in lower case in JSON. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
