package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.BackgroundTasks;
import hotshoe.schedule.Job;
import hotshoe.schedule.OnStop;
import hotshoe.schedule.Scheduler;
import hotshoe.schedule.Timetable;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureDeclarer;
import hotshoe.slice.FeatureManager;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceContext;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;

/** The core in a real framework, met by slices that the test registers itself. */
@RunWith(PaxExam.class)
public class HostInFrameworkTest {
  @Inject private BundleContext context;
  private HostInside host;

  @Configuration
  public Option[] assemble() {
    return new Option[] {
      Assembly.framework(), Assembly.bundles("org.apache.felix.metatype", "hotshoe.core")
    };
  }

  @ProbeBuilder
  public TestProbeBuilder name(TestProbeBuilder probe) {
    return probe.setHeader("Hotshoe-Extension", "probe");
  }

  @Before
  public void startTheHost() {
    host = new HostInside(context);
  }

  @After
  public void stopTheHost() {
    host.close();
    HostInside.await("the slices have left", () -> !host.has(Slices.class));
  }

  @Test
  @Proves("INM-26")
  public void aSliceFindsAnotherByNameAlsoOneThatStartsLater() {
    try (Slices.Hold hold = host.slices().hold()) {
      Finder finder = host.add("probe.finder", new Finder("probe.other"));
      Plain other = host.add("probe.other", new Plain(), "probe.finder");
      hold.close();
      assertEquals(other, finder.found);
    }
  }

  @Test
  @Proves("INM-26")
  public void anUnknownNameFailsTheSliceThatAskedWithTheNameInTheMessage() {
    host.add("probe.finder", new Finder("probe.nobody"));
    SliceReport report = host.await("probe.finder", SliceState.FAILED);
    assertTrue(report.toString(), report.cause().contains("probe.nobody"));
  }

  @Test
  @Proves("INM-27")
  public void aSecondSliceOfTheSameNameIsRejectedAndTheFirstIsUnharmed() {
    Plain first = host.add("probe.one", new Plain());
    host.await("probe.one", SliceState.ACTIVE);
    Plain second = host.add("probe.one", new Plain());
    HostInside.await(
        "the second is known as refused",
        () -> host.slices().list().stream().anyMatch(r -> r.state() == SliceState.FAILED));
    assertEquals(List.of("prestart", "start"), first.steps);
    assertEquals(List.of(), second.steps);
    host.await("probe.one", SliceState.ACTIVE);
  }

  @Test
  @Proves("INM-18")
  public void aChainOfFiveThousandSlicesStartsInOrderWithoutAnOverflow() {
    List<Integer> started = Collections.synchronizedList(new ArrayList<>());
    try (Slices.Hold hold = host.slices().hold()) {
      for (int link = 4_999; link >= 0; link--) {
        int number = link;
        String[] before = link == 0 ? new String[0] : new String[] {"probe.s" + (link - 1)};
        host.add("probe.s" + link, new Starting(() -> started.add(number)), before);
      }
      hold.close();
    }
    assertEquals(IntStream.range(0, 5_000).boxed().toList(), started);
  }

  @Test
  @Proves("INM-19")
  public void theStoppingFlagIsTrueFromPrestopOnAndNotBefore() {
    Flagged slice = host.add("probe.flagged", new Flagged());
    host.await("probe.flagged", SliceState.ACTIVE);
    host.slices().stop(Duration.ofSeconds(10));
    assertEquals(List.of("prestart false", "start false", "prestop true", "stop true"), slice.seen);
  }

  @Test
  @Proves("INM-28")
  public void aBackgroundTaskIsCancelledOrAwaitedAsChosenAndRefusedAfterTheStop() {
    Tasks slice = host.add("probe.tasks", new Tasks());
    host.await("probe.tasks", SliceState.ACTIVE);
    HostInside.await("both tasks run", () -> slice.running.get() == 2);
    host.slices().stop(Duration.ofSeconds(10));
    assertTrue(slice.steps.toString(), slice.steps.contains("awaited to its end"));
    assertTrue(slice.steps.toString(), slice.steps.contains("cancelled"));
    assertThrows(IllegalStateException.class, () -> slice.tasks.run("late", () -> {}));
  }

  @Test
  @Proves({"INM-29", "INM-31"})
  public void anIntervalRunsAgainAndAgainAlsoWhenARunFailsUntilTheSliceStops() {
    Scheduled slice =
        host.add("probe.scheduled", new Scheduled(Timetable.every(Duration.ofMillis(20))));
    HostInside.await("it has run five times", () -> slice.runs.get() >= 5);
    host.slices().stop(Duration.ofSeconds(10));
    int then = slice.runs.get();
    Home.pause(200);
    assertEquals(then, slice.runs.get());
  }

  @Test
  @Proves("INM-30")
  public void aBadCronExpressionIsQuotedAndAGoodOneRuns() {
    Scheduled good = host.add("probe.good", new Scheduled(Timetable.cron("* * * * * *")));
    host.add("probe.bad", new Scheduled(Timetable.cron("every full moon")));
    SliceReport report = host.await("probe.bad", SliceState.FAILED);
    assertTrue(report.toString(), report.cause().contains("every full moon"));
    HostInside.await("the good one has run", () -> good.runs.get() >= 1);
  }

  @Test
  @Proves({"INM-32", "INM-33"})
  public void oneSliceThatIsLateAndOneThatThrowsNeverFailTheWholeStatus() {
    host.add("probe.well", new Reporting(() -> SliceStatus.of(StatusLevel.OK, "fine")));
    host.add("probe.uneasy", new Reporting(() -> SliceStatus.of(StatusLevel.WARNING, "hm")));
    for (String name : List.of("probe.well", "probe.uneasy")) {
      host.await(name, SliceState.ACTIVE);
    }
    assertEquals(StatusLevel.WARNING, host.service(Status.class).status().overall());
    for (int late = 0; late < 10; late++) {
      host.add("probe.late" + late, new Reporting(HostInFrameworkTest::sleepLong));
      host.await("probe.late" + late, SliceState.ACTIVE);
    }
    long begun = System.nanoTime();
    HostStatus status = host.service(Status.class).status();
    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(8));
    assertEquals(StatusLevel.ERROR, status.overall());
    assertEquals("fine", status.reports().get(new SliceName("probe.well")).message());
    assertEquals(StatusLevel.ERROR, status.reports().get(new SliceName("probe.late3")).level());
  }

  @Test
  @Proves("INM-35")
  public void anExtensionReplacesTheFeatureManagerOnceAndItIsStoppedWithTheHost() {
    AllOff manager = new AllOff();
    host.offer(FeatureManager.class, manager);
    Featured slice = host.add("probe.featured", new Featured());
    host.await("probe.featured", SliceState.ACTIVE);
    assertFalse(slice.context.features().isEnabled("flag"));
    assertTrue(slice.context.features().allows("items", "a"));
    assertFalse(slice.context.features().allows("items", "b"));
    assertThrows(ProblemException.class, () -> slice.context.features().isEnabled("undeclared"));
    host.slices().stop(Duration.ofSeconds(10));
    assertEquals(1, manager.stops.get());
  }

  @Test
  @Proves("INM-35")
  public void withoutAWordFromTheOperatorEveryFeatureIsOn() {
    Featured slice = host.add("probe.featured", new Featured());
    host.await("probe.featured", SliceState.ACTIVE);
    assertTrue(slice.context.features().isEnabled("flag"));
    assertTrue(slice.context.features().allows("items", "anything"));
  }

  private static SliceStatus sleepLong() throws InterruptedException {
    TimeUnit.SECONDS.sleep(30);
    return SliceStatus.OK;
  }

  private static class Plain implements Slice {
    final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void prestart(SliceContext context) throws Exception {
      steps.add("prestart");
    }

    @Override
    public void start() {
      steps.add("start");
    }
  }

  private static final class Starting implements Slice {
    private final Runnable action;

    Starting(Runnable action) {
      this.action = action;
    }

    @Override
    public void start() {
      action.run();
    }
  }

  private static final class Finder implements Slice {
    private final String other;
    private volatile Slice found;

    Finder(String other) {
      this.other = other;
    }

    @Override
    public void prestart(SliceContext context) {
      found = context.slice(new SliceName(other), Slice.class);
    }
  }

  private static final class Flagged implements Slice {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private volatile SliceContext context;

    @Override
    public void prestart(SliceContext given) {
      context = given;
      seen.add("prestart " + context.isStopping());
    }

    @Override
    public void start() {
      seen.add("start " + context.isStopping());
    }

    @Override
    public void prestop() {
      seen.add("prestop " + context.isStopping());
    }

    @Override
    public void stop() {
      seen.add("stop " + context.isStopping());
    }
  }

  private static final class Tasks extends Plain {
    private final AtomicInteger running = new AtomicInteger();
    private volatile BackgroundTasks tasks;

    @Override
    public void prestart(SliceContext context) {
      tasks = context.backgroundTasks();
      tasks.run(
          "fails",
          () -> {
            throw new IllegalStateException("a task may fail");
          });
      tasks.run("awaited", OnStop.AWAIT, this::finish);
      tasks.run("cancelled", OnStop.CANCEL, this::waitForever);
    }

    private void finish() throws InterruptedException {
      running.incrementAndGet();
      TimeUnit.MILLISECONDS.sleep(500);
      steps.add("awaited to its end");
    }

    private void waitForever() throws InterruptedException {
      running.incrementAndGet();
      try {
        TimeUnit.HOURS.sleep(1);
      } catch (InterruptedException interrupted) {
        steps.add("cancelled");
        throw interrupted;
      }
    }
  }

  private static final class Scheduled implements Slice {
    private final AtomicInteger runs = new AtomicInteger();
    private final Timetable timetable;

    Scheduled(Timetable timetable) {
      this.timetable = timetable;
    }

    @Override
    public void prestart(SliceContext context) {
      Scheduler scheduler = context.scheduler();
      scheduler.schedule(Job.of("count", timetable, this::count).quietly());
    }

    private void count() {
      if (runs.incrementAndGet() == 2) {
        throw new IllegalStateException("a run may fail");
      }
    }
  }

  private interface Report {
    SliceStatus make() throws Exception;
  }

  private static final class Reporting implements Slice, StatusReporter {
    private final Report report;

    Reporting(Report report) {
      this.report = report;
    }

    @Override
    public SliceStatus status() throws Exception {
      return report.make();
    }
  }

  private static final class Featured implements Slice, FeatureDeclarer {
    private volatile SliceContext context;

    @Override
    public List<Feature> features() {
      return List.of(new Feature.Flag("flag", "On or off."), new Feature.Items("items", "Some."));
    }

    @Override
    public void prestart(SliceContext given) {
      context = given;
    }
  }

  private static final class AllOff implements FeatureManager {
    private final AtomicInteger stops = new AtomicInteger();

    @Override
    public Optional<Boolean> flag(SliceName slice, Feature.Flag feature) {
      return Optional.of(false);
    }

    @Override
    public Optional<List<String>> items(SliceName slice, Feature.Items feature) {
      return Optional.of(List.of("a"));
    }

    @Override
    public void stop() {
      stops.incrementAndGet();
    }
  }
}
