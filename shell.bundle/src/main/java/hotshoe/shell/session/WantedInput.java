package hotshoe.shell.session;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The input of a client that runs one command line. It is asked for when a command begins to read,
 * and not before: a script that runs many command lines may need its input for itself.
 */
final class WantedInput extends FilterInputStream {

  private final Request request;
  private boolean requested;

  /**
   * @param input where it will arrive
   * @param request asks the client for it
   */
  WantedInput(InputStream input, Request request) {
    super(input);
    this.request = request;
  }

  private synchronized void begin() throws IOException {
    if (!requested) {
      requested = true;
      request.send();
    }
  }

  @Override
  public int read() throws IOException {
    begin();
    return in.read();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    begin();
    return in.read(into, from, length);
  }

  /** Asks the client. */
  interface Request {
    void send() throws IOException;
  }
}
