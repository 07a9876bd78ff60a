package hotshoe.inventory.tool;

import java.lang.reflect.Proxy;

/**
 * Ctrl-C. The JDK has no supported way to hear it; the unsupported one is called by reflection,
 * because a trimmed JDK may lack it. Where it is missing, the exit code is the Java machine's.
 */
final class Interruption {

  private Interruption() {}

  /** Ends the process with this exit code, and without a word, when somebody interrupts it. */
  static void endWith(int exitCode) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ending =
          Proxy.newProxyInstance(
              Interruption.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                System.exit(exitCode);
                return Void.TYPE;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ending);
    } catch (ReflectiveOperationException | IllegalArgumentException unheard) {
      return; // it ends all the same, with another exit code
    }
  }
}
