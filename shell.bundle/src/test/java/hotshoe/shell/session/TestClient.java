package hotshoe.shell.session;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A client of the shell's socket that says exactly what a test wants it to say. */
final class TestClient implements AutoCloseable {

  private final SocketChannel channel;
  private final DataInputStream input;
  private final StringBuilder seen = new StringBuilder();

  TestClient(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    input = new DataInputStream(Channels.newInputStream(channel));
  }

  /** Runs lines and tells the code and all output in one text. */
  String command(String... lines) throws IOException {
    greet(false, Path.of(channel.getRemoteAddress().toString()).getParent().getParent());
    for (String line : lines) {
      send(FrameType.LINE, line);
    }
    send(FrameType.END, "");
    int code = awaitDone();
    return code + " " + seen;
  }

  void greet(boolean interactive, Path folder) throws IOException {
    greet(interactive, folder.toString());
  }

  void greet(boolean interactive, String folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream hello = new DataOutputStream(bytes);
    hello.writeInt(Hello.VERSION);
    hello.writeBoolean(interactive);
    hello.writeBoolean(interactive);
    hello.writeBoolean(false);
    hello.writeInt(100);
    hello.writeInt(40);
    hello.writeUTF("xterm");
    hello.writeUTF("UTF-8");
    hello.writeUTF(folder);
    sendRaw(new Frame(FrameType.HELLO, bytes.toByteArray()).encoded().array());
  }

  void type(String keys) throws IOException {
    send(FrameType.INPUT, keys);
  }

  void resize(int columns, int rows) throws IOException {
    byte[] size = ByteBuffer.allocate(8).putInt(columns).putInt(rows).array();
    sendRaw(new Frame(FrameType.SIZE, size).encoded().array());
  }

  void send(FrameType type, String text) throws IOException {
    sendRaw(Frame.of(type, text).encoded().array());
  }

  void sendRaw(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Waits until this has been written since the last time, and returns all up to its end. */
  String awaitOutput(String text) throws IOException {
    while (seen.indexOf(text) < 0) {
      Frame frame = next();
      if (frame.type() == FrameType.DONE || frame.type() == FrameType.REFUSED) {
        throw new EOFException("ended with " + frame.type() + " after " + seen);
      }
      seen.append(frame.text());
    }
    int end = seen.indexOf(text) + text.length();
    String shown = seen.substring(0, end);
    seen.delete(0, end);
    return shown;
  }

  int awaitDone() throws IOException {
    Frame frame = next();
    while (frame.type() != FrameType.DONE) {
      seen.append(frame.text());
      frame = next();
    }
    return ByteBuffer.wrap(frame.content()).getInt();
  }

  /** Waits until a command reads its input. */
  void awaitWanted() throws IOException {
    Frame frame = next();
    while (frame.type() != FrameType.WANTED) {
      if (frame.type() == FrameType.DONE) {
        throw new EOFException("ended without reading, after " + seen);
      }
      seen.append(frame.text());
      frame = next();
    }
  }

  /** All output since the last that was waited for. */
  String seen() {
    return seen.toString();
  }

  String awaitRefusal() throws IOException {
    Frame frame = next();
    while (frame.type() != FrameType.REFUSED) {
      frame = next();
    }
    return frame.text();
  }

  private Frame next() throws IOException {
    try {
      return Frame.read(input).orElseThrow(() -> new EOFException("gone, after " + seen));
    } catch (ClosedByInterruptException e) {
      throw new IOException("nothing more comes after " + seen, e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Something that a client does. */
  interface Action {
    void on(TestClient client) throws IOException;
  }
}
