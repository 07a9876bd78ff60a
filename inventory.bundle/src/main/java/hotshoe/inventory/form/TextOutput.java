package hotshoe.inventory.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text on its way to a stream as UTF-8, in large pieces. */
final class TextOutput {

  private static final int SIZE = 1 << 16;

  private final OutputStream stream;
  private final byte[] buffer = new byte[SIZE];
  private int size;

  TextOutput(OutputStream stream) {
    this.stream = stream;
  }

  void ascii(char c) throws IOException {
    if (size == SIZE) {
      flush();
    }
    buffer[size] = (byte) c;
    size++;
  }

  /** Any text; half a pair of surrogates becomes a question mark. */
  void text(String text) throws IOException {
    int length = text.length();
    if (length > SIZE - size) {
      flush();
    }
    if (length > SIZE) {
      encoded(text);
      return;
    }
    int end = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 127) {
        encoded(text);
        return;
      }
      buffer[end] = (byte) c;
      end++;
    }
    size = end;
  }

  /** Bytes that are UTF-8 already. */
  void bytes(byte[] bytes) throws IOException {
    if (bytes.length > SIZE - size) {
      flush();
    }
    if (bytes.length > SIZE) {
      stream.write(bytes);
      return;
    }
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void encoded(String rest) throws IOException {
    flush();
    stream.write(rest.getBytes(StandardCharsets.UTF_8));
  }

  void flush() throws IOException {
    stream.write(buffer, 0, size);
    size = 0;
  }
}
