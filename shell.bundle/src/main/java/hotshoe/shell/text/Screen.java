package hotshoe.shell.text;

import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/**
 * What text is shown on.
 *
 * @param columns its width; {@link #ENDLESS} where lines may be as long as they like
 * @param colours whether it shows colours
 * @param unicode whether it shows lines, arrows and dots beyond ASCII
 */
public record Screen(int columns, boolean colours, boolean unicode) {

  /** The width of a file or a pipe. */
  public static final int ENDLESS = Integer.MAX_VALUE;

  /** A file or a pipe. */
  public static final Screen FILE = new Screen(ENDLESS, false, true);

  /** The variable of a session that holds a {@code Supplier<Screen>}. */
  public static final String VARIABLE = ".screen";

  private static final int NARROWEST = 40;

  public Screen {
    columns = Math.max(columns, NARROWEST);
  }

  /** The screen that the session's output reaches now: a pipe in the middle of a command line. */
  public static Screen of(Object session) {
    if (session instanceof CommandSession commands
        && commands.get(VARIABLE) instanceof Supplier<?> supplier
        && supplier.get() instanceof Screen screen) {
      Process process = Process.Utils.current();
      return process == null || process.isTty(1) ? screen : screen.asFile();
    }
    return FILE;
  }

  /** The same without an edge and without colours. */
  public Screen asFile() {
    return new Screen(ENDLESS, false, unicode);
  }

  /** The first text where this screen can show it, else the second. */
  String choose(String rich, String poor) {
    return unicode ? rich : poor;
  }
}
