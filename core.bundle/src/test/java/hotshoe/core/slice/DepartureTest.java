package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slices come and go while others run. */
class DepartureTest {

  private final Stage stage = new Stage(Duration.ofSeconds(10), Duration.ofSeconds(2));
  private final CountDownLatch relief = new CountDownLatch(1);

  @AfterEach
  void close() {
    relief.countDown();
    stage.close();
  }

  @Test
  @Proves("INM-19")
  void aSliceThatLeavesTakesItsDependentsDownFirst() {
    Actor base = stage.actor("t.base");
    stage.arrive(
        base,
        stage.actor("t.middle").needs("t.base"),
        stage.actor("t.top").needs("t.middle"),
        stage.actor("t.other"));

    base.leaves();

    assertEquals(List.of("t.top", "t.middle", "t.base"), stage.calls("prestop"));
    assertEquals(List.of("t.top", "t.middle", "t.base"), stage.calls("stopped"));
    assertTrue(
        stage.calls().indexOf("prestop t.base") < stage.calls().indexOf("stop t.top"),
        stage.calls().toString());
    assertEquals("needs t.middle, which needs t.base, which left", stage.cause("t.top"));
    assertEquals(SliceState.ACTIVE, stage.state("t.other"));
    assertTrue(stage.find("t.base").isEmpty());
  }

  @Test
  void dependentsComeBackWhenTheDependencyReturns() {
    Actor base = stage.actor("t.base");
    stage.arrive(base, stage.actor("t.top").needs("t.base"));
    base.leaves();
    assertEquals(SliceState.BLOCKED, stage.state("t.top"));

    stage.arrive(stage.actor("t.base"));

    assertEquals(SliceState.ACTIVE, stage.state("t.top"));
    assertEquals(List.of("t.base", "t.top", "t.base", "t.top"), stage.calls("started"));
    assertEquals(2, stage.calls("create").stream().filter("t.top"::equals).count());
  }

  @Test
  @Proves("INM-15")
  void whoDeclaredNothingComesBackAtOnce() {
    Actor leaf = stage.actor("t.leaf").neededBy("t.transport");
    stage.arrive(leaf, stage.actor("t.transport"));

    leaf.leaves();

    stage.untilState("t.transport", SliceState.ACTIVE);
    assertEquals(List.of("t.transport", "t.leaf"), stage.calls("stopped"));
    assertEquals(List.of("t.leaf", "t.transport", "t.transport"), stage.calls("started"));
  }

  @Test
  void aLateArrivalJoinsAndNobodyIsDisturbed() {
    stage.arrive(stage.actor("t.top").needs("t.base"));

    stage.arrive(stage.actor("t.base"));

    assertEquals(SliceState.ACTIVE, stage.state("t.base"));
    assertEquals(List.of("t.top", "t.base"), stage.calls("started"));
    assertEquals(List.of(), stage.calls("prestop"));
    stage.stop();
    assertEquals(List.of("t.top", "t.base"), stage.calls("stopped"));
  }

  @Test
  void aLateArrivalThatFailsLeavesThoseThatRunAlone() {
    stage.arrive(stage.actor("t.top").needs("t.base"));
    Actor base = stage.actor("t.base").in("start", Failing::plainly);

    stage.arrive(base);
    assertEquals(SliceState.ACTIVE, stage.state("t.top"));
    base.leaves();

    assertEquals(SliceState.ACTIVE, stage.state("t.top"));
    assertEquals(List.of(), stage.calls("prestop"));
  }

  @Test
  void aRetiredExtensionStaysDownUntilItsServicesHaveGone() {
    Actor one = stage.actor("one.a");
    stage.arrive(one, stage.actor("one.b").needs("one.a"), stage.actor("two.c").needs("one.b"));

    List<Problem> problems = stage.engine().retire(new ExtensionName("one"));

    assertEquals(List.of(), problems);
    assertEquals(List.of("one.a STOPPED", "one.b STOPPED", "two.c BLOCKED"), stage.listed());
    stage.arrive(stage.actor("two.d"));
    assertEquals(SliceState.STOPPED, stage.state("one.a"));
    one.leaves();
    stage.arrive(stage.actor("one.a"));
    assertEquals(SliceState.ACTIVE, stage.state("one.a"));
    assertEquals(SliceState.BLOCKED, stage.state("two.c"));
  }

  @Test
  void anUpgradeUnderAHoldBringsDependentsUpOnTheNewOne() {
    Actor old = stage.actor("one.a").of("one 1");
    stage.arrive(old, stage.actor("two.b").needs("one.a"));
    try (var hold = stage.engine().hold()) {
      stage.engine().retire(new ExtensionName("one"));
      old.leaves();
      stage.actor("one.a").of("one 2").enters();
    }

    assertEquals(List.of("one.a ACTIVE", "two.b ACTIVE"), stage.listed());
    assertEquals(List.of("one.a", "two.b", "one.a", "two.b"), stage.calls("started"));
  }

  @Test
  void aReplacementThatArrivesBeforeTheOldOneIsDownWaitsForItsTurn() {
    Actor old = stage.actor("t.a").of("old").in("stop", () -> Failing.hangUntil(relief));
    stage.arrive(old);
    Thread leaving = new Thread(old::leaves);
    leaving.start();
    stage.untilState("t.a", SliceState.STOPPING);

    stage.actor("t.a").of("new").enters();
    relief.countDown();

    stage.untilState("t.a", SliceState.ACTIVE);
    assertEquals(List.of("t.a", "t.a"), stage.calls("started"));
  }

  @Test
  @Timeout(20)
  void aSliceThatHangsWhileStartingLeavesWithinASecondOrTwo() {
    Actor hanging = stage.actor("t.hangs").in("start", () -> Failing.hangUntil(relief));
    hanging.enters();
    stage.untilState("t.hangs", SliceState.STARTING);

    hanging.leaves();

    Stage.until(() -> stage.find("t.hangs").isEmpty());
    assertEquals(List.of(), stage.calls("stop"));
  }

  @Test
  @Timeout(20)
  void aSliceThatHangsWhileStoppingIsGivenUpAndTheOthersGetTheirCalls() {
    Actor base = stage.actor("t.base");
    stage.arrive(
        base,
        stage.actor("t.a").needs("t.base").in("prestop", () -> Failing.hangUntil(relief)),
        stage.actor("t.b").needs("t.base").in("stop", () -> Failing.hangUntil(relief)));

    base.leaves();

    Stage.until(() -> stage.find("t.base").isEmpty());
    assertEquals(3, stage.calls("prestop").size());
    assertEquals(3, stage.calls("stop").size());
  }

  @Test
  void aDependentThatIsStartingIsStoppedAgain() {
    CountDownLatch begun = new CountDownLatch(1);
    Actor base = stage.actor("t.base");
    base.enters();
    stage.untilState("t.base", SliceState.ACTIVE);
    stage
        .actor("t.top")
        .needs("t.base")
        .in(
            "start",
            () -> {
              begun.countDown();
              Stage.pause(200);
            })
        .enters();
    Stage.until(() -> begun.getCount() == 0);

    base.leaves();

    assertEquals(List.of("t.base", "t.top"), stage.calls("started"));
    assertEquals(List.of("t.top", "t.base"), stage.calls("stopped"));
    assertEquals(SliceState.BLOCKED, stage.state("t.top"));
  }

  @Test
  @Timeout(20)
  void aSliceMayTakeItselfAwayInItsStart() {
    Actor suicidal = stage.actor("t.a");
    suicidal.in("start", suicidal::leaves);

    suicidal.enters();

    Stage.until(() -> stage.find("t.a").isEmpty());
    assertEquals(List.of("t.a"), stage.calls("stopped"));
  }

  @Test
  @Timeout(20)
  void aSliceMayTakeAwayTheOneItNeedsInItsStart() {
    Actor base = stage.actor("t.base");
    Actor top = stage.actor("t.top").needs("t.base").in("start", base::leaves);
    stage.arrive(base, top);

    Stage.until(() -> stage.find("t.base").isEmpty());
    stage.untilState("t.top", SliceState.BLOCKED);
  }

  @Test
  void aSliceMayBringAnotherInItsStart() {
    Actor child = stage.actor("t.child");
    stage.arrive(stage.actor("t.parent").in("start", () -> stage.arrive(child)));

    stage.untilState("t.child", SliceState.ACTIVE);
    assertEquals(SliceState.ACTIVE, stage.state("t.parent"));
  }

  @Test
  void leavingUnderAHoldDoesNotWaitForIt() {
    Actor waiting = stage.actor("t.a");
    try (var hold = stage.engine().hold()) {
      waiting.enters();
      waiting.leaves();
      assertTrue(stage.find("t.a").isEmpty());
    }
    assertEquals(List.of(), stage.calls());
  }
}
