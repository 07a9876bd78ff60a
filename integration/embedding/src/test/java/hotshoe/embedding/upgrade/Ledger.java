package hotshoe.embedding.upgrade;

import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.slice.Slice;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An operation that tells which version answers, and whether its slice is up: from before to after
 * the call. The component's property {@code version} says which version it is, and {@code fails}
 * whether it cannot start.
 */
public final class Ledger implements Slice, OperationComponent {

  private static final long WHILE = 30;

  private final Map<String, Object> properties;
  private final AtomicBoolean up = new AtomicBoolean();

  /** Takes the component's properties. */
  public Ledger(Map<String, Object> properties) {
    this.properties = Map.copyOf(properties);
  }

  /** Takes a while, in which the operation is there already and must not be called. */
  @Override
  public void start() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(WHILE);
    if (Boolean.parseBoolean(String.valueOf(properties.get("fails")))) {
      throw new IllegalStateException("no books");
    }
    up.set(true);
  }

  /** Takes a while, in which the operation is still there and must not be called any more. */
  @Override
  public void stop() throws InterruptedException {
    up.set(false);
    TimeUnit.MILLISECONDS.sleep(WHILE);
  }

  /** Answers {@code <version> up}, unless the slice was down at any time meanwhile. */
  @Operation(description = "Tells which version answers and whether its slice is up.")
  public String answer() throws InterruptedException {
    boolean before = up.get();
    TimeUnit.MILLISECONDS.sleep(1);
    return properties.get("version") + (before && up.get() ? " up" : " down");
  }
}
