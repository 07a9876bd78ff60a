package hotshoe.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PromptKeeperTest {

  private final Logger root = Logger.getLogger("");
  private final Handler[] usual = root.getHandlers();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Inbox keys = new Inbox();
  private final Handler log = new LogOnTheSameTerminal();
  private ExternalTerminal terminal;
  private LineReader reader;
  private Thread person;

  @BeforeEach
  void open() throws Exception {
    for (Handler handler : usual) {
      root.removeHandler(handler);
    }
    root.addHandler(log);
    terminal = new ExternalTerminal("test", "xterm", keys, shown, UTF_8);
    terminal.resume();
    reader = LineReaderBuilder.builder().terminal(terminal).build();
    person = new Thread(this::type);
    person.start();
    awaitShown("ready> ");
  }

  private void type() {
    try {
      reader.readLine("ready> ");
    } catch (EndOfFileException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() throws Exception {
    keys.end();
    person.join();
    terminal.close();
    root.removeHandler(log);
    for (Handler handler : usual) {
      root.addHandler(handler);
    }
  }

  @Test
  void aLogLineComesAboveTheLineThatIsBeingTyped() throws Exception {
    try (PromptKeeper keeper = new PromptKeeper(terminal, reader, () -> {})) {
      keys.add("half a comm".getBytes(UTF_8));
      awaitShown("half a comm");
      shown.reset();
      root.log(new LogRecord(Level.INFO, "something happened"));
      awaitShown("ready> half a comm");
      assertTrue(
          shown.toString(UTF_8).startsWith("\r\u001b[Ksomething happened\r\n"),
          shown.toString(UTF_8));
    }
  }

  @Test
  void whatARunningCommandShowsGivesWayToALogLine() {
    LineReader idle = LineReaderBuilder.builder().terminal(terminal).build();
    Runnable makeRoom = () -> shown.writeBytes("[gone]".getBytes(UTF_8));
    try (PromptKeeper keeper = new PromptKeeper(terminal, idle, makeRoom)) {
      shown.reset();
      root.log(new LogRecord(Level.INFO, "something happened"));
      assertEquals("[gone]something happened\r\n", shown.toString(UTF_8));
    }
  }

  @Test
  void afterwardsTheLogIsAsItWas() {
    new PromptKeeper(terminal, reader, () -> {}).close();
    assertTrue(root.getHandlers().length == 1 && root.getHandlers()[0].equals(log));
  }

  private void awaitShown(String text) throws InterruptedException {
    while (!shown.toString(UTF_8).contains(text)) {
      Thread.sleep(2);
    }
  }

  private final class LogOnTheSameTerminal extends Handler {
    @Override
    public void publish(LogRecord record) {
      shown.writeBytes((record.getMessage() + "\r\n").getBytes(UTF_8));
    }

    @Override
    public void flush() {
      // holds nothing back
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
