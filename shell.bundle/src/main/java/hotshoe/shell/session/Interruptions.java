package hotshoe.shell.session;

import hotshoe.shell.command.Dialogue.Attention;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a running command have the first interruption for itself. Safe for many threads. */
final class Interruptions {

  private final AtomicReference<Optional<Runnable>> wanted =
      new AtomicReference<>(Optional.empty());

  /** The next interruption runs this, unless it is closed before. */
  Attention expect(Runnable action) {
    Optional<Runnable> expected = Optional.of(action);
    wanted.set(expected);
    return () -> wanted.compareAndSet(expected, Optional.empty());
  }

  /** Gives the interruption to whoever expects it; false when nobody does. */
  boolean give() {
    Optional<Runnable> expected = wanted.getAndSet(Optional.empty());
    expected.ifPresent(Runnable::run);
    return expected.isPresent();
  }
}
