package hotshoe.process.stream;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes text of bytes as they come and hands on whole lines. What is no UTF-8 becomes U+FFFD. Used
 * by one thread.
 */
final class Ear {

  private static final int LONGEST_LINE = 8192;
  private static final char REPLACEMENT = '\uFFFD';

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final Consumer<String> listener;
  private final StringBuilder line = new StringBuilder();
  private final CharBuffer chars = CharBuffer.allocate(LONGEST_LINE);
  private boolean malformed;

  Ear(Consumer<String> listener) {
    this.listener = listener;
  }

  boolean isMalformed() {
    return malformed;
  }

  /** Takes what is in the buffer; a character that has only begun stays there. */
  void hear(ByteBuffer bytes) {
    decode(bytes, false);
    tellLines();
  }

  /** There is no more; what is left is told as it is. */
  void end(ByteBuffer bytes) {
    decode(bytes, true);
    tell(line.length());
  }

  private void decode(ByteBuffer bytes, boolean isEnd) {
    CoderResult result;
    do {
      result = decoder.decode(bytes, chars, isEnd);
      line.append(chars.flip());
      chars.clear();
      if (result.isError()) {
        malformed = true;
        line.append(REPLACEMENT);
        bytes.position(bytes.position() + result.length());
      }
      if (line.length() > LONGEST_LINE) {
        tellLines();
      }
    } while (!result.isUnderflow());
  }

  private void tellLines() {
    int end = Math.max(line.lastIndexOf("\n"), line.lastIndexOf("\r")) + 1;
    tell(end);
    while (line.length() > LONGEST_LINE) {
      tell(
          Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1))
              ? LONGEST_LINE - 1
              : LONGEST_LINE);
    }
  }

  private void tell(int length) {
    if (length > 0) {
      String text = line.substring(0, length);
      line.delete(0, length);
      listener.accept(text);
    }
  }
}
