package bench.sample.p00000;

import java.util.function.Consumer;

/**
 * The component of every generated bundle; {@link hotshoe.bench.sample.SampleBundle} replaces the
 * digits in the package name, which does not begin with {@code hotshoe}: those are the host's. It
 * tells the hub of the JVM that it is active, without types in common, so that it runs unchanged in
 * every container.
 */
public class SampleComponent implements Runnable {

  /** Called by Declarative Services. */
  public void activate() {
    if (System.getProperties().get("hotshoe.bench.hub") instanceof Consumer<?> hub) {
      tell(hub);
    }
  }

  @SuppressWarnings("unchecked")
  private void tell(Consumer<?> hub) {
    ((Consumer<Object>) hub).accept(this);
  }

  @Override
  public void run() {}

  /** The name that is also the bundle's. */
  @Override
  public String toString() {
    return "p00000";
  }
}
