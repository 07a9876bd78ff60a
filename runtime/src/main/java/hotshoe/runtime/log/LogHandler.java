package hotshoe.runtime.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Writes every record at once, so that the last words before a crash are there. */
final class LogHandler extends Handler {

  private final OutputStream stream;
  private final LogLine line;

  LogHandler(OutputStream stream, LogLine line) {
    this.stream = stream;
    this.line = line;
    setLevel(Level.ALL);
  }

  @Override
  public synchronized void publish(LogRecord record) {
    try {
      stream.write(line.format(record).getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      reportError("the log cannot be written", e, ErrorManager.WRITE_FAILURE);
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // standard output is not ours to close, and a file ends with the process
  }
}
