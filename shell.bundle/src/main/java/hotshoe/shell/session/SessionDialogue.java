package hotshoe.shell.session;

import hotshoe.shell.command.Dialogue;
import hotshoe.shell.text.ProgressText;
import hotshoe.shell.text.Screen;
import hotshoe.shell.text.StreamText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Process;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;

/** The dialogue of one session: with a person at a terminal, or with a script that only reads. */
final class SessionDialogue implements Dialogue {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Supplier<CommandSession> session;
  private final Interruptions interruptions;
  private final Supplier<Screen> screen;
  private final Optional<Terminal> terminal;
  private boolean lineBegun;
  private boolean progressShown;
  private boolean withdrawn;
  private long begun;

  SessionDialogue(
      Supplier<CommandSession> session,
      Interruptions interruptions,
      Supplier<Screen> screen,
      Optional<Terminal> terminal) {
    this.session = session;
    this.interruptions = interruptions;
    this.screen = screen;
    this.terminal = terminal;
  }

  @Override
  public boolean isWithPerson() {
    return terminal.isPresent() && isTerminal(0);
  }

  /** Whether this end of the running command is not a pipe or a file. */
  private static boolean isTerminal(int end) {
    Process process = Process.Utils.current();
    return process == null || process.isTty(end);
  }

  @Override
  public String ask(Question question) throws InterruptedException {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal.orElseThrow())
            .completer(new StringsCompleter(question.offers()))
            .variable(LineReader.DISABLE_HISTORY, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
    try {
      return question.secret()
          ? reader.readLine(question.prompt(), (char) 0)
          : reader.readLine(question.prompt()).strip();
    } catch (UserInterruptException | EndOfFileException e) {
      throw new InterruptedException("not answered");
    }
  }

  @Override
  public String line() {
    Process process = Process.Utils.current();
    if (process == null || isWithPerson()) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    InputStream input = process.in();
    try {
      for (int c = input.read();
          c >= 0 && c != '\n' && line.length() < LONGEST_LINE;
          c = input.read()) {
        line.append((char) c);
      }
    } catch (IOException e) {
      return "";
    }
    byte[] bytes = line.toString().strip().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return new String(bytes, TextStream.CHARSET);
  }

  @Override
  public synchronized void out(String text) {
    write(output(), StreamText.clean(text));
  }

  @Override
  public synchronized void err(String text) {
    Process process = Process.Utils.current();
    PrintStream errors = process == null ? session.get().getConsole() : process.err();
    write(
        errors,
        terminal.isPresent() ? StreamText.marked(text, screen.get()) : StreamText.clean(text));
  }

  private void write(PrintStream stream, String text) {
    hideProgress();
    stream.print(text);
    stream.flush();
    lineBegun = text.isEmpty() ? lineBegun : !text.endsWith("\n");
  }

  @Override
  public synchronized void progress(double done, String message) {
    if (begun == 0) {
      begun = System.nanoTime();
    }
    Duration since = Duration.ofNanos(System.nanoTime() - begun);
    if (terminal.isPresent()
        && !withdrawn
        && isTerminal(1)
        && !lineBegun
        && (done < 0 || since.compareTo(PATIENCE) > 0)) {
      print(CLEAR_LINE + ProgressText.of(done, message, since, screen.get()) + "\r");
      progressShown = true;
    }
  }

  /** A command begins. */
  synchronized void begin() {
    withdrawn = false;
    begun = 0;
  }

  /** The command is left to itself, and shows no progress any more. */
  synchronized void withdraw() {
    withdrawn = true;
    hideProgress();
  }

  /** Makes room for a line that somebody else writes; the progress comes back below it. */
  synchronized void hideProgress() {
    if (progressShown) {
      print(CLEAR_LINE);
      progressShown = false;
    }
  }

  private void print(String text) {
    terminal.ifPresent(
        shown -> {
          shown.writer().print(text);
          shown.flush();
        });
  }

  @Override
  public synchronized void settle() {
    hideProgress();
    if (lineBegun) {
      output().println();
      output().flush();
    }
    lineBegun = false;
    begun = 0;
  }

  @Override
  public void show(Object value) {
    output().println(session.get().format(value, Converter.INSPECT));
    output().flush();
  }

  private PrintStream output() {
    Process process = Process.Utils.current();
    return process == null ? session.get().getConsole() : process.out();
  }

  @Override
  public Attention onInterrupt(Runnable action) {
    return interruptions.expect(action);
  }
}
