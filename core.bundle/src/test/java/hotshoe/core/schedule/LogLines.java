package hotshoe.core.schedule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a package logs while this is open, one line each as {@code LEVEL message}. */
final class LogLines extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("hotshoe.core.schedule");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();

  LogLines() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
  }

  List<String> lines() {
    return lines;
  }

  long containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).count();
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(entry.getLevel() + " " + formatter.formatMessage(entry));
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
