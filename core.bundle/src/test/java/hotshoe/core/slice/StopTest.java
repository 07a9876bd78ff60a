package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.slice.SliceState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of everything. */
class StopTest {

  private final Stage stage = new Stage();
  private final CountDownLatch relief = new CountDownLatch(1);

  @AfterEach
  void close() {
    relief.countDown();
    stage.close();
  }

  @Test
  @Proves("INM-22")
  void whatSlicesThrowWhileStoppingIsReportedTogetherAndKeepsNobodyFromItsCalls() {
    stage.arrive(
        stage.actor("t.a").in("prestop", Failing::plainly).in("stop", Failing::plainly),
        stage.actor("t.b").needs("t.a").in("stop", () -> fail(new LinkageError("gone"))),
        stage.actor("t.c").needs("t.b").in("prestop", () -> fail(new ThreadDeath())));

    List<String> problems = stage.stop(Duration.ofSeconds(10));

    assertEquals(List.of("t.c", "t.b", "t.a"), stage.calls("prestop"));
    assertEquals(List.of("t.c", "t.b", "t.a"), stage.calls("stop"));
    assertEquals(4, problems.size(), problems::toString);
    for (String part : List.of("t.a failed in prestop", "t.a failed in stop", "t.b", "t.c")) {
      assertTrue(problems.stream().anyMatch(it -> it.contains(part)), part + problems);
    }
  }

  @Test
  @Proves("INM-25")
  @Timeout(20)
  void oneThatHangsInItsStartIsSaidToBeLeftBehindUnlessItHeedsItsInterruption() {
    stage.actor("t.stubborn").in("start", () -> Failing.hangUntil(relief)).enters();
    stage.actor("t.docile").in("start", Failing::hang).enters();
    stage.untilState("t.stubborn", SliceState.STARTING);
    stage.untilState("t.docile", SliceState.STARTING);

    List<String> problems = stage.stop(Duration.ofSeconds(5));

    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains("HS-SLICE-011"), problems::toString);
    assertTrue(problems.get(0).contains("t.stubborn was left behind"), problems::toString);
  }

  @Test
  @Proves("INM-22")
  @Timeout(20)
  void hangingSlicesAreLeftBehindWithinTheLimitAndEverySliceGetsItsCalls() {
    stage.arrive(
        stage.actor("t.base"),
        stage.actor("t.a").needs("t.base").in("prestop", () -> Failing.hangUntil(relief)),
        stage.actor("t.b").needs("t.a").in("prestop", () -> Failing.hangUntil(relief)),
        stage.actor("t.c").needs("t.base").in("stop", () -> Failing.hangUntil(relief)),
        stage.actor("t.d").needs("t.c").in("stop", () -> Failing.hangUntil(relief)));
    long begun = System.nanoTime();

    List<String> problems = stage.stop(Duration.ofSeconds(2));

    long took = (System.nanoTime() - begun) / 1_000_000;
    assertTrue(took < 2300, took + " ms");
    assertEquals(5, stage.calls("prestop").size());
    assertEquals(5, stage.calls("stop").size());
    assertEquals(4, problems.size(), problems::toString);
    assertTrue(problems.toString().contains("t.d was given up in stop"), problems::toString);
    assertEquals(SliceState.STOPPING, stage.state("t.d"));
    assertEquals(SliceState.STOPPED, stage.state("t.base"));
  }

  @Test
  void aSlowStopIsWaitedFor() {
    stage.arrive(
        stage.actor("t.base"),
        stage.actor("t.slow").needs("t.base").in("stop", () -> Stage.pause(700)));

    assertEquals(List.of(), stage.stop(Duration.ofSeconds(10)));

    assertEquals(List.of("t.slow", "t.base"), stage.calls("stopped"));
  }

  @Test
  @Proves("INM-21")
  @Timeout(20)
  void stoppingWhileStartingCallsOffWhatHasNotStarted() {
    CountDownLatch begun = new CountDownLatch(1);
    stage.actor("t.first").in("start", begun::countDown).enters();
    stage.untilState("t.first", SliceState.ACTIVE);
    Thread arriving =
        new Thread(
            () ->
                stage.arrive(
                    stage.actor("t.slow").needs("t.first").in("start", Failing::hang),
                    stage.actor("t.never").needs("t.slow")));
    arriving.start();
    stage.untilState("t.slow", SliceState.STARTING);

    stage.stop();

    assertEquals(List.of("t.first"), stage.calls("stop"));
    assertEquals(List.of("t.first", "t.slow"), stage.calls("start"));
    assertEquals(SliceState.STOPPED, stage.state("t.slow"));
    assertEquals(SliceState.STOPPED, stage.state("t.never"));
  }

  @Test
  void stoppingTwiceDoesNothingTheSecondTime() {
    stage.arrive(stage.actor("t.a"));
    stage.stop();

    assertEquals(List.of(), stage.stop());
    assertEquals(List.of("t.a"), stage.calls("stop"));
  }

  @Test
  void nothingStartsAfterTheStop() {
    stage.stop();

    stage.arrive(stage.actor("t.a"));

    assertEquals(SliceState.STOPPED, stage.state("t.a"));
    assertEquals(List.of(), stage.calls());
  }

  @Test
  void everySliceIsGivenBack() {
    stage.arrive(PublishedGraph.core());

    stage.stop();

    assertEquals(20, stage.calls("release").size());
  }

  private static void fail(Error error) {
    throw error;
  }
}
