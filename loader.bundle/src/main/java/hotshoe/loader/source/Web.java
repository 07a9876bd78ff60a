package hotshoe.loader.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks servers for files. Every server is checked against what the operator allows, those included
 * that another server names; and whatever a server does, it ends.
 */
final class Web {

  /** How long a server may take to accept a connection. */
  private static final Duration CONNECTING = Duration.ofSeconds(15);

  /** How long a server may send nothing. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final SourceRules rules;
  private final Hosts hosts;
  private final Duration silence;
  private final Lazy client = new Lazy();

  Web(SourceRules rules) {
    this(rules, SILENCE);
  }

  Web(SourceRules rules, Duration silence) {
    this.rules = rules;
    this.hosts = new Hosts(rules.allowed());
    this.silence = silence;
  }

  /**
   * What came.
   *
   * @param status of the last answer; what is in the file counts only when it is 200
   * @param url from where it really came
   * @param type what the server says that it is, or empty
   * @param encoding how the server says that it packed the file for its way, or empty
   */
  record Answer(int status, URI url, String type, String encoding) {

    boolean isThere() {
      return status == 200;
    }
  }

  Hosts hosts() {
    return hosts;
  }

  /**
   * Writes what is behind a URL into a file.
   *
   * @param origin what people call it
   * @param limit most bytes that may come
   */
  Answer get(URI url, String origin, long limit, Path file, Progress progress) throws IOException {
    Download.Terms terms = new Download.Terms(limit, rules.limit(), silence);
    try (Download download = new Download(client.get(), hosts, origin, terms, file, progress)) {
      return download.run(url);
    }
  }

  /** Made when it is first needed: most hosts never ask anybody. */
  private static final class Lazy {

    private HttpClient client;

    synchronized HttpClient get() {
      if (client == null) {
        client =
            HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
      }
      return client;
    }
  }
}
