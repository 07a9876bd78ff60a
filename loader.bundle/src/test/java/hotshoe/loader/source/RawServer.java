package hotshoe.loader.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that says exactly what it is told to, however wrong that is. */
final class RawServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Script script;

  /** What is said to a request. */
  interface Script {
    void answer(String request, OutputStream out) throws Exception;
  }

  RawServer(Script script) throws IOException {
    this.script = script;
    Thread thread = new Thread(this::serve, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The heads of all requests so far. */
  List<String> requests() {
    return requests;
  }

  static void say(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  static void send(OutputStream out, byte[] body, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: " + body.length);
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    say(out, head.append("\r\nConnection: close").toString());
    out.write(body);
  }

  static void redirect(OutputStream out, String target) throws IOException {
    say(out, "HTTP/1.1 302 Found", "Location: " + target, "Content-Length: 0", "Connection: close");
  }

  private void serve() {
    try {
      while (true) {
        Socket peer = socket.accept();
        open.add(peer);
        Thread thread = new Thread(() -> converse(peer), "raw server's talk");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      requests.add("closed");
    }
  }

  private void converse(Socket peer) {
    try (peer;
        InputStream in = new BufferedInputStream(peer.getInputStream())) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      requests.add(head.toString());
      script.answer(head.toString(), peer.getOutputStream());
    } catch (Exception gone) {
      requests.add("gone: " + gone);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket peer : open) {
      peer.close();
    }
  }
}
