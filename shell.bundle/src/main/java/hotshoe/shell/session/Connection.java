package hotshoe.shell.session;

import hotshoe.caller.Caller;
import hotshoe.shell.text.Screen;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client on the socket. Its own thread reads frames; another runs the commands, so that the end
 * of the client interrupts them.
 */
final class Connection {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int MOST_LINES = 10_000;

  private final SocketChannel channel;
  private final Caller caller;
  private final Sessions sessions;
  private final String name;
  private final Outbox outbox;
  private final Inbox inbox = new Inbox();
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final AtomicBoolean greeted = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Window window = new Window();
  private volatile boolean interactive;

  Connection(SocketChannel channel, Caller caller, Sessions sessions, String name) {
    this.channel = channel;
    this.caller = caller;
    this.sessions = sessions;
    this.name = name;
    this.outbox = new Outbox(channel, name);
  }

  /** Whether the client has said who it is. */
  boolean isGreeted() {
    return greeted.get();
  }

  /** Serves the client until one side ends. */
  void serve() {
    Optional<Interpreter> interpreter = Optional.empty();
    try {
      DataInputStream frames = new DataInputStream(Channels.newInputStream(channel));
      Optional<Frame> first = Frame.read(frames);
      if (first.isPresent()) {
        Hello hello = greeting(first.get());
        interpreter = Optional.of(begin(hello));
        read(frames);
      }
    } catch (ProtocolException e) {
      refuse("HS-SHELL-013: this is not how Hotshoe's shell speaks: " + e.getMessage());
    } catch (IOException | IllegalStateException e) {
      LOG.debug("{} ended: {}", name, e.toString());
    } finally {
      interpreter.ifPresent(Interpreter::abandon);
      close();
    }
  }

  private Hello greeting(Frame first) throws IOException {
    if (first.type() != FrameType.HELLO) {
      throw new ProtocolException("a session begins with a greeting");
    }
    Hello hello = Hello.of(first);
    interactive = hello.interactive();
    greeted.set(true);
    return hello;
  }

  private Interpreter begin(Hello hello) throws IOException {
    Thread runner;
    Interpreter interpreter;
    if (hello.interactive()) {
      ExternalTerminal terminal = terminal(hello);
      interpreter = interpreter(hello, terminal);
      runner = new Thread(() -> converse(interpreter, terminal), name + " runner");
    } else {
      interpreter = interpreter(hello);
      runner = new Thread(() -> runLines(interpreter), name + " runner");
    }
    interpreter.enter(hello.folder());
    interpreter.actAs(caller);
    runner.setDaemon(true);
    runner.start();
    return interpreter;
  }

  private ExternalTerminal terminal(Hello hello) throws IOException {
    ExternalTerminal terminal =
        new ExternalTerminal(
            null,
            name,
            hello.type(),
            inbox,
            outbox.stream(FrameType.OUTPUT),
            hello.charset(),
            SignalHandler.SIG_DFL,
            false,
            (Attributes) null,
            new Size(hello.columns(), hello.rows()));
    window.show(terminal);
    return terminal;
  }

  private Interpreter interpreter(Hello hello, ExternalTerminal terminal) {
    PrintStream output =
        new PrintStream(new TextStream(terminal.writer()), true, TextStream.CHARSET);
    return sessions.open(
        terminal.input(), output, output, () -> Conversation.screen(terminal, hello.colours()));
  }

  private Interpreter interpreter(Hello hello) throws IOException {
    PrintStream output = printer(hello, FrameType.OUTPUT);
    PrintStream errors = printer(hello, FrameType.ERROR);
    Interpreter interpreter =
        sessions.open(
            new WantedInput(inbox, () -> outbox.put(Frame.of(FrameType.WANTED, ""))),
            output,
            errors,
            () -> screen(hello));
    interpreter.session().put(".terminal", paper(hello, output));
    return interpreter;
  }

  /** For the commands that look at a terminal before they write in colours. */
  private Terminal paper(Hello hello, OutputStream output) throws IOException {
    String type = hello.colours() ? hello.type() : Terminal.TYPE_DUMB;
    return new DumbTerminal(name, type, InputStream.nullInputStream(), output, TextStream.CHARSET);
  }

  private PrintStream printer(Hello hello, FrameType type) {
    TextStream text = new TextStream(outbox.stream(type), hello.charset());
    return new PrintStream(text, true, TextStream.CHARSET);
  }

  private static Screen screen(Hello hello) {
    boolean unicode = Conversation.isRich(hello.charset());
    return hello.terminal()
        ? new Screen(hello.columns(), hello.colours(), unicode)
        : new Screen(Screen.ENDLESS, false, unicode);
  }

  private void converse(Interpreter interpreter, ExternalTerminal terminal) {
    try (interpreter;
        terminal) {
      sessions.open(interpreter, terminal).run(() -> !closed.get(), () -> hint(terminal));
      done(0);
    } catch (IOException e) {
      LOG.warn("{} could not begin", name, e);
      done(1);
    }
  }

  private static void hint(ExternalTerminal terminal) {
    terminal.writer().println("Ctrl-D leaves this console; the command stop stops the host.");
    terminal.flush();
  }

  /** Runs the client's lines; the first that fails is the last, and the last one's code counts. */
  private void runLines(Interpreter interpreter) {
    try (interpreter) {
      done(runAll(interpreter).code());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Ending runAll(Interpreter interpreter) throws InterruptedException {
    Script script = new Script();
    Ending ending = Ending.GOOD;
    for (Optional<String> line = lines.take(); line.isPresent(); line = lines.take()) {
      ending = script.add(line.get()).map(interpreter::run).orElse(ending);
      if (ending.failed()) {
        return ending;
      }
    }
    return script.rest().map(interpreter::run).orElse(ending);
  }

  private void done(int code) {
    try {
      outbox.finish(Frame.of(FrameType.DONE, code));
    } catch (IOException e) {
      LOG.debug("{} is gone before its end: {}", name, e.toString());
    }
    close();
  }

  private void read(DataInputStream frames) throws IOException {
    Optional<Frame> frame = Frame.read(frames);
    while (frame.isPresent()) {
      take(frame.get());
      frame = Frame.read(frames);
    }
  }

  private void take(Frame frame) throws IOException {
    switch (frame.type()) {
      case INPUT -> {
        require(inbox.add(frame.content()), "too much input is waiting");
        if (frame.content().length == 0) {
          inbox.end();
        }
      }
      case SIZE -> window.resize(frame);
      case LINE -> {
        require(lines.size() < MOST_LINES, "too many lines are waiting");
        lines.add(Optional.of(frame.text()));
      }
      case END -> lines.add(Optional.empty());
      default -> throw new ProtocolException("a client does not send " + frame.type());
    }
  }

  private static void require(boolean condition, String otherwise) throws ProtocolException {
    if (!condition) {
      throw new ProtocolException(otherwise);
    }
  }

  /** Tells the client why there is no session, and ends. */
  void refuse(String why) {
    outbox.end(Frame.of(FrameType.REFUSED, why));
    outbox.finishWithin(PATIENCE);
    close();
  }

  /** Tells a person that the host ends; waits for nothing. */
  void farewell() {
    if (interactive) {
      outbox.end(
          Frame.of(FrameType.OUTPUT, "\r\nThe host has stopped.\r\n"), Frame.of(FrameType.DONE, 0));
    }
  }

  /** Ends the session once the client knows, or soon. */
  void closeSoon() {
    if (interactive) {
      outbox.finishWithin(PATIENCE);
    }
    close();
  }

  /** Ends the session; what runs in it is interrupted. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      inbox.end();
      lines.add(Optional.empty());
      outbox.close();
      try {
        channel.close();
      } catch (IOException e) {
        LOG.debug("{} could not be closed: {}", name, e.toString());
      }
    }
  }

  /** The terminal's size. */
  private static final class Window {
    private volatile Optional<ExternalTerminal> terminal = Optional.empty();

    void show(ExternalTerminal shown) {
      terminal = Optional.of(shown);
    }

    void resize(Frame frame) throws ProtocolException {
      require(frame.content().length == 2 * Integer.BYTES, "a size is two numbers");
      ByteBuffer numbers = ByteBuffer.wrap(frame.content());
      Size size = new Size(Hello.cells(numbers.getInt(), 80), Hello.cells(numbers.getInt(), 24));
      terminal.ifPresent(
          shown -> {
            shown.setSize(size);
            shown.raise(Signal.WINCH);
          });
    }
  }
}
