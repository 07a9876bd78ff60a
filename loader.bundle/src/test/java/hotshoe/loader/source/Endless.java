package hotshoe.loader.source;

import java.io.InputStream;

/** Bytes without an end. */
final class Endless extends InputStream {

  @Override
  public int read() {
    return 'x';
  }
}
