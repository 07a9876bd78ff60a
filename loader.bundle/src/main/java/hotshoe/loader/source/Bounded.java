package hotshoe.loader.source;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies bytes up to a limit. */
final class Bounded {

  private Bounded() {}

  /** Copies all, and answers how many; throws the problem as soon as there are too many. */
  static long copy(InputStream bytes, OutputStream target, long limit, Problem tooMany)
      throws IOException {
    return copy(bytes, target, limit, tooMany, size -> {});
  }

  /** The same, telling how far it is. */
  static long copy(
      InputStream bytes, OutputStream target, long limit, Problem tooMany, Told progress)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      size += count;
      if (size > limit) {
        throw new Unfetched(tooMany);
      }
      target.write(buffer, 0, count);
      progress.at(size);
    }
    return size;
  }

  /** Told how many bytes have been copied. */
  interface Told {
    void at(long size) throws IOException;
  }
}
