package hotshoe.shell.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Takes bytes in the encoding in which Gogo writes, which is the JVM's, and hands text to a
 * terminal in the terminal's own.
 */
final class TextStream extends OutputStream {

  /** The encoding of the bytes that come. */
  static final Charset CHARSET = Charset.defaultCharset();

  private final Writer writer;
  private final CharsetDecoder decoder =
      CHARSET
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer begun = ByteBuffer.allocate(16);

  TextStream(Writer writer) {
    this.writer = writer;
  }

  TextStream(OutputStream stream, Charset charset) {
    this(new OutputStreamWriter(stream, charset));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    begun.flip();
    ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length).put(begun);
    in.put(bytes, from, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, false);
    begun.clear().put(in);
    writer.append(out.flip());
  }

  @Override
  public synchronized void flush() throws IOException {
    writer.flush();
  }

  /** Does not close what it writes to: that ends with the session. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
