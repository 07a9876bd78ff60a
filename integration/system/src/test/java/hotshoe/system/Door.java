package hotshoe.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The HTTP door of a running host, at the port that the host says it has. */
final class Door {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  Door(HotshoeProcess host) {
    address = host.awaitLine("(http://127\\.0\\.0\\.1:\\d+)").group(1);
  }

  HttpResponse<String> get(String path) {
    try {
      return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError("no answer to " + path, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  CompletableFuture<HttpResponse<String>> ask(String path) {
    return client.sendAsync(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(30))
        .build();
  }
}
