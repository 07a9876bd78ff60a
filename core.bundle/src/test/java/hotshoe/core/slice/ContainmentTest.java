package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.host.ExitRefused;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad slice hurts nobody but those that need it. */
class ContainmentTest {

  private final Stage stage = new Stage();
  private final CountDownLatch relief = new CountDownLatch(1);

  @AfterEach
  void close() {
    relief.countDown();
    stage.close();
  }

  @ParameterizedTest
  @Proves("INM-20")
  @ValueSource(strings = {"create", "prestart", "start"})
  void aSliceThatThrowsFailsAloneAndBlocksWhatNeedsIt(String phase) {
    stage.arrive(
        stage.actor("t.bad").in(phase, Failing::plainly),
        stage.actor("t.needs").needs("t.bad"),
        stage.actor("t.far").needs("t.needs"),
        stage.actor("t.other"));

    assertEquals(SliceState.FAILED, stage.state("t.bad"));
    assertEquals(SliceState.BLOCKED, stage.state("t.needs"));
    assertEquals(SliceState.BLOCKED, stage.state("t.far"));
    assertEquals(SliceState.ACTIVE, stage.state("t.other"));
    assertTrue(stage.problems("t.bad").get(0).contains("t.bad"), stage::listedText);
    assertTrue(stage.problems("t.bad").get(0).contains("no luck"), stage::listedText);
    assertTrue(stage.cause("t.far").startsWith("needs t.needs, which needs t.bad, which "));
    assertTrue(stage.cause("t.far").endsWith("no luck"), stage.cause("t.far"));
    assertEquals(List.of("t.other"), stage.calls("started"));
  }

  @Test
  @Proves("INM-20")
  void errorsOfEveryKindAreContained() {
    stage.arrive(
        stage.actor("t.linkage").in("start", () -> fail(new NoClassDefFoundError("org/x/Y"))),
        stage.actor("t.death").in("start", () -> fail(new ThreadDeath())),
        stage.actor("t.memory").in("prestart", () -> fail(new OutOfMemoryError("pretended"))),
        stage.actor("t.deep").in("start", () -> overflow(1)),
        stage.actor("t.strange").in("start", () -> fail(new Strange())),
        stage.actor("t.interrupts").in("start", () -> Thread.currentThread().interrupt()),
        stage.actor("t.good"));

    for (String name : List.of("t.linkage", "t.death", "t.memory", "t.deep", "t.strange")) {
      assertEquals(SliceState.FAILED, stage.state(name), name);
    }
    assertTrue(stage.cause("t.linkage").contains("NoClassDefFoundError: org/x/Y"));
    assertEquals(SliceState.ACTIVE, stage.state("t.interrupts"));
    assertEquals(SliceState.ACTIVE, stage.state("t.good"));
  }

  @Test
  void callingExitIsAnErrorOfTheSlice() {
    stage.arrive(stage.actor("t.exits").in("start", () -> ExitRefused.exit(3)));

    assertEquals(SliceState.FAILED, stage.state("t.exits"));
    assertTrue(stage.problems("t.exits").get(0).startsWith("HS-SLICE-010"));
    assertEquals(
        "called exit(3) in start: an extension may end itself, never the host",
        stage.cause("t.exits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "prestart", "start"})
  void aSliceThatHangsIsGivenUpAtItsLimitAndTheRestRuns(String phase) {
    stage.arrive(
        stage.actor("t.hangs").limit(150).in(phase, () -> Failing.hangUntil(relief)),
        stage.actor("t.needs").needs("t.hangs"),
        stage.actor("t.other"));

    assertEquals(SliceState.FAILED, stage.state("t.hangs"));
    assertEquals(SliceState.BLOCKED, stage.state("t.needs"));
    assertEquals(SliceState.ACTIVE, stage.state("t.other"));
    String problem = stage.problems("t.hangs").get(0);
    assertTrue(problem.startsWith("HS-SLICE-007: the slice t.hangs was given up in "), problem);
    assertTrue(problem.contains("Failing.hangUntil (Failing.java:"), problem);
    assertEquals(List.of(), stage.stop());
  }

  @Test
  void whileOneHangsOthersArriveAndStart() {
    stage.actor("t.hangs").in("start", Failing::hang).enters();
    stage.untilState("t.hangs", SliceState.STARTING);

    stage.arrive(stage.actor("t.late"));

    assertEquals(SliceState.ACTIVE, stage.state("t.late"));
    assertEquals(SliceState.STARTING, stage.state("t.hangs"));
  }

  @Test
  void aStartThatComesBackAfterItWasGivenUpIsStopped() {
    stage.arrive(stage.actor("t.slow").limit(100).in("start", () -> Failing.hangUntil(relief)));
    assertEquals(List.of(), stage.calls("stop"));

    relief.countDown();

    Stage.until(() -> stage.calls("stopped").equals(List.of("t.slow")));
    assertEquals(SliceState.FAILED, stage.state("t.slow"));
  }

  @Test
  void aCreationThatComesBackAfterItWasGivenUpIsGivenBack() {
    stage.arrive(stage.actor("t.slow").limit(100).in("create", () -> Failing.hangUntil(relief)));
    assertEquals(List.of(), stage.calls("release"));

    relief.countDown();

    Stage.until(() -> stage.calls("release").equals(List.of("t.slow")));
    assertEquals(List.of(), stage.calls("prestart"));
  }

  @Test
  @Proves("INM-17")
  void theMembersOfACycleFailAndWhatNeedsThemIsBlocked() {
    stage.arrive(
        stage.actor("t.a").needs("t.b"),
        stage.actor("t.b").needs("t.c"),
        stage.actor("t.c").needs("t.a"),
        stage.actor("t.self").needs("t.self"),
        stage.actor("t.needs").needs("t.b"),
        stage.actor("t.other"));

    assertEquals(
        List.of(
            "t.needs BLOCKED",
            "t.other ACTIVE",
            "t.b FAILED",
            "t.c FAILED",
            "t.a FAILED",
            "t.self FAILED"),
        stage.listed());
    assertTrue(stage.problems("t.a").get(0).contains("t.b > t.c > t.a > t.b"), stage::listedText);
    assertTrue(stage.problems("t.self").get(0).contains("t.self > t.self"), stage::listedText);
    assertEquals(List.of("t.other"), stage.calls("prestart"));
  }

  @Test
  @Proves("INM-17")
  void whenAMemberIsReplacedByOneWithoutTheEdgeAllStart() {
    Actor last = stage.actor("t.c").needs("t.a");
    stage.arrive(stage.actor("t.a").needs("t.b"), stage.actor("t.b").needs("t.c"), last);
    last.leaves();
    Stage.until(() -> stage.listed().equals(List.of("t.b BLOCKED", "t.a BLOCKED")));

    stage.arrive(stage.actor("t.c"));

    assertEquals(List.of("t.c", "t.b", "t.a"), stage.calls("started"));
  }

  @Test
  void whoRunsAlreadyGoesOnWhenANewcomerMakesACycle() {
    stage.arrive(stage.actor("t.a").needs("t.b"));

    stage.arrive(stage.actor("t.b").needs("t.a"));

    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
    assertEquals(SliceState.FAILED, stage.state("t.b"));
  }

  @Test
  @Proves("INM-27")
  void aDuplicateNameIsRefusedAndBothOwnersAreNamed() {
    Actor first = stage.actor("t.twin").of("alpha 1.0");
    Actor second = stage.actor("t.twin").of("beta 2.0");
    stage.arrive(first, second);

    assertEquals(List.of("t.twin ACTIVE", "t.twin FAILED"), stage.listed());
    String problem = stage.engine().list().get(1).problems().get(0).sentence();
    assertTrue(problem.contains("alpha 1.0") && problem.contains("beta 2.0"), problem);
    assertEquals(List.of("t.twin"), stage.calls("create"));
  }

  @Test
  @Proves("INM-27")
  void whenTheFirstLeavesTheDuplicateTakesItsPlace() {
    Actor first = stage.actor("t.twin").of("alpha 1.0");
    stage.arrive(
        first, stage.actor("t.twin").of("beta 2.0"), stage.actor("t.needs").needs("t.twin"));

    first.leaves();

    Stage.until(() -> stage.listed().equals(List.of("t.twin ACTIVE", "t.needs ACTIVE")));
    assertEquals(List.of("t.twin", "t.needs", "t.twin", "t.needs"), stage.calls("started"));
  }

  @Test
  @Proves("INM-08")
  void aFaultyOfferIsRefusedAndTakesNobodysName() {
    SliceDescription description =
        new SliceDescription(
            new SliceName("t.a"), new TreeSet<>(), new TreeSet<>(), Optional.empty());
    Offer faulty =
        new Offer(
            description,
            new hotshoe.extension.ExtensionName("other"),
            "other 1.0",
            stage.actor("t.a"),
            List.of(
                SliceProblems.outside(
                    description.name(),
                    new hotshoe.extension.ExtensionName("other"),
                    "other 1.0")));
    Arrival refused = stage.engine().arrive(faulty);
    stage.arrive(stage.actor("t.a"));

    assertEquals(List.of("t.a ACTIVE", "t.a FAILED"), stage.listed());
    stage.engine().await(stage.engine().leave(refused));
    assertEquals(List.of("t.a ACTIVE"), stage.listed());
  }

  @Test
  @Proves("INM-21")
  void whatHasNotStartedIsNotAskedToStop() {
    stage.arrive(
        stage.actor("t.bad").in("start", Failing::plainly),
        stage.actor("t.needs").needs("t.bad"),
        stage.actor("t.good"));

    stage.stop();

    assertEquals(List.of("t.good"), stage.calls("prestop"));
    assertEquals(List.of("t.good"), stage.calls("stop"));
    assertEquals(3, stage.calls("release").size());
  }

  @Test
  void aBlockedSliceComesUpWhenTheFailedOneIsReplaced() {
    Actor bad = stage.actor("t.base").in("start", Failing::plainly);
    stage.arrive(bad, stage.actor("t.needs").needs("t.base"));
    bad.leaves();
    Stage.until(() -> stage.cause("t.needs").equals("needs t.base, which left"));
    assertEquals(SliceState.BLOCKED, stage.state("t.needs"));

    stage.arrive(stage.actor("t.base"));

    assertEquals(SliceState.ACTIVE, stage.state("t.needs"));
    assertEquals("", stage.cause("t.needs"));
  }

  @Test
  void aLongChainOfBlockedSlicesIsToldByItsEnds() {
    Actor[] chain = new Actor[2000];
    chain[0] = stage.actor("t.s0").in("prestart", Failing::plainly);
    for (int i = 1; i < chain.length; i++) {
      chain[i] = stage.actor("t.s" + i).needs("t.s" + (i - 1));
    }
    stage.arrive(chain);

    assertEquals(
        "needs t.s1998, which needs t.s1997, which by way of 1996 others needs t.s0, which failed"
            + " in prestart: IllegalStateException: no luck",
        stage.cause("t.s1999"));
  }

  @Test
  void workBegunThroughTheContextEndsWithAFailedSlice() {
    Actor actor = stage.actor("t.bad");
    CountDownLatch ended = new CountDownLatch(1);
    actor.in(
        "start",
        () -> {
          actor.context().backgroundTasks().run("endless", () -> endless(ended));
          Stage.pause(50);
          throw new IllegalStateException("after all");
        });

    stage.arrive(actor);

    Stage.until(() -> ended.getCount() == 0);
    assertTrue(actor.context().isStopping());
  }

  @Test
  void aLimitIsForEachPhaseByItself() {
    stage.arrive(
        stage
            .actor("t.a")
            .limit(400)
            .in("prestart", () -> Stage.pause(250))
            .in("start", () -> Stage.pause(250)));

    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
    assertTrue(stage.report("t.a").startTook().compareTo(Duration.ofMillis(240)) > 0);
  }

  @Test
  void anAbsurdLimitIsALongOne() {
    SliceDescription description =
        new SliceDescription(
            new SliceName("t.a"),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));
    stage.arrive(List.of(description));

    assertEquals(SliceState.ACTIVE, stage.state("t.a"));
  }

  private static void endless(CountDownLatch ended) throws InterruptedException {
    try {
      Failing.hang();
    } finally {
      ended.countDown();
    }
  }

  private static int overflow(int depth) {
    return depth == Integer.MAX_VALUE ? 0 : depth + overflow(depth + 1);
  }

  private static void fail(Error error) {
    throw error;
  }

  /** Cannot even be described. */
  private static final class Strange extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not telling");
    }
  }
}
