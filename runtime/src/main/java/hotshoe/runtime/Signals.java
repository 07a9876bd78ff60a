package hotshoe.runtime;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operating system tells the process. */
@SuppressWarnings("sunapi")
final class Signals {

  private static final Logger log = LoggerFactory.getLogger(Signals.class);

  private static final List<String> ENDING = List.of("TERM", "INT", "HUP");

  private Signals() {}

  /** Runs the action when somebody wants the process to end; the process itself goes on. */
  static void onEnd(Runnable action) {
    ENDING.forEach(name -> on(name, action));
  }

  /** Runs the action at SIGUSR1, which by custom asks for diagnostics. */
  static void onDiagnose(Runnable action) {
    on("USR1", action);
  }

  private static void on(String name, Runnable action) {
    try {
      sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> action.run());
    } catch (IllegalArgumentException e) {
      log.debug("signal {} cannot be handled here: {}", name, e.getMessage());
    }
  }
}
