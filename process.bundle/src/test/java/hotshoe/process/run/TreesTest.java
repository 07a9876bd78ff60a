package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Remaining;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end late, never, or not alone. */
class TreesTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir Path home;
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(home);
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private static ProcessLimits within(Duration time, Duration grace) {
    return ProcessLimits.none().withTime(time).withGrace(grace);
  }

  private Path file(String name) {
    return home.resolve(name);
  }

  /** A line of shell that begins a process which writes its number into a file and sleeps. */
  private String sleeper(String how, String name) {
    return how + " sh -c 'echo $$ > " + file(name) + "; exec sleep 1000' &";
  }

  @Test
  @Proves("CS-64")
  void atItsLimitAProcessEndsWithAllThatItBegan() throws IOException {
    Path script =
        stage.script(
            "hangs.sh",
            "#!/bin/bash",
            sleeper("", "child"),
            "(" + sleeper("", "grandchild") + " wait) &",
            sleeper("setsid", "elsewhere"),
            "(" + sleeper("setsid", "orphan") + ")",
            "echo begun",
            "wait");
    long begin = System.nanoTime();
    ProcessEnd end =
        stage.processes.run(
            ProcessOrder.of("test", script.toString())
                .within(within(SHORT.multipliedBy(3), Duration.ofSeconds(10))));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertInstanceOf(ProcessEnd.TimedOut.class, end);
    for (String name : List.of("child", "grandchild", "elsewhere", "orphan")) {
      assertFalse(Stage.isAlive(Stage.number(file(name))), name);
    }
    assertEquals("begun\n", Stage.facts(end).output().text());
    assertEquals("HS-PROCESS-010", end.reason().orElseThrow().code());
    assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took::toString);
  }

  @Test
  @Proves("CS-64")
  void aLimitOfNoughtIsThatOfTheHost() throws IOException {
    // data of its own: else the stage's host, still tidying up, takes it for one that has died
    WrittenConfiguration configuration =
        new WrittenConfiguration(home.resolve("strict")).with("processes.limit", "1S");
    try (Stage strict = new Stage(home, configuration)) {
      ProcessEnd end =
          strict.processes.run(
              strict.sh("sleep 1000").within(ProcessLimits.none().withTime(Duration.ZERO)));
      assertInstanceOf(ProcessEnd.TimedOut.class, end);
      assertEquals("it ran longer than 1 s", end.reason().orElseThrow().why());
    }
  }

  @Test
  void whoIgnoresTheRequestToEndIsMadeTo() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh("trap '' TERM", "(trap '' TERM; sleep 1000) &", "while :; do sleep 0.05; done")
                .within(within(SHORT, SHORT)));
    assertInstanceOf(ProcessEnd.TimedOut.class, end);
    assertTrue(Stage.facts(end).duration().compareTo(SHORT.multipliedBy(2)) >= 0);
    Stage.assertNobodyLeft();
  }

  @Test
  void whoMindsTheRequestHasTimeToTidyUp() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh(
                    "trap 'sleep 0.2; echo tidy; exit 0' TERM",
                    "echo begun",
                    "while :; do sleep 0.02; done")
                .within(within(SHORT, Duration.ofSeconds(10))));
    assertInstanceOf(ProcessEnd.TimedOut.class, end);
    assertEquals("begun\ntidy\n", Stage.facts(end).output().text());
  }

  @Test
  void cancellingEndsTheWholeTreeToo() {
    AtomicReference<String> heard = new AtomicReference<>("");
    var running =
        stage.processes.start(
            stage.sh(sleeper("setsid", "child"), "echo begun", "wait"),
            ProcessListener.to(heard::set, text -> {}));
    Stage.until(() -> heard.get().equals("begun\n"));
    long child = Stage.number(file("child"));
    running.cancel("somebody pressed Ctrl-C");
    running.cancel("and again");
    ProcessEnd end = running.await();
    assertInstanceOf(ProcessEnd.Cancelled.class, end);
    assertEquals("somebody pressed Ctrl-C", end.reason().orElseThrow().why());
    assertFalse(Stage.isAlive(child));
  }

  @Test
  void interruptingWhoWaitsCancels() throws InterruptedException {
    AtomicReference<ProcessEnd> end = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    Thread caller =
        new Thread(
            () -> {
              end.set(stage.run("sleep 1000"));
              interrupted.set(Thread.interrupted());
            });
    caller.start();
    Stage.until(() -> ProcessHandle.current().descendants().findAny().isPresent());
    caller.interrupt();
    caller.join(10_000);
    assertInstanceOf(ProcessEnd.Cancelled.class, end.get());
    assertTrue(interrupted.get());
  }

  @Test
  void whatHoldsTheOutputOpenAfterTheEndIsEnded() {
    long begin = System.nanoTime();
    ProcessEnd end =
        stage.run(
            sleeper("", "child"),
            "while [ ! -s " + file("child") + " ]; do sleep 0.01; done",
            "echo done");
    assertEquals("done\n", Stage.output(end));
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 5000);
    Stage.until(() -> !Stage.isAlive(Stage.number(file("child"))));
  }

  @Test
  void whoHidesInEveryOtherWayIsFoundByTheOutputThatItHolds() {
    String hidden =
        "env -i /usr/bin/setsid /bin/sh -c 'echo $$ > " + file("hidden") + "; exec sleep 1000'";
    ProcessEnd end =
        stage.run(
            "(" + hidden + " &)",
            "while [ ! -s " + file("hidden") + " ]; do sleep 0.01; done",
            "echo done");
    assertEquals("done\n", Stage.output(end));
    Stage.until(() -> !Stage.isAlive(Stage.number(file("hidden"))));
  }

  @Test
  void whatIsLeftBehindQuietlyIsEndedSoonAfter() {
    ProcessEnd end =
        stage.run(
            "(" + sleeper("setsid", "daemon").replace("&", "> /dev/null 2>&1 &") + ")",
            "while [ ! -s " + file("daemon") + " ]; do sleep 0.01; done");
    assertEquals("", Stage.output(end));
    long daemon = Stage.number(file("daemon"));
    Stage.until(() -> !Stage.isAlive(daemon));
  }

  @Test
  void aDaemonThatIsMeantToStayStays() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh(
                    "(" + sleeper("setsid", "daemon") + ")",
                    "while [ ! -s " + file("daemon") + " ]; do sleep 0.01; done",
                    "echo done")
                .withRemaining(Remaining.LEAVE));
    assertEquals("done\n", Stage.output(end));
    long daemon = Stage.number(file("daemon"));
    stage.processes.close();
    assertTrue(Stage.isAlive(daemon));
    ProcessHandle.of(daemon).orElseThrow().destroyForcibly();
    Stage.until(() -> !Stage.isAlive(daemon));
  }

  @Test
  void aBombOfForksIsEndedToo() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh(
                    "bomb() { [ $1 -gt 0 ] && { (bomb $(($1-1))) & (bomb $(($1-1))) & };"
                        + " while :; do sleep 0.5; done; }",
                    "bomb 6")
                .within(within(SHORT, Duration.ZERO)));
    assertInstanceOf(ProcessEnd.TimedOut.class, end);
    Stage.assertNobodyLeft();
  }

  @Test
  void closingTheHostEndsAllThatRuns() {
    var first = stage.processes.start(stage.sh("sleep 1000"), ProcessListener.none());
    var second =
        stage.processes.start(stage.sh("trap '' TERM; sleep 1000"), ProcessListener.none());
    Stage.until(() -> first.pid().isPresent() && second.pid().isPresent());
    stage.processes.close();
    assertInstanceOf(ProcessEnd.Cancelled.class, first.await());
    assertInstanceOf(ProcessEnd.Cancelled.class, second.await());
    assertInstanceOf(ProcessEnd.Refused.class, stage.run("echo late"));
  }
}
