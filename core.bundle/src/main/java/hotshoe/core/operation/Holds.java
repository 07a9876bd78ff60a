package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import hotshoe.operation.Operations.Hold;
import hotshoe.problem.Problem;
import hotshoe.task.Tasks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds calls back while an extension is replaced, and remembers those who forget to go on. */
final class Holds {

  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

  /** How long calls that were cancelled get to notice. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Shelves shelves;
  private final Tasks tasks;
  private final Duration patience;

  Holds(Shelves shelves, Tasks tasks, Duration patience) {
    this.shelves = shelves;
    this.tasks = tasks;
    this.patience = patience;
  }

  /** Returns when no call to the extension runs, or when those that do were cancelled. */
  Hold hold(ExtensionName extension, Duration drain) {
    Gate gate = shelves.gate(extension);
    shelves.close(gate);
    AtomicBoolean open = new AtomicBoolean();
    String holder = Thread.currentThread().getName();
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> remind(gate, open, holder));
    try {
      drain(gate, drain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return () -> {
      if (open.compareAndSet(false, true)) {
        shelves.open(gate).forEach(Holds::tell);
      }
    };
  }

  private void remind(Gate gate, AtomicBoolean open, String holder) {
    if (!open.get()) {
      tell(OperationProblems.forgotten(gate.extension, holder, patience));
    }
  }

  private void drain(Gate gate, Duration drain) throws InterruptedException {
    if (gate.await(drain)) {
      return;
    }
    for (Lineage call : gate.running()) {
      String reason = "its extension " + gate.extension + " is being replaced";
      call.task().ifPresent(task -> tasks.cancel(task, reason));
    }
    if (!gate.await(GRACE)) {
      int left = gate.running().size();
      tell(OperationProblems.undrained(gate.extension, left, drain));
    }
  }

  private static void tell(Problem problem) {
    LOG.warn("{}", problem.sentence());
  }
}
