package hotshoe.loader.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of a file, read without moving anybody else's place in it. */
final class Slice extends InputStream {

  private final FileChannel file;
  private final long end;
  private long at;

  Slice(FileChannel file, long from, long count) {
    this.file = file;
    this.at = from;
    this.end = from + count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, end - at);
    if (wanted <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = file.read(ByteBuffer.wrap(bytes, offset, wanted), at);
    if (count < 0) {
      throw new IOException("the archive has become shorter");
    }
    at += count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - at);
  }
}
