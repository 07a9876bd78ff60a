package hotshoe.loader.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One file on its way here. The bytes are written by the client's threads; the thread that asked
 * looks after them: it tells how far they are, and ends what takes too long or grows too large.
 */
final class Download implements AutoCloseable {

  private static final int REDIRECTS = 10;
  private static final int ATTEMPTS = 2;
  private static final long TICK = 100;
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final int PART = 206;

  private final HttpClient client;
  private final Hosts hosts;
  private final String origin;
  private final Terms terms;
  private final FileChannel file;
  private final Progress progress;
  private final long began = System.nanoTime();
  private final AtomicLong size = new AtomicLong();
  private final AtomicLong total = new AtomicLong(-1);

  private Optional<String> tag = Optional.empty();
  private Optional<String> authorization = Optional.empty();

  /**
   * How long and how much.
   *
   * @param bytes most that may come
   * @param limit of all together
   * @param silence longest time in which nothing comes
   */
  record Terms(long bytes, Duration limit, Duration silence) {}

  Download(HttpClient client, Hosts hosts, String origin, Terms terms, Path file, Progress progress)
      throws IOException {
    this.client = client;
    this.hosts = hosts;
    this.origin = origin;
    this.terms = terms;
    this.file =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.progress = progress;
  }

  Web.Answer run(URI start) throws IOException {
    URI url = start;
    authorization = Urls.user(start).map(Download::basic);
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      hosts.check(url, origin);
      HttpResponse<Void> answer = answered(Urls.bare(url));
      Optional<String> next = answer.headers().firstValue("Location");
      if (!MOVED.contains(answer.statusCode()) || next.isEmpty()) {
        return ended(url, answer);
      }
      url = moved(url, next.get());
    }
    throw new Unfetched(SourceProblems.redirects(origin, REDIRECTS));
  }

  private Web.Answer ended(URI url, HttpResponse<Void> answer) throws IOException {
    int status = answer.statusCode() == PART ? 200 : answer.statusCode();
    if (status == 200) {
      file.truncate(size.get());
      progress.end(size.get());
    }
    HttpHeaders headers = answer.headers();
    return new Web.Answer(
        status,
        Urls.bare(url),
        headers.firstValue("Content-Type").orElse(""),
        headers.firstValue("Content-Encoding").orElse(""));
  }

  private URI moved(URI from, String location) throws IOException {
    URI to = target(from, location, origin);
    if (!Urls.sameServer(from, to)) {
      authorization = Optional.empty();
    }
    return to;
  }

  /** Where a server sends to, unless nobody should go there. */
  static URI target(URI from, String location, String origin) throws IOException {
    String shown = Urls.shown(location);
    try {
      URI to = Urls.bare(from.resolve(location));
      String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
      if (to.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new Unfetched(SourceProblems.redirected(origin, shown));
      }
      if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
        throw new Unfetched(SourceProblems.downgraded(origin, shown));
      }
      return to;
    } catch (IllegalArgumentException malformed) {
      throw new Unfetched(SourceProblems.redirected(origin, shown));
    }
  }

  /** A connection that is cut is tried once more, from where it was cut if the server can do it. */
  private HttpResponse<Void> answered(URI url) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<Void> answer = exchange(url);
        if (attempt == ATTEMPTS || answer.statusCode() < 500) {
          return answer;
        }
      } catch (Unfetched | InterruptedIOException end) {
        throw end;
      } catch (IOException cut) {
        if (attempt == ATTEMPTS) {
          throw new Unfetched(SourceProblems.cut(origin, cut));
        }
      }
    }
  }

  private HttpResponse<Void> exchange(URI url) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("User-Agent", "Hotshoe")
            .header("Accept-Encoding", "identity");
    authorization.ifPresent(user -> request.header("Authorization", user));
    long from = tag.isPresent() ? size.get() : 0;
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-").header("If-Range", tag.get());
    }
    HttpResponse<Void> answer =
        awaited(client.sendAsync(request.build(), info -> body(info, from)));
    if (answer.statusCode() == PART && !continues(answer.headers(), from)) {
      throw new IOException("it sends a part that nobody asked for");
    }
    return answer;
  }

  private BodySubscriber<Void> body(ResponseInfo info, long from) {
    boolean continued = info.statusCode() == PART && continues(info.headers(), from);
    if (info.statusCode() != 200 && !continued) {
      return new NoBody();
    }
    long start = continued ? from : 0;
    tag = info.headers().firstValue("ETag").filter(strong -> strong.startsWith("\""));
    size.set(start);
    total.set(info.headers().firstValueAsLong("Content-Length").orElse(-1 - start) + start);
    IOException tooMuch = new Unfetched(SourceProblems.tooLarge(origin, terms.bytes()));
    return new FileBody(file, size, terms.bytes(), tooMuch);
  }

  private static boolean continues(HttpHeaders headers, long from) {
    String range = headers.firstValue("Content-Range").orElse("");
    return from > 0 && range.startsWith("bytes " + from + "-");
  }

  private HttpResponse<Void> awaited(CompletableFuture<HttpResponse<Void>> answer)
      throws IOException {
    long seen = -1;
    long since = System.nanoTime();
    try {
      while (true) {
        try {
          return answer.get(TICK, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
          since = size.get() == seen ? since : System.nanoTime();
          seen = size.get();
          look(since);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
    } finally {
      answer.cancel(true);
    }
  }

  private void look(long lastSeen) throws IOException {
    long now = System.nanoTime();
    if (total.get() > terms.bytes()) {
      throw new Unfetched(SourceProblems.tooLarge(origin, terms.bytes()));
    }
    if (now - began > terms.limit().toNanos()) {
      throw new Unfetched(SourceProblems.tooSlow(origin, terms.limit(), size.get()));
    }
    if (now - lastSeen > terms.silence().toNanos()) {
      throw new Unfetched(SourceProblems.silent(origin, terms.silence()));
    }
    progress.at(size.get(), total.get());
  }

  private static String basic(String user) {
    String plain = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    byte[] bytes = (plain.contains(":") ? plain : plain + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
