package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a change waits for the slices of those that it has started. Once the host is up, one
 * slice that hangs in its start must not keep all other changes waiting.
 */
final class Settling {

  /** What nearly every slice needs much less than, and what a person who copies a jar waits. */
  static final Duration MOMENT = Duration.ofSeconds(1);

  private Optional<Latecomers> latecomers = Optional.empty();

  /** Hears, on any thread, that slices have settled for which nobody waits any more. */
  interface Latecomers {
    /**
     * All of them are up, failed or blocked.
     *
     * @param began when they began, as {@link System#nanoTime}
     */
    void settled(Set<ExtensionName> extensions, long began);
  }

  /** From now on changes wait for a moment only. */
  void hurry(Latecomers late) {
    latecomers = Optional.of(late);
  }

  /** Lets slices start that arrived during the hold, and waits for as long as it may. */
  void await(Slices.Hold hold, Set<ExtensionName> started, boolean isTrial) {
    if (latecomers.isEmpty() || isTrial) {
      hold.close();
    } else {
      awaitForAMoment(hold, started, latecomers.get());
    }
  }

  private static void awaitForAMoment(
      Slices.Hold hold, Set<ExtensionName> started, Latecomers latecomers) {
    long began = System.nanoTime();
    CompletableFuture<Void> settled = hold.release().toCompletableFuture();
    try {
      settled.get(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      settled.thenRun(() -> latecomers.settled(started, began));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("cannot happen: nothing fails this future", failure);
    }
  }
}
