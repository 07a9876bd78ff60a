package hotshoe.loader.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves one repository of the disk at {@code /repo.git} over HTTP, as git's own server does. */
final class GitServer implements AutoCloseable {

  private final HttpServer server;
  private final Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  GitServer(Path folder) throws IOException {
    this.folder = folder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/repo.git", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/repo.git";
  }

  /** What has been asked for, with who asked. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    try (exchange;
        Git git = Git.open(folder.toFile())) {
      UploadPack upload = new UploadPack(git.getRepository());
      upload.setBiDirectionalPipe(false);
      boolean advertise = exchange.getRequestURI().getPath().endsWith("/info/refs");
      String kind = advertise ? "advertisement" : "result";
      exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-" + kind);
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        if (advertise) {
          PacketLineOut lines = new PacketLineOut(out);
          lines.writeString("# service=git-upload-pack\n");
          lines.end();
          upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
          upload.upload(body(exchange), out, null);
        }
      }
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(exchange.getRequestBody())
        : exchange.getRequestBody();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
