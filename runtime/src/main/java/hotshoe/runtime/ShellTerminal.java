package hotshoe.runtime;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The terminal of a {@link ShellClient}, handed over to the host as long as this is open. A small
 * process of its own holds what is needed to put it back as it was, and does so when this one ends,
 * in whatever way.
 */
final class ShellTerminal implements AutoCloseable {

  private static final File DEVICE = new File("/dev/tty");

  /**
   * Waits until nobody holds its input any more. It must not die of what ends its parent, and not
   * stop when the terminal has another owner by then.
   */
  private static final String KEEPER =
      """
      trap '' INT QUIT HUP TERM TSTP TTOU TTIN
      saved=$(stty -g </dev/tty) || exit 1
      stty raw -echo </dev/tty || exit 1
      echo ready
      cat >/dev/null
      stty "$saved" </dev/tty
      """;

  private final Process keeper;
  private final Thread hook = new Thread(this::restore, "terminal");

  private ShellTerminal(Process keeper) {
    this.keeper = keeper;
  }

  /**
   * Hands the terminal over: every key reaches the host as it is.
   *
   * @param onResize told when the terminal's size has changed
   */
  static ShellTerminal raw(Consumer<Size> onResize) throws IOException {
    Process keeper =
        new ProcessBuilder("/bin/sh", "-c", KEEPER).redirectError(Redirect.DISCARD).start();
    ShellTerminal terminal = new ShellTerminal(keeper);
    Runtime.getRuntime().addShutdownHook(terminal.hook);
    if (firstLine(keeper).isEmpty()) {
      throw new IOException("the terminal cannot be set with stty");
    }
    onSignal("WINCH", () -> onResize.accept(size()));
    return terminal;
  }

  /** By reflection: the JDK has no supported way, and javac no way to accept this one quietly. */
  private static void onSignal(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object calling =
          Proxy.newProxyInstance(
              ShellTerminal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return Void.TYPE;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), calling);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      System.err.println("changes of the terminal's size will not be noticed: " + e);
    }
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String line = reader.readLine();
    return line == null ? "" : line;
  }

  private void restore() {
    try {
      keeper.getOutputStream().close();
      keeper.waitFor(2, TimeUnit.SECONDS);
    } catch (IOException e) {
      keeper.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    restore();
  }

  /** Whether one of the three standard streams is a terminal. */
  static boolean isAt(FileDescriptor descriptor) {
    int number = descriptor == FileDescriptor.in ? 0 : descriptor == FileDescriptor.out ? 1 : 2;
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return target.matches("/dev/(pts/\\d+|tty.*|console)");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  static Size size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(DEVICE)
              .redirectError(Redirect.DISCARD)
              .start();
      String[] numbers = firstLine(stty).split(" ");
      return numbers.length == 2
          ? new Size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]))
          : Size.UNKNOWN;
    } catch (IOException | NumberFormatException e) {
      return Size.UNKNOWN;
    }
  }

  static String type() {
    String type = System.getenv("TERM");
    return type == null || type.isBlank() ? "dumb" : type;
  }

  static boolean showsColours() {
    return !type().equals("dumb") && System.getenv("NO_COLOR") == null;
  }

  static Charset charset() {
    return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
  }

  /**
   * A terminal's size in characters.
   *
   * @param columns its width, or 0 when it is not known
   * @param rows its height, or 0 when it is not known
   */
  record Size(int columns, int rows) {
    static final Size UNKNOWN = new Size(0, 0);
  }
}
