package hotshoe.runtime;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The client's side of the shell's protocol. Several threads may send, one receives. */
final class ShellWire {

  private static final int VERSION = 1;
  private static final int LONGEST = 64 * 1024;

  private final SocketChannel channel;
  private final DataInputStream input;

  ShellWire(SocketChannel channel) {
    this.channel = channel;
    this.input = new DataInputStream(Channels.newInputStream(channel));
  }

  /** Says who this is; always first. */
  void greet(boolean interactive, boolean terminal) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream hello = new DataOutputStream(bytes);
    ShellTerminal.Size size = terminal ? ShellTerminal.size() : ShellTerminal.Size.UNKNOWN;
    hello.writeInt(VERSION);
    hello.writeBoolean(interactive);
    hello.writeBoolean(terminal);
    hello.writeBoolean(terminal && ShellTerminal.showsColours());
    hello.writeInt(size.columns());
    hello.writeInt(size.rows());
    hello.writeUTF(ShellTerminal.type());
    hello.writeUTF(ShellTerminal.charset().name());
    hello.writeUTF(Path.of("").toAbsolutePath().toString());
    send('H', bytes.toByteArray());
  }

  void send(char type, String text) throws IOException {
    send(type, text.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void send(char type, byte[] content) throws IOException {
    if (content.length > LONGEST) {
      throw new IOException("a line of " + content.length + " bytes is too long");
    }
    ByteBuffer frame =
        ByteBuffer.allocate(1 + Integer.BYTES + content.length)
            .put((byte) type)
            .putInt(content.length)
            .put(content)
            .flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /** Says that the terminal has another size now; a host that is gone need not know. */
  void resize(ShellTerminal.Size size) {
    try {
      byte[] content =
          ByteBuffer.allocate(2 * Integer.BYTES).putInt(size.columns()).putInt(size.rows()).array();
      send('W', content);
    } catch (IOException e) {
      end();
    }
  }

  /**
   * Says that nothing more will be sent; the host answers by ending the session.
   *
   * @return false when the host is gone already, which whoever receives learns as well
   */
  boolean end() {
    try {
      channel.shutdownOutput();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Message receive() throws IOException {
    int type = input.read();
    if (type < 0) {
      throw new EOFException("it has gone");
    }
    int length = input.readInt();
    if (length < 0 || length > LONGEST) {
      throw new EOFException("it speaks another protocol");
    }
    return new Message((char) type, input.readNBytes(length));
  }

  /**
   * What the host says.
   *
   * @param type the kind of frame
   * @param content what it says; not copied
   */
  record Message(char type, byte[] content) {

    int number() {
      return ByteBuffer.wrap(content).getInt();
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }
}
