package hotshoe.runtime;

import hotshoe.problem.Problem;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A second terminal for a host that runs on this machine: {@code hotshoe shell}. It knows nothing
 * of commands; it carries what is typed there and shows what comes back, over the socket that the
 * host's shell opens in its data folder (docs/shell.md describes the protocol).
 */
public final class ShellClient {

  private static final int FAILED = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final SocketChannel channel;
  private final ShellWire wire;
  private Runnable source = this::sendNothing;
  private final OutputStream output = new FileOutputStream(FileDescriptor.out);
  private final OutputStream errors = new FileOutputStream(FileDescriptor.err);

  private ShellClient(SocketChannel channel) {
    this.channel = channel;
    this.wire = new ShellWire(channel);
  }

  /**
   * Runs one command line, or the lines of the input, or lets a person type.
   *
   * @param data the data folder of the host
   * @param arguments the command line: one argument is taken as it is, of several each is one word;
   *     none means the lines of the input, or a console when the input is a terminal
   * @return 0 when all went well; 1 when there is no host or a command failed; else what it said
   */
  public static int run(Path data, List<String> arguments) {
    try {
      Optional<SocketChannel> channel = await(data);
      if (channel.isEmpty()) {
        return fail(noHost(data));
      }
      try (SocketChannel open = channel.get()) {
        return new ShellClient(open).serve(arguments);
      }
    } catch (IOException e) {
      return fail(lost(e.getMessage()));
    }
  }

  static Problem noHost(Path data) {
    return Problem.error("HS-SHELL-020", "no host answers")
        .at(data.toString())
        .because(
            "none runs on this data folder, it belongs to another user, or shell.socket is off")
        .advising("start one with hotshoe run, or name another folder with --data");
  }

  static Problem lost(String why) {
    return Problem.error("HS-SHELL-021", "the host ended the session")
        .because(String.valueOf(why))
        .advising("see the host's log");
  }

  private static int fail(Problem problem) {
    System.err.println(problem.sentence());
    return FAILED;
  }

  /** The socket; a host opens it a moment after it is ready, so one that lives is waited for. */
  static Optional<SocketChannel> await(Path data) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<SocketChannel> channel = connect(data);
    while (channel.isEmpty() && System.nanoTime() < until && isHostAlive(data)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      channel = connect(data);
    }
    return channel;
  }

  private static boolean isHostAlive(Path data) {
    try {
      long pid = Long.parseLong(Files.readString(data.resolve("pid")).strip());
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException | NumberFormatException none) {
      return false;
    }
  }

  /** The socket, if somebody listens: a file alone may be what a killed host left. */
  private static Optional<SocketChannel> connect(Path data) throws IOException {
    Path run = data.resolve("run");
    Path address = run.resolve("shell.address");
    Path socket =
        Files.isReadable(address)
            ? Path.of(Files.readString(address).strip())
            : run.resolve("shell.sock");
    if (!Files.exists(socket)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private int serve(List<String> arguments) throws IOException {
    if (!arguments.isEmpty()) {
      return one(line(arguments));
    }
    return ShellTerminal.isAt(FileDescriptor.in) && ShellTerminal.isAt(FileDescriptor.out)
        ? converse()
        : lines();
  }

  /** Words of their own stay words of their own, whatever signs are in them. */
  private static String line(List<String> arguments) {
    return arguments.size() == 1
        ? arguments.get(0)
        : arguments.stream().map(ShellClient::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_.:/@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private int one(String line) throws IOException {
    wire.greet(false, ShellTerminal.isAt(FileDescriptor.out));
    wire.send('L', line);
    wire.send('E', "");
    source = ShellTerminal.isAt(FileDescriptor.in) ? this::sendNothing : this::sendFile;
    return receive();
  }

  private int lines() throws IOException {
    wire.greet(false, ShellTerminal.isAt(FileDescriptor.out));
    Thread sender = new Thread(this::sendLines, "shell input");
    sender.setDaemon(true);
    sender.start();
    return receive();
  }

  private void sendLines() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream(FileDescriptor.in), ShellTerminal.charset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        wire.send('L', line);
      }
      wire.send('E', "");
    } catch (IOException e) {
      wire.end();
    }
  }

  private int converse() throws IOException {
    try (ShellTerminal terminal = ShellTerminal.raw(wire::resize)) {
      wire.greet(true, true);
      Thread sender = new Thread(this::sendInput, "shell input");
      sender.setDaemon(true);
      sender.start();
      return receive();
    }
  }

  private void sendInput() {
    try {
      copyInput();
    } catch (IOException e) {
      wire.end();
      return;
    }
    wire.end();
  }

  /** The input of this process as that of the command; its end is no end of the session. */
  private void sendFile() {
    try {
      copyInput();
      wire.send('I', "");
    } catch (IOException e) {
      wire.end();
    }
  }

  private void copyInput() throws IOException {
    InputStream input = new FileInputStream(FileDescriptor.in);
    byte[] typed = new byte[4096];
    for (int count = input.read(typed); count >= 0; count = input.read(typed)) {
      wire.send('I', Arrays.copyOf(typed, count));
    }
  }

  /** What a command gets to read that nobody has an input for: a person, or a script. */
  private void sendNothing() {
    try {
      wire.send('I', "");
    } catch (IOException e) {
      wire.end();
    }
  }

  /** Shows what the host sends until it says that this is all. */
  private int receive() throws IOException {
    while (channel.isOpen()) {
      ShellWire.Message message = wire.receive();
      switch (message.type()) {
        case 'O' -> output.write(message.content());
        case 'X' -> errors.write(message.content());
        case 'D' -> {
          return message.number();
        }
        case 'Q' -> {
          Thread sender = new Thread(source, "shell input");
          sender.setDaemon(true);
          sender.start();
        }
        case 'R' -> {
          System.err.println(message.text());
          return FAILED;
        }
        default -> throw new EOFException("it speaks another protocol");
      }
    }
    throw new EOFException("the connection is closed");
  }
}
