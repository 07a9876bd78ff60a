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

  void blanks(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ascii(' ');
    }
  }

  /** Any text; half a pair of surrogates becomes a question mark. */
  void text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        encoded(text.substring(i));
        return;
      }
      ascii(text.charAt(i));
    }
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
