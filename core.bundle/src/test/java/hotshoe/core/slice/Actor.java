package hotshoe.core.slice;

import hotshoe.schedule.Action;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceContext;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A slice for tests, described in a few words; writes down what is done to it. */
final class Actor implements SliceSource {

  private final Stage stage;
  private final SliceName name;
  private final TreeSet<SliceName> needs = new TreeSet<>();
  private final TreeSet<SliceName> neededBy = new TreeSet<>();
  private final Map<String, Action> deeds = new HashMap<>();
  private final AtomicReference<SliceContext> context = new AtomicReference<>();
  private Optional<Duration> limit = Optional.empty();
  private String owner;
  private String tag;

  /** Given once it has entered; its start may be at work by then, and take it away. */
  private volatile CompletableFuture<Arrival> arrival = new CompletableFuture<>();

  Actor(Stage stage, String name) {
    this.stage = stage;
    this.name = new SliceName(name);
    this.owner = "the bundle of " + name;
    this.tag = name;
  }

  /** Lets it be told from others of its name. */
  Actor tagged(int number) {
    tag = name + "#" + number;
    return this;
  }

  String tag() {
    return tag;
  }

  /** Whether this one depends on the other, whoever says so. */
  boolean dependsOn(Actor other) {
    return needs.contains(other.name) || other.neededBy.contains(name);
  }

  Actor needs(String... names) {
    for (String other : names) {
      needs.add(new SliceName(other));
    }
    return this;
  }

  Actor neededBy(String... names) {
    for (String other : names) {
      neededBy.add(new SliceName(other));
    }
    return this;
  }

  Actor described(SliceDescription description) {
    needs.addAll(description.dependsOn());
    neededBy.addAll(description.dependedOnBy());
    limit = description.limit();
    return this;
  }

  Actor limit(long millis) {
    limit = Optional.of(Duration.ofMillis(millis));
    return this;
  }

  Actor of(String bundle) {
    owner = bundle;
    return this;
  }

  /** What it does in {@code create}, {@code prestart}, {@code start}, ... beside noting it. */
  Actor in(String phase, Action deed) {
    deeds.put(phase, deed);
    return this;
  }

  Actor enters() {
    SliceDescription description = new SliceDescription(name, needs, neededBy, limit);
    CompletableFuture<Arrival> entered = new CompletableFuture<>();
    arrival = entered;
    entered.complete(stage.engine().arrive(stage.offer(description, this, owner)));
    return this;
  }

  /** Goes, as when its service is unregistered. */
  void leaves() {
    stage.engine().await(stage.engine().leave(arrival.join()));
  }

  SliceContext context() {
    return context.get();
  }

  private void play(String phase) throws Exception {
    stage.note(phase + " " + tag);
    Action deed = deeds.get(phase);
    if (deed != null) {
      try {
        deed.run();
      } catch (Throwable e) {
        stage.note("threw " + tag);
        throw e;
      }
    }
  }

  @Override
  public Slice create() throws Exception {
    play("create");
    return new Playing();
  }

  @Override
  public void release() throws Exception {
    play("release");
  }

  /** The instance. */
  final class Playing implements Slice {

    @Override
    public void prestart(SliceContext given) throws Exception {
      context.set(given);
      play("prestart");
    }

    @Override
    public void start() throws Exception {
      play("start");
      stage.note("started " + tag);
    }

    @Override
    public void prestop() throws Exception {
      play("prestop");
    }

    @Override
    public void stop() throws Exception {
      play("stop");
      stage.note("stopped " + tag);
    }
  }
}
