package hotshoe.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.Action;
import hotshoe.schedule.Job;
import hotshoe.schedule.OnStop;
import hotshoe.schedule.Overlap;
import hotshoe.schedule.Timetable;
import hotshoe.slice.SliceName;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SliceSchedulerTest {

  private static final SliceName OWNER = new SliceName("hello.greeter");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final ManualTimer timer = new ManualTimer("2026-11-21T10:15:30Z");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LogLines log = LogLines.of(SliceScheduler.class);
  private final SliceScheduler scheduler = new SliceScheduler(OWNER, timer, Runnable::run, timer);

  private final List<Instant> runs = new ArrayList<>();
  private final Action record = () -> runs.add(timer.instant());

  @AfterEach
  void letGo() {
    log.close();
    threads.shutdownNow();
    timer.shutdownNow();
  }

  private SliceScheduler threaded() {
    return new SliceScheduler(OWNER, timer, threads, timer);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + "Z");
  }

  @Test
  @Proves("INM-29")
  void anIntervalRunsFirstAfterOneIntervalAndThenFromStartToStart() {
    scheduler.schedule(Job.of("tick", Timetable.every(TEN_SECONDS), record));
    timer.advance(Duration.ofSeconds(9));
    assertEquals(List.of(), runs);
    timer.advance(Duration.ofSeconds(26));
    assertEquals(List.of(at("10:15:40"), at("10:15:50"), at("10:16:00")), runs);
  }

  @Test
  @Proves("INM-29")
  void aSlowRunDoesNotShiftTheNextOne() {
    Action slow =
        () -> {
          runs.add(timer.instant());
          timer.set(timer.instant().plusSeconds(4).toString());
        };
    scheduler.schedule(Job.of("tick", Timetable.every(TEN_SECONDS), slow));
    timer.advance(Duration.ofSeconds(30));
    assertEquals(List.of(at("10:15:40"), at("10:15:50"), at("10:16:00")), runs);
  }

  @Test
  @Proves("INM-29")
  void theInitialDelayMayDifferAndMayBeZero() {
    Timetable soon = new Timetable.Interval(TEN_SECONDS, Duration.ZERO);
    Timetable later = new Timetable.Interval(TEN_SECONDS, Duration.ofSeconds(3));
    scheduler.schedule(Job.of("soon", soon, record));
    scheduler.schedule(Job.of("later", later, record));
    timer.advance(Duration.ofSeconds(4));
    assertEquals(List.of(at("10:15:30"), at("10:15:33")), runs);
  }

  @Test
  @Proves("INM-29")
  void everyRunIsOneLineUnlessTheJobIsQuiet() {
    scheduler.schedule(Job.of("loud", Timetable.every(SECOND), () -> {}));
    scheduler.schedule(Job.of("mute", Timetable.every(SECOND), () -> {}).quietly());
    timer.advance(Duration.ofSeconds(2));
    assertEquals(
        List.of("INFO hello.greeter: running loud", "INFO hello.greeter: running loud"),
        log.lines());
  }

  @Test
  @Proves("INM-30")
  void aCronJobRunsByTheClockInUtc() {
    scheduler.schedule(Job.of("daily", Timetable.cron("30 11 * * *"), record));
    timer.advance(Duration.ofDays(2));
    assertEquals(List.of(at("11:30:00"), Instant.parse("2026-11-22T11:30:00Z")), runs);
  }

  @Test
  @Proves("INM-30")
  void aCronJobFollowsAClockThatIsSet() {
    scheduler.schedule(Job.of("daily", Timetable.cron("30 11 * * *"), record));
    timer.set("2026-11-21T11:31:10Z");
    timer.advance(Duration.ofMinutes(1));
    assertEquals(1, runs.size(), "missed by the jump, made up once");
    timer.set("2026-11-21T09:00:00Z");
    timer.advance(Duration.ofHours(3));
    assertEquals(1, runs.size(), "the same moment does not count twice");
  }

  @Test
  @Proves("INM-30")
  void aCronJobIsRemovedByActionAndTimetable() {
    scheduler.schedule(Job.of("often", Timetable.cron("* * * * *"), record));
    timer.advance(Duration.ofMinutes(2));
    assertTrue(scheduler.remove(record, Timetable.cron("* * * * *")));
    assertFalse(scheduler.remove(record, Timetable.cron("* * * * *")));
    timer.advance(Duration.ofMinutes(5));
    assertEquals(2, runs.size());
    assertEquals(List.of(), scheduler.jobs());
    assertEquals(0, timer.holding());
  }

  @Test
  @Proves("INM-30")
  void aBadExpressionIsRefusedAndQuoted() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> scheduler.schedule(Job.of("bad", Timetable.cron("61 * * * *"), record)));
    assertEquals("HS-SCHEDULE-004", refused.problems().get(0).code());
    assertTrue(refused.getMessage().contains("'61 * * * *'"), refused.getMessage());
    assertEquals(List.of(), scheduler.jobs());
  }

  @Test
  void aJobThatCanNeverRunIsSaidSo() {
    scheduler.schedule(Job.of("past", Timetable.cron("0 0 0 1 1 * 2020"), record));
    assertEquals(1, log.containing("HS-SCHEDULE-008"), log.lines().toString());
    assertEquals(0, timer.holding());
  }

  @Test
  @Proves("INM-31")
  void anEqualJobReplacesTheFormerAndBeginsItsDelayAnew() {
    scheduler.schedule(Job.of("first", Timetable.every(TEN_SECONDS), record));
    timer.advance(Duration.ofSeconds(9));
    scheduler.schedule(Job.of("second", Timetable.every(TEN_SECONDS), record));
    timer.advance(Duration.ofSeconds(9));
    assertEquals(List.of(), runs);
    timer.advance(SECOND);
    assertEquals(List.of(at("10:15:49")), runs);
    assertEquals(List.of("second"), scheduler.jobs().stream().map(Job::name).toList());
  }

  @Test
  @Proves("INM-31")
  void anotherTimetableOrAnotherActionIsAnotherJob() {
    scheduler.schedule(Job.of("a", Timetable.every(TEN_SECONDS), record));
    scheduler.schedule(Job.of("b", Timetable.every(SECOND), record));
    scheduler.schedule(Job.of("c", Timetable.every(TEN_SECONDS), () -> runs.add(at("00:00:00"))));
    assertEquals(3, scheduler.jobs().size());
    timer.advance(TEN_SECONDS);
    assertEquals(12, runs.size());
  }

  @Test
  @Proves("INM-31")
  void aFailingRunIsLoggedAndTheScheduleGoesOn() {
    AtomicInteger tries = new AtomicInteger();
    scheduler.schedule(
        Job.of(
            "fragile",
            Timetable.every(SECOND),
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("gone");
              }
              throw new java.io.IOException("disk full");
            }));
    timer.advance(Duration.ofSeconds(3));
    assertEquals(3, tries.get());
    assertEquals(3, log.containing("SEVERE HS-SCHEDULE-005"), log.lines().toString());
    assertEquals(2, log.containing("disk full"));
  }

  /** Holds tasks until the test lets one go, so that "still running" is no matter of time. */
  private static final class OneByOne implements java.util.concurrent.Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable command) {
      waiting.add(command);
    }

    int letGo() {
      int before = waiting.size();
      for (int i = 0; i < before; i++) {
        waiting.remove().run();
      }
      return before;
    }
  }

  private int runsOfFiveTicks(Overlap policy, OneByOne workers) {
    SliceScheduler slow = new SliceScheduler(OWNER, timer, workers, timer);
    slow.schedule(Job.of("slow", Timetable.every(SECOND), record).overlapping(policy).quietly());
    timer.advance(Duration.ofSeconds(5));
    int first = workers.letGo();
    slow.stop(Duration.ZERO);
    return first;
  }

  @Test
  @Proves("INM-31")
  void aSkippingJobLeavesOutRunsWithOneWarning() {
    OneByOne workers = new OneByOne();
    assertEquals(1, runsOfFiveTicks(Overlap.SKIP, workers));
    assertEquals(0, workers.letGo());
    assertEquals(1, log.containing("WARNING HS-SCHEDULE-006"), log.lines().toString());
    assertEquals(1, log.containing("runs are left out"));
  }

  @Test
  @Proves("INM-31")
  void aQueueingJobRunsOnceMoreWhenItEnds() {
    OneByOne workers = new OneByOne();
    SliceScheduler slow = new SliceScheduler(OWNER, timer, workers, timer);
    slow.schedule(
        Job.of("slow", Timetable.every(SECOND), record).overlapping(Overlap.QUEUE).quietly());
    timer.advance(Duration.ofSeconds(5));
    assertEquals(1, workers.letGo(), "one runs, four were due meanwhile");
    assertEquals(1, workers.letGo(), "of those at most one waits");
    assertEquals(0, workers.letGo());
    assertEquals(1, log.containing("one run follows"), log.lines().toString());
  }

  @Test
  @Proves("INM-31")
  void anAllowingJobRunsBesideItselfWithAWarning() {
    OneByOne workers = new OneByOne();
    assertEquals(5, runsOfFiveTicks(Overlap.ALLOW, workers));
    assertEquals(1, log.containing("WARNING HS-SCHEDULE-006"), log.lines().toString());
  }

  @Test
  @Proves("INM-31")
  void overlapIsNoticedAcrossAReplacement() {
    OneByOne workers = new OneByOne();
    SliceScheduler slow = new SliceScheduler(OWNER, timer, workers, timer);
    slow.schedule(Job.of("slow", Timetable.every(SECOND), record));
    timer.advance(SECOND);
    slow.schedule(Job.of("slow", Timetable.every(SECOND), record));
    timer.advance(SECOND);
    assertEquals(1, workers.letGo());
    timer.advance(SECOND);
    assertEquals(1, workers.letGo(), "and it runs again once the old run has ended");
  }

  @Test
  @Proves("INM-29")
  void stoppingInterruptsRunsThatAreToBeCancelled() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    SliceScheduler threaded = threaded();
    threaded.schedule(
        Job.of(
            "endless",
            Timetable.every(SECOND),
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            }));
    timer.advance(SECOND);
    assertTrue(running.await(10, TimeUnit.SECONDS));
    threaded.stop(TEN_SECONDS);
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    assertEquals(0, timer.holding());
  }

  @Test
  @Proves("INM-29")
  void stoppingWaitsForRunsThatAreToBeAwaited() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    SliceScheduler threaded = threaded();
    threaded.schedule(
        Job.of(
                "careful",
                Timetable.every(SECOND),
                () -> {
                  running.countDown();
                  Thread.sleep(200);
                  finished.incrementAndGet();
                })
            .onStop(OnStop.AWAIT));
    timer.advance(SECOND);
    assertTrue(running.await(10, TimeUnit.SECONDS));
    threaded.stop(TEN_SECONDS);
    assertEquals(1, finished.get());
  }

  @Test
  @Proves("INM-29")
  void anAwaitedRunThatDoesNotEndIsNamedAndLeftBehind() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    SliceScheduler threaded = threaded();
    threaded.schedule(
        Job.of("deaf", Timetable.every(SECOND), deaf(running, release)).onStop(OnStop.AWAIT));
    timer.advance(SECOND);
    assertTrue(running.await(10, TimeUnit.SECONDS));
    threaded.stop(Duration.ofMillis(50));
    assertEquals(1, log.containing("HS-SCHEDULE-003: hello.greeter left 'deaf' running"));
    release.countDown();
  }

  static Action deaf(CountDownLatch running, CountDownLatch release) {
    return () -> {
      running.countDown();
      boolean released = false;
      while (!released) {
        try {
          released = release.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          released = false;
        }
      }
    };
  }

  @Test
  @Proves("INM-29")
  void afterTheStopAJobIsIgnoredWithAWarning() {
    scheduler.stop(TEN_SECONDS);
    scheduler.schedule(Job.of("late", Timetable.every(SECOND), record));
    timer.advance(TEN_SECONDS);
    assertEquals(List.of(), runs);
    assertEquals(List.of(), scheduler.jobs());
    assertEquals(1, log.containing("WARNING HS-SCHEDULE-007"), log.lines().toString());
  }

  @Test
  void aTimerThatHasEndedIsAWarningToo() {
    timer.shutdown();
    scheduler.schedule(Job.of("late", Timetable.every(SECOND), record));
    assertEquals(1, log.containing("HS-SCHEDULE-007"), log.lines().toString());
  }

  @Test
  @Proves({"INM-29", "INM-30"})
  void withARealTimerItRunsToo() throws Exception {
    ScheduledExecutorService real = Executors.newSingleThreadScheduledExecutor();
    CountDownLatch ticks = new CountDownLatch(5);
    CountDownLatch chimes = new CountDownLatch(1);
    SliceScheduler scheduled = new SliceScheduler(OWNER, real, threads);
    try {
      scheduled.schedule(
          Job.of("tick", Timetable.every(Duration.ofMillis(20)), ticks::countDown).quietly());
      scheduled.schedule(
          Job.of("chime", Timetable.cron("* * * * * *"), chimes::countDown).quietly());
      assertTrue(ticks.await(20, TimeUnit.SECONDS));
      assertTrue(chimes.await(20, TimeUnit.SECONDS));
    } finally {
      scheduled.stop(TEN_SECONDS);
      real.shutdownNow();
    }
  }

  @Test
  void aDroppedJobIsNotKeptAliveByTheTimer() throws Exception {
    WeakReference<Action> gone = scheduleAndDrop();
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(null, gone.get());
  }

  private WeakReference<Action> scheduleAndDrop() {
    byte[] weight = new byte[16];
    Action action = () -> runs.add(Instant.ofEpochSecond(weight.length));
    Timetable yearly = Timetable.every(Duration.ofDays(365));
    scheduler.schedule(Job.of("yearly", yearly, action));
    scheduler.remove(action, yearly);
    return new WeakReference<>(action);
  }
}
