package hotshoe.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operating system tells the process. The JDK has no supported way to hear it; the
 * unsupported one is called by reflection, because a trimmed JDK may lack it and because javac has
 * no way to accept it quietly. Where it is missing, the process ends without an orderly stop.
 */
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
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object calling =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> answer(proxy, method.getName(), arguments, action));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), calling);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      Throwable cause = e instanceof InvocationTargetException wrapped ? wrapped.getCause() : e;
      log.debug("signal {} is not handled here: {}", name, cause.toString());
    }
  }

  /** A proxy is asked for {@code equals} and its like as well as for what it is there for. */
  private static Object answer(Object proxy, String method, Object[] arguments, Runnable action) {
    return switch (method) {
      case "handle" -> {
        action.run();
        yield Void.TYPE;
      }
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "signal handler";
    };
  }
}
