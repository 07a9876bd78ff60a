package hotshoe.shell.session;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * Keeps log lines and the line that a person is typing apart on one terminal: the latter is taken
 * away before a log line comes, and drawn again below it. It stands on both sides of the handlers
 * that write the log, which know nothing of it.
 */
final class PromptKeeper implements AutoCloseable {

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final LineReader reader;
  private final Runnable makeRoom;
  private final Logger root = Logger.getLogger("");
  private final Handler first = handler(this::hide);
  private final Handler last = handler(this::show);

  /**
   * @param makeRoom takes away what a running command shows in the line of the cursor
   */
  PromptKeeper(Terminal terminal, LineReader reader, Runnable makeRoom) {
    this.makeRoom = makeRoom;
    this.terminal = terminal;
    this.reader = reader;
    Handler[] writers = root.getHandlers();
    root.addHandler(first);
    for (Handler writer : writers) {
      root.removeHandler(writer);
      root.addHandler(writer);
    }
    root.addHandler(last);
  }

  private void hide() {
    if (isReading()) {
      terminal.writer().print(CLEAR_LINE);
      terminal.flush();
    } else {
      makeRoom.run();
    }
  }

  private void show() {
    if (isReading()) {
      try {
        reader.callWidget(LineReader.REDRAW_LINE);
        reader.callWidget(LineReader.REDISPLAY);
      } catch (IllegalStateException e) {
        // The line was finished in this very moment: there is nothing left to draw.
        terminal.flush();
      }
    }
  }

  private boolean isReading() {
    return reader instanceof LineReaderImpl known && known.isReading();
  }

  @Override
  public void close() {
    root.removeHandler(first);
    root.removeHandler(last);
  }

  private static Handler handler(Runnable action) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        action.run();
      }

      @Override
      public void flush() {
        // holds nothing back
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }
}
