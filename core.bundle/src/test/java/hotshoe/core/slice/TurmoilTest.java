package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrivals, departures and failures from many threads at once; what must hold always holds. */
class TurmoilTest {

  private static final int NAMES = 14;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  static Stream<Long> seeds() {
    return new Random().longs(12).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Timeout(60)
  @Proves({"INM-13", "INM-19", "INM-20", "INM-21", "INM-22", "INM-27"})
  void whateverHappensTheRulesHold(long seed) throws InterruptedException {
    try (Stage stage = new Stage(Duration.ofSeconds(20), Duration.ofSeconds(20))) {
      Map<String, Actor> cast = new ConcurrentHashMap<>();
      Random random = new Random(seed);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        long own = random.nextLong();
        Thread thread = new Thread(() -> new Troublemaker(stage, cast, new Random(own)).run());
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      Stage.until(
          () -> stage.engine().list().stream().allMatch(TurmoilTest::isSettled), stage::listedText);
      everybodyUpHasWhatItNeeds(stage);
      assertEquals(List.of(), stage.stop());
      assertTrue(
          stage.engine().list().stream().allMatch(it -> ENDS.contains(it.state())),
          stage::listedText);
      new Rules(cast).check(stage.calls());
    }
  }

  private static final Set<SliceState> ENDS = EnumSet.of(SliceState.STOPPED, SliceState.FAILED);

  private static boolean isSettled(SliceReport report) {
    return EnumSet.of(SliceState.ACTIVE, SliceState.FAILED, SliceState.BLOCKED, SliceState.STOPPED)
            .contains(report.state())
        || report.cause().startsWith("waits until ");
  }

  private static void everybodyUpHasWhatItNeeds(Stage stage) {
    for (SliceReport report : stage.engine().list()) {
      if (report.state() == SliceState.BLOCKED) {
        assertTrue(report.cause().startsWith("needs "), report::toString);
      }
      if (report.state() == SliceState.ACTIVE) {
        assertEquals("", report.cause());
      }
    }
  }

  /** Brings slices and takes them away again, in holds and without. */
  private static final class Troublemaker {

    private final Stage stage;
    private final Map<String, Actor> cast;
    private final Random random;
    private final List<Actor> present = new ArrayList<>();

    Troublemaker(Stage stage, Map<String, Actor> cast, Random random) {
      this.stage = stage;
      this.cast = cast;
      this.random = random;
    }

    void run() {
      for (int i = 0; i < 60; i++) {
        int what = random.nextInt(40);
        if (what < 14) {
          bring(1);
        } else if (what < 20) {
          try (Slices.Hold hold = stage.engine().hold()) {
            bring(1 + random.nextInt(6));
          }
        } else if (what < 39 && !present.isEmpty()) {
          present.remove(random.nextInt(present.size())).leaves();
        } else if (what == 39) {
          stage.engine().retire(new ExtensionName("e" + random.nextInt(3)));
        }
      }
    }

    private void bring(int many) {
      for (int i = 0; i < many; i++) {
        present.add(actor().enters());
      }
    }

    /** Edges go from higher to lower numbers, and rarely the other way, which may be a cycle. */
    private Actor actor() {
      int number = random.nextInt(NAMES);
      Actor actor = stage.actor(name(number));
      for (int i = random.nextInt(3); i > 0; i--) {
        int other = random.nextInt(NAMES);
        if (other < number || random.nextInt(20) == 0) {
          actor.needs(name(other));
        } else {
          actor.neededBy(name(other));
        }
      }
      for (String phase : List.of("create", "prestart", "start", "prestop", "stop")) {
        misbehave(actor, phase);
      }
      actor.tagged(NUMBERS.incrementAndGet());
      cast.put(actor.tag(), actor);
      return actor;
    }

    private void misbehave(Actor actor, String phase) {
      int how = random.nextInt(60);
      int pause = random.nextInt(3);
      boolean goingUp = !phase.endsWith("stop");
      if (how == 0 && goingUp) {
        actor.in(phase, Failing::plainly);
      } else if (how < 20) {
        actor.in(phase, () -> Stage.pause(pause));
      }
    }

    private static String name(int number) {
      return "e" + number % 3 + ".s" + number;
    }
  }

  /** Reads the calls one by one and knows where every slice stands. */
  private static final class Rules {

    private static final Map<String, Set<String>> MAY_FOLLOW =
        Map.of(
            "create", Set.of("", "threw", "release"),
            "prestart", Set.of("create"),
            "start", Set.of("prestart"),
            "started", Set.of("start"),
            "prestop", Set.of("started"),
            "stop", Set.of("prestop"),
            "stopped", Set.of("stop"),
            "threw", Set.of("create", "prestart", "start"),
            "release", Set.of("create", "prestart", "threw", "stopped"));

    private final Map<String, Actor> cast;
    private final Map<String, String> last = new HashMap<>();
    private final Map<String, Map<String, Integer>> when = new HashMap<>();

    Rules(Map<String, Actor> cast) {
      this.cast = cast;
    }

    void check(List<String> calls) {
      for (int i = 0; i < calls.size(); i++) {
        String[] parts = calls.get(i).split(" ");
        String before = last.getOrDefault(parts[1], "");
        assertTrue(
            MAY_FOLLOW.get(parts[0]).contains(before), calls.get(i) + " after '" + before + "'");
        checkOthers(parts[0], parts[1]);
        last.put(parts[1], parts[0]);
        when.computeIfAbsent(parts[1], it -> new HashMap<>()).put(parts[0], i);
      }
      last.forEach(
          (tag, kind) -> assertTrue(Set.of("threw", "release").contains(kind), tag + " " + kind));
    }

    private void checkOthers(String kind, String tag) {
      for (String other : last.keySet()) {
        if (kind.equals("start") && cast.get(tag).dependsOn(cast.get(other))) {
          checkStart(tag, other);
        } else if (kind.endsWith("stop") && cast.get(other).dependsOn(cast.get(tag))) {
          checkEnd(kind, tag, other);
        }
      }
    }

    /** Whatever it depends on, and was there in time, is up. */
    private void checkStart(String tag, String needed) {
      boolean inTime = time(needed, "prestart") < time(tag, "prestart");
      boolean onTheWay = Set.of("prestart", "start").contains(last.get(needed));
      assertTrue(!(inTime && onTheWay), tag + " starts before " + needed);
    }

    /** Whoever depends on it, and started after it, has gone before. */
    private void checkEnd(String kind, String tag, String dependent) {
      Set<String> tooEarly =
          kind.equals("stop")
              ? Set.of("start", "started", "prestop", "stop")
              : Set.of("start", "started");
      boolean builtOnIt = time(tag, "started") < time(dependent, "start");
      assertTrue(
          !(builtOnIt && tooEarly.contains(last.get(dependent))),
          kind + " of " + tag + " before that of " + dependent);
    }

    private int time(String tag, String kind) {
      return when.getOrDefault(tag, Map.of()).getOrDefault(kind, Integer.MAX_VALUE);
    }
  }
}
