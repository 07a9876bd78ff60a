package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  @Proves("INM-13")
  void prestartOfAllComesBeforeStartOfAny() {
    stage.arrive(PublishedGraph.core());

    List<String> calls = stage.calls();
    assertEquals(20, stage.calls("start").size());
    int firstStart = calls.indexOf(stage.calls("start").get(0).transform(it -> "start " + it));
    assertEquals(
        20, calls.subList(0, firstStart).stream().filter(it -> it.startsWith("prestart ")).count());
  }

  @Test
  @Proves({"INM-13", "INM-15"})
  void everySliceStartsAfterThoseItDependsOn() {
    stage.arrive(PublishedGraph.withUserInterface());

    stage
        .engine()
        .graph()
        .dependencies()
        .forEach(
            (name, before) ->
                before.forEach(
                    earlier -> {
                      assertOrder("prestart " + earlier, "prestart " + name);
                      assertOrder("started " + earlier, "start " + name);
                    }));
  }

  @Test
  @Proves("INM-14")
  void theListIsInThePublishedOrder() {
    stage.arrive(PublishedGraph.core());

    assertEquals(
        PublishedGraph.ORDER.stream().map(name -> name + " ACTIVE").toList(), stage.listed());
  }

  @Test
  void slicesThatDoNotDependOnEachOtherStartAtTheSameTime() {
    java.util.concurrent.CyclicBarrier all = new java.util.concurrent.CyclicBarrier(8);
    Actor[] actors = new Actor[8];
    for (int i = 0; i < 8; i++) {
      actors[i] = stage.actor("t.s" + i).in("start", all::await);
    }

    stage.arrive(actors);

    assertTrue(stage.listed().stream().allMatch(it -> it.endsWith("ACTIVE")), stage::listedText);
  }

  @Test
  @Proves("INM-16")
  void aMissingDependencyIsNoError() {
    stage.arrive(stage.actor("t.a").needs("t.nobody"));

    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
    assertEquals("[t.nobody]", stage.report("t.a").missing().toString());
  }

  @Test
  @Proves("INM-16")
  void aFailureDoesNotPassThroughAMissingSlice() {
    stage.arrive(
        stage.actor("t.a").needs("t.missing"),
        stage.actor("t.z").neededBy("t.missing").in("start", Failing::plainly));

    assertEquals(SliceState.FAILED, stage.state("t.z"));
    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
    assertOrder("start t.z", "start t.a");
  }

  @Test
  @Proves("INM-19")
  void prestopOfAllComesBeforeStopOfAnyBothInReverseOrder() {
    stage.arrive(PublishedGraph.core());

    assertEquals(List.of(), stage.stop());

    List<String> calls = stage.calls();
    int firstStop = calls.indexOf("stop " + stage.calls("stop").get(0));
    assertEquals(
        20, calls.subList(0, firstStop).stream().filter(it -> it.startsWith("prestop ")).count());
    stage
        .engine()
        .graph()
        .dependencies()
        .forEach(
            (name, before) ->
                before.forEach(
                    earlier -> {
                      assertOrder("prestop " + name, "prestop " + earlier);
                      assertOrder("stopped " + name, "stop " + earlier);
                    }));
  }

  @Test
  @Proves({"INM-13", "INM-19"})
  void aChainStartsInOrderAndStopsInReverse() {
    List<Actor> chain = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      names.add("t.s" + (char) ('A' + i));
      chain.add(stage.actor(names.get(i)));
      if (i > 0) {
        chain.get(i).needs(names.get(i - 1));
      }
    }
    Collections.shuffle(chain, new java.util.Random(3));

    stage.arrive(chain.toArray(Actor[]::new));
    stage.stop();

    assertEquals(names, stage.calls("prestart"));
    assertEquals(names, stage.calls("start"));
    Collections.reverse(names);
    assertEquals(names, stage.calls("prestop"));
    assertEquals(names, stage.calls("stop"));
  }

  @Test
  @Proves("INM-19")
  void theStoppingFlagIsTrueFromPrestopOn() {
    List<Boolean> seen = Collections.synchronizedList(new ArrayList<>());
    Actor actor = stage.actor("t.a");
    for (String phase : List.of("prestart", "start", "prestop", "stop")) {
      actor.in(phase, () -> seen.add(actor.context().isStopping()));
    }

    stage.arrive(actor);
    assertFalse(actor.context().isStopping());
    stage.stop();

    assertEquals(List.of(false, false, true, true), seen);
  }

  @Test
  @Proves("INM-26")
  void aSliceFindsAnotherByNameInPrestartEvenOneThatDependsOnIt() {
    List<Object> found = Collections.synchronizedList(new ArrayList<>());
    Actor first = stage.actor("t.first");
    Actor second = stage.actor("t.second").needs("t.first");
    first.in(
        "prestart",
        () -> found.add(first.context().slice(new SliceName("t.second"), Actor.Playing.class)));
    second.in(
        "prestart",
        () -> found.add(second.context().slice(new SliceName("t.first"), Actor.Playing.class)));

    stage.arrive(first, second);

    assertEquals(2, found.size(), stage::listedText);
    assertEquals(1, stage.calls("create").stream().filter("t.second"::equals).count());
    assertEquals(SliceState.ACTIVE, stage.state("t.second"));
  }

  @Test
  @Proves("INM-26")
  void anUnknownNameFailsTheSliceThatAskedWithTheNameInTheMessage() {
    Actor actor = stage.actor("t.asking");
    actor.in("prestart", () -> actor.context().slice(new SliceName("t.databse"), Object.class));

    stage.arrive(actor, stage.actor("t.database"));

    assertEquals(SliceState.FAILED, stage.state("t.asking"));
    assertTrue(stage.problems("t.asking").get(0).contains("there is no slice t.databse"));
    assertTrue(stage.problems("t.asking").get(0).contains("is t.database meant?"));
  }

  @Test
  void withoutAHoldASliceStartsWhenItArrives() {
    stage.actor("t.a").enters();

    stage.untilState("t.a", SliceState.ACTIVE);
  }

  @Test
  void theLastHoldToCloseStartsWhatHasArrived() {
    var outer = stage.engine().hold();
    stage.arrive(stage.actor("t.a"));
    assertEquals(SliceState.WAITING, stage.state("t.a"));
    assertEquals(List.of(), stage.calls());

    outer.close();
    outer.close();

    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
  }

  @Test
  void howLongItTookIsReported() {
    stage.arrive(
        stage
            .actor("t.a")
            .in("prestart", () -> Stage.pause(20))
            .in("start", () -> Stage.pause(30)));

    assertTrue(stage.report("t.a").prestartTook().toMillis() >= 20);
    assertTrue(stage.report("t.a").startTook().toMillis() >= 30);
  }

  private void assertOrder(String earlier, String later) {
    List<String> calls = stage.calls();
    int first = calls.indexOf(earlier);
    int second = calls.indexOf(later);
    if (first >= 0 || second >= 0) {
      assertTrue(
          first >= 0 && second >= 0 && first < second, earlier + " before " + later + ": " + calls);
    }
  }
}
