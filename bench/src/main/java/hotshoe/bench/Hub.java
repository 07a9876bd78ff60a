package hotshoe.bench;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Where the components of this JVM's sample bundles announce themselves. */
public final class Hub implements Consumer<Object> {

  private final BlockingQueue<Activation> activations = new LinkedBlockingQueue<>();

  private Hub() {}

  /** Puts a hub where the components look for it. */
  public static Hub install() {
    Hub hub = new Hub();
    System.getProperties().put("hotshoe.bench.hub", hub);
    return hub;
  }

  @Override
  public void accept(Object component) {
    activations.add(new Activation(component, System.nanoTime()));
  }

  /** Forgets what has been announced so far. */
  public void forget() {
    activations.clear();
  }

  /** Waits for the next component of this name. */
  public Activation await(String name, int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      Activation next = activations.poll(left, TimeUnit.NANOSECONDS);
      if (next != null && next.component().toString().equals(name)) {
        return next;
      }
    }
    throw new TimeoutException(name + " is not active after " + seconds + " s");
  }

  /** Waits for so many components and returns the moment of the last. */
  public long awaitCount(int count, int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long last = 0;
    for (int seen = 0; seen < count; seen++) {
      Activation next = activations.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new TimeoutException("only " + seen + " of " + count + " are active");
      }
      last = next.nanos();
    }
    return last;
  }

  /** A component that became active at {@link System#nanoTime} {@code nanos}. */
  public record Activation(Object component, long nanos) {}
}
