package hotshoe.core.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.Feature;
import hotshoe.slice.Features;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A real engine with slices that tell what is done to them. */
final class Stage implements AutoCloseable {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> forgotten = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Engine engine;

  Stage() {
    this(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  Stage(Duration phaseLimit, Duration departureLimit) {
    engine = new Engine(new Engine.Limits(phaseLimit, departureLimit), new AllOn(), timer, workers);
  }

  private final class AllOn implements Equipment.FeatureRegister {
    @Override
    public Features declare(SliceName slice, List<Feature> features) {
      return new Features() {
        @Override
        public boolean isEnabled(String flag) {
          return true;
        }

        @Override
        public boolean allows(String items, String item) {
          return true;
        }
      };
    }

    @Override
    public void forget(SliceName slice) {
      forgotten.add(slice.value());
    }
  }

  Engine engine() {
    return engine;
  }

  /** What was done to the slices so far, as {@code start t.a}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The calls of one kind, without the kind. */
  List<String> calls(String kind) {
    return calls.stream()
        .filter(call -> call.startsWith(kind + " "))
        .map(call -> call.substring(kind.length() + 1))
        .toList();
  }

  List<String> forgotten() {
    return forgotten;
  }

  void note(String call) {
    calls.add(call);
  }

  /** A slice to be described further, which is on no stage yet. */
  Actor actor(String name) {
    return new Actor(this, name);
  }

  /** Brings the slices on together and waits until they have settled. */
  void arrive(Actor... actors) {
    try (Slices.Hold hold = engine.hold()) {
      for (Actor actor : actors) {
        actor.enters();
      }
    }
  }

  void arrive(List<SliceDescription> descriptions) {
    try (Slices.Hold hold = engine.hold()) {
      descriptions.forEach(it -> actor(it.name().value()).described(it).enters());
    }
  }

  Offer offer(SliceDescription description, SliceSource source, String owner) {
    String name = description.name().value();
    ExtensionName extension = new ExtensionName(name.substring(0, name.indexOf('.')));
    return new Offer(description, extension, owner, source, List.of());
  }

  SliceReport report(String name) {
    return engine.find(new SliceName(name)).orElseThrow();
  }

  SliceState state(String name) {
    return report(name).state();
  }

  String cause(String name) {
    return report(name).cause();
  }

  List<String> problems(String name) {
    return report(name).problems().stream().map(Problem::sentence).toList();
  }

  List<String> listed() {
    return engine.list().stream().map(it -> it.name() + " " + it.state()).toList();
  }

  String listedText() {
    return engine.toString();
  }

  Optional<SliceReport> find(String name) {
    return engine.find(new SliceName(name));
  }

  /** Waits, within bounds, for what is to become true. */
  static void until(BooleanSupplier condition) {
    until(condition, () -> "");
  }

  static void until(BooleanSupplier condition, Supplier<String> situation) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("has not come true within 20 s: " + situation.get());
      }
      pause(2);
    }
  }

  void untilState(String name, SliceState state) {
    until(() -> find(name).map(it -> it.state() == state).orElse(false));
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while pausing", e);
    }
  }

  List<Problem> stop() {
    return engine.stop(Duration.ofSeconds(10));
  }

  List<String> stop(Duration limit) {
    return new ArrayList<>(engine.stop(limit).stream().map(Problem::sentence).toList());
  }

  @Override
  public void close() {
    engine.stop(Duration.ofSeconds(2));
    engine.close();
    timer.shutdownNow();
    workers.shutdownNow();
  }
}
