package hotshoe.shell.session;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person sits at this process. */
final class Foreground {

  private static final int GROUP = 2;
  private static final int TERMINAL_GROUP = 5;

  private Foreground() {}

  /**
   * Whether input and output are a terminal and this process is the one that the terminal listens
   * to: a background process that reads is stopped by the system.
   */
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && isReal(console) && isInForeground();
  }

  /** From JDK 22 on there is a console object even without a terminal; it says so itself. */
  private static boolean isReal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static boolean isInForeground() {
    try {
      String status = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
      return fields[GROUP].equals(fields[TERMINAL_GROUP]);
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }
}
