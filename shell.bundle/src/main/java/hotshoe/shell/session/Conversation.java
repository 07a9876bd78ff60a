package hotshoe.shell.session;

import hotshoe.shell.text.Screen;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.felix.gogo.jline.Highlighter;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** A person at a terminal: reads a line, runs it, and so on until the person leaves. */
final class Conversation {

  private static final String PROMPT = "hotshoe> ";

  private final Interpreter interpreter;
  private final LineReader reader;
  private final Terminal terminal;

  Conversation(Interpreter interpreter, Terminal terminal, Completer completer, Path history) {
    this.interpreter = interpreter;
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .appName("hotshoe")
            .terminal(terminal)
            .completer(completer)
            .parser(new LineParser())
            .highlighter(new Highlighter(interpreter.session()))
            .history(new DiscreetHistory(interpreter::session))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.HISTORY_SIZE, 1_000)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P... ")
            .variable(LineReader.INDENTATION, 2)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.HISTORY_IGNORE_SPACE, true)
            .option(Option.CASE_INSENSITIVE, true)
            .option(Option.AUTO_FRESH_LINE, true)
            .build();
    interpreter.speakWith(Optional.of(terminal));
    interpreter.session().put(".terminal", terminal);
    interpreter.session().put(".reader", reader);
  }

  LineReader reader() {
    return reader;
  }

  /**
   * Goes on until the person leaves with Ctrl-D.
   *
   * @param goesOn asked before every line
   * @param onInterrupt called when the person presses Ctrl-C on an empty line
   */
  void run(BooleanSupplier goesOn, Runnable onInterrupt) {
    terminal.handle(Signal.INT, signal -> interpreter.interrupt());
    while (goesOn.getAsBoolean()) {
      try {
        String line = reader.readLine(PROMPT);
        if (!line.isBlank()) {
          interpreter.run(line);
        }
      } catch (UserInterruptException e) {
        if (e.getPartialLine().isEmpty()) {
          onInterrupt.run();
        }
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  /** The screen that a terminal is, as it stands now. */
  static Screen screen(Terminal terminal, boolean colours) {
    int columns = terminal.getWidth();
    boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    return new Screen(columns > 0 ? columns : 80, colours && !dumb, isRich(terminal.encoding()));
  }

  /** Whether text in this encoding can hold lines and arrows. */
  static boolean isRich(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode("┌─┼▼…→");
  }
}
