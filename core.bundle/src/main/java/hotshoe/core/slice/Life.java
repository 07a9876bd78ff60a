package hotshoe.core.slice;

import hotshoe.problem.Problem;
import hotshoe.slice.FeatureDeclarer;
import hotshoe.slice.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a slice, from the creation of its instance until that is given back. Every method but
 * {@link #instance()} and {@link #hasBegun()} runs the slice's code and is called by one thread at
 * a time.
 */
final class Life {

  private static final Logger LOG = LoggerFactory.getLogger(Life.class);

  private final Offer offer;
  private final LiveContext context;
  private final FutureTask<Slice> creation;
  private final AtomicBoolean released = new AtomicBoolean();
  private boolean begun;
  private boolean closed;

  Life(Offer offer, Equipment equipment) {
    this.offer = offer;
    this.context = new LiveContext(offer.name(), equipment);
    this.creation = new Creation(offer.source());
  }

  /** Creates the instance once; one that comes too late is given back at once. */
  private final class Creation extends FutureTask<Slice> {
    Creation(SliceSource source) {
      super(source::create);
    }

    @Override
    protected void done() {
      if (isClosed()) {
        attempt(new ArrayList<>(), "its deactivation", Life.this::release);
      }
    }
  }

  /** Something of the slice's that may throw. */
  private interface Deed {
    void perform() throws Exception;
  }

  /**
   * The instance; the first who asks creates it. That may be another slice, in its prestart.
   *
   * @throws CreationFailed when it cannot be created, or this life is over before it was
   */
  Slice instance() throws CreationFailed, InterruptedException {
    if (!begin()) {
      throw new CreationFailed(new IllegalStateException("it has gone already"));
    }
    creation.run();
    try {
      return creation.get();
    } catch (ExecutionException e) {
      throw new CreationFailed(e.getCause());
    }
  }

  private synchronized boolean begin() {
    begun |= !closed;
    return begun;
  }

  /** Whether there is or will be an instance that has to be put away. */
  synchronized boolean hasBegun() {
    return begun;
  }

  /** Creates no instance from now on, if there is none yet. */
  private synchronized void close() {
    closed = true;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** The instance, if it is there already. Never waits. */
  Optional<Slice> existing() {
    if (!creation.isDone()) {
      return Optional.empty();
    }
    try {
      return Optional.of(creation.get());
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  void prestart() throws Exception {
    Slice slice = instance();
    if (slice instanceof FeatureDeclarer declarer && !isClosed()) {
      context.declare(List.copyOf(declarer.features()));
    }
    if (!isClosed()) {
      slice.prestart(context);
    }
  }

  void start() throws Exception {
    instance().start();
  }

  List<Problem> prestop(Duration limit) {
    long begun = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    context.stopping();
    attempt(problems, "prestop", () -> instance().prestop());
    attempt(problems, "the end of its schedules", () -> context.endSchedules(rest(limit, begun)));
    return problems;
  }

  List<Problem> stop(Duration limit) {
    long begun = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    attempt(problems, "stop", () -> instance().stop());
    problems.addAll(discard(rest(limit, begun)));
    return problems;
  }

  /** Ends what was begun through the context and gives the instance back. */
  List<Problem> discard(Duration limit) {
    long begun = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    close();
    context.stopping();
    attempt(problems, "the end of its schedules", () -> context.endSchedules(rest(limit, begun)));
    attempt(
        problems,
        "the end of its tasks",
        () -> context.endTasks(rest(limit, begun)).forEach(it -> complain(problems, it)));
    context.forgetFeatures();
    attempt(problems, "its deactivation", this::release);
    return problems;
  }

  private static void complain(List<Problem> problems, Problem problem) {
    problems.add(problem);
    LOG.warn("{}", problem.sentence());
  }

  private void release() throws Exception {
    if (existing().isPresent() && released.compareAndSet(false, true)) {
      offer.source().release();
    }
  }

  /** Frees the slice's name for another life, while a thread is still stuck in this one. */
  void abandon() {
    close();
    context.stopping();
    context.forgetFeatures();
  }

  private void attempt(List<Problem> problems, String deed, Deed what) {
    try {
      what.perform();
    } catch (Throwable e) {
      Problem problem = SliceProblems.threwAtTheEnd(offer.name(), deed, offer.owner(), e);
      problems.add(problem);
      LOG.error("{}", problem.sentence(), e);
    }
  }

  /** Most of the time that is left, so that there is some for what comes after. */
  private static Duration rest(Duration limit, long begun) {
    long left = limit.toNanos() - (System.nanoTime() - begun);
    return Duration.ofNanos(Math.max(0, left / 10 * 8));
  }
}
