package hotshoe.core.slice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Slices that come up together: none of them starts before all of them have done their prestart
 * (row INM-13). Used only under the engine's lock, but for {@link #settled()}.
 */
final class Generation {

  private final Set<Arrival> toPrestart = new LinkedHashSet<>();
  private final Set<Arrival> rising = new LinkedHashSet<>();
  private final CompletableFuture<Void> settled = new CompletableFuture<>();
  private boolean open;

  void join(Arrival arrival) {
    toPrestart.add(arrival);
    rising.add(arrival);
  }

  /** One has done its prestart. */
  void prestarted(Arrival arrival) {
    toPrestart.remove(arrival);
  }

  /** One is up, or will not be. */
  void leave(Arrival arrival) {
    toPrestart.remove(arrival);
    rising.remove(arrival);
  }

  /** Whether starts may begin. */
  boolean isOpen() {
    return open;
  }

  /** Opens the starts when nobody has to prestart any more; true at the moment when it opens. */
  boolean opens() {
    boolean opens = !open && toPrestart.isEmpty();
    open |= opens;
    return opens;
  }

  List<Arrival> rising() {
    return new ArrayList<>(rising);
  }

  /** Tells who waits, when everybody is up, failed or blocked. */
  void settleWhenDone() {
    if (rising.isEmpty()) {
      settled.complete(null);
    }
  }

  /** Done when everybody is up, failed or blocked. */
  CompletableFuture<Void> settled() {
    return settled;
  }
}
