package hotshoe.shell.session;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One message on the socket: a type, the length of what follows as four bytes, and that.
 *
 * @param type what it is
 * @param content what it says; not copied
 */
record Frame(FrameType type, byte[] content) {

  /** The longest content, in bytes. */
  static final int LONGEST = 64 * 1024;

  static Frame of(FrameType type, String text) {
    return new Frame(type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Frame of(FrameType type, int number) {
    return new Frame(type, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  ByteBuffer encoded() {
    return ByteBuffer.allocate(1 + Integer.BYTES + content.length)
        .put(type.code())
        .putInt(content.length)
        .put(content)
        .flip();
  }

  /**
   * Reads the next frame; empty at the end of the stream.
   *
   * @throws ProtocolException when what comes is no frame
   * @throws EOFException when it ends within a frame
   */
  static Optional<Frame> read(DataInputStream from) throws IOException {
    int code = from.read();
    if (code < 0) {
      return Optional.empty();
    }
    FrameType type =
        FrameType.of(code).orElseThrow(() -> new ProtocolException("no frame begins with " + code));
    int length = from.readInt();
    if (length < 0 || length > LONGEST) {
      throw new ProtocolException("a frame of " + length + " bytes");
    }
    byte[] content = new byte[length];
    from.readFully(content);
    return Optional.of(new Frame(type, content));
  }
}
