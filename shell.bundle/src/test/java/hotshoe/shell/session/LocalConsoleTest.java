package hotshoe.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hotshoe.shell.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalConsoleTest {

  @TempDir private Path data;

  @Test
  void withoutATerminalThereIsNoConsoleAlthoughTheLauncherWantsOne() throws Exception {
    try (Shell shell = new Shell(data)) {
      LocalConsole console =
          new LocalConsole(
              new Sessions(shell.processor, shell.extensions, shell.slices, shell.configuration),
              shell.host,
              shell.framework.getBundleContext());
      while (isConsoleAlive()) {
        Thread.sleep(2);
      }
      console.close();
      assertEquals(1, shell.host.stopped.getCount());
    }
  }

  private static boolean isConsoleAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("shell console"));
  }

  @Test
  void theInputOfThisTestIsNoTerminal() {
    assertFalse(Foreground.isTerminal());
  }
}
