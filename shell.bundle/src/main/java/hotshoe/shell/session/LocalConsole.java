package hotshoe.shell.session;

import hotshoe.host.Host;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console of a host that a person runs in the foreground. It takes part only when the launcher
 * asks for it ({@value #WANTED}) and both ends are a terminal; it never reads any other input.
 */
@Component(
    service = {},
    immediate = true)
public class LocalConsole {

  /** The framework property by which the launcher asks for a console. */
  static final String WANTED = "hotshoe.console";

  private static final Logger LOG = LoggerFactory.getLogger(LocalConsole.class);
  private static final int ATTEMPTS = 4;
  private static final long TWICE_WITHIN = 3_000_000_000L;

  private final Sessions sessions;
  private final Host host;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<Optional<Terminal>> open = new AtomicReference<>(Optional.empty());
  private final Optional<Thread> thread;

  @Activate
  public LocalConsole(@Reference Sessions sessions, @Reference Host host, BundleContext context) {
    this.sessions = sessions;
    this.host = host;
    this.thread =
        Boolean.parseBoolean(context.getProperty(WANTED))
            ? Optional.of(new Thread(this::converse, "shell console"))
            : Optional.empty();
    thread.ifPresent(
        console -> {
          console.setDaemon(true);
          console.start();
        });
  }

  private void converse() {
    if (!Foreground.isTerminal()) {
      return;
    }
    // JLine looks for its parts with the thread's loader.
    Thread.currentThread().setContextClassLoader(TerminalBuilder.class.getClassLoader());
    Object usual = Signals.register("INT", () -> host.stop("Ctrl-C at the console"));
    try (Terminal terminal = terminal()) {
      open.set(Optional.of(terminal));
      converse(terminal);
    } catch (IOException | IllegalStateException e) {
      LOG.warn("HS-SHELL-014: there is no console: {}", e.toString());
    } finally {
      open.set(Optional.empty());
      Signals.unregister("INT", usual);
    }
  }

  private static Terminal terminal() throws IOException {
    return TerminalBuilder.builder()
        .name("hotshoe")
        .system(true)
        .provider("exec")
        .dumb(false)
        .nativeSignals(false)
        .build();
  }

  private void converse(Terminal terminal) throws IOException {
    boolean colours = System.getenv("NO_COLOR") == null;
    PrintStream output =
        new PrintStream(new TextStream(terminal.writer()), true, TextStream.CHARSET);
    terminal.handle(Signal.TSTP, SignalHandler.SIG_IGN);
    try (Interpreter interpreter =
        sessions.open(
            terminal.input(), output, output, () -> Conversation.screen(terminal, colours))) {
      greet(terminal);
      Conversation conversation = sessions.open(interpreter, terminal);
      try (PromptKeeper keeper =
          new PromptKeeper(terminal, conversation.reader(), interpreter::makeRoom)) {
        conversation.run(() -> !closed.get(), new Twice(terminal));
      }
      if (!closed.get()) {
        farewell(terminal);
      }
    } finally {
      terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
    }
  }

  private void greet(Terminal terminal) {
    terminal.writer().println(host.product() + " " + host.version() + "; help lists the commands.");
    terminal.flush();
  }

  private static void farewell(Terminal terminal) {
    terminal
        .writer()
        .println("The host goes on. Ctrl-C stops it; ./hotshoe shell opens a console again.");
    terminal.flush();
  }

  /**
   * Ends the conversation as Ctrl-C would, so that the terminal is left as it was. The thread
   * itself is not interrupted: it needs its calm to put the terminal back.
   */
  @Deactivate
  public void close() throws InterruptedException {
    closed.set(true);
    if (thread.isPresent() && thread.get() != Thread.currentThread()) {
      for (int attempt = 0; attempt < ATTEMPTS && thread.get().isAlive(); attempt++) {
        open.get().ifPresent(terminal -> terminal.raise(Signal.INT));
        thread.get().join(500);
      }
    }
  }

  /** Stops the host when Ctrl-C is pressed twice, for once may be a slip. */
  private final class Twice implements Runnable {
    private final Terminal terminal;
    private long before = Long.MIN_VALUE / 2;

    Twice(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void run() {
      if (closed.get()) {
        return;
      }
      long now = System.nanoTime();
      if (now - before < TWICE_WITHIN) {
        closed.set(true);
        host.stop("Ctrl-C at the console");
      } else {
        terminal.writer().println("Ctrl-C again stops the host; Ctrl-D leaves the console.");
        terminal.flush();
      }
      before = now;
    }
  }
}
