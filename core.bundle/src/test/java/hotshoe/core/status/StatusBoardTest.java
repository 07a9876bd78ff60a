package hotshoe.core.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.feature.FeatureValues;
import hotshoe.core.fixture.LogLines;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.host.Phase;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

  private static final SliceName ONE = new SliceName("shop.one");
  private static final SliceName TWO = new SliceName("shop.two");

  private final Map<SliceName, Slice> live = new TreeMap<>();
  private final StandIns.FixedHost host = new StandIns.FixedHost();
  private final StandIns.ListedSlices slices = new StandIns.ListedSlices();
  private final WrittenConfiguration written =
      new WrittenConfiguration().with("slice.status-limit", "0.3s");
  private final FeatureValues features = new FeatureValues(written);
  private final StatusBoard board =
      new StatusBoard(host, slices, () -> Map.copyOf(live), features, written);
  private final CountDownLatch release = new CountDownLatch(1);
  private final LogLines log = LogLines.of(StatusBoard.class);

  @AfterEach
  void letGo() {
    release.countDown();
    board.close();
    log.close();
  }

  /** A slice whose status is whatever the test makes of it. */
  private record Reporter(StatusReporter reporter) implements Slice, StatusReporter {
    @Override
    public SliceStatus status() throws Exception {
      return reporter.status();
    }
  }

  private void live(SliceName name, StatusReporter reporter) {
    live.put(name, new Reporter(reporter));
  }

  private SliceStatus hang() throws InterruptedException {
    release.await();
    return SliceStatus.OK;
  }

  @Test
  @Proves("INM-34")
  void theStatusHoldsProductVersionExtensionsSlicesAndFeatures() {
    live(ONE, () -> new SliceStatus(StatusLevel.OK, "open", Map.of("customers", 3)));
    slices.add(ONE, SliceState.ACTIVE);
    board.bindExtensions(StandIns.extensions(StandIns.active("shop", "1.2.3")));
    Feature.Flag credit = new Feature.Flag("credit", "buy now, pay later");
    features.declare(ONE, List.of(credit));
    HostStatus status = board.status();
    assertEquals("Hotshoe", status.product());
    assertEquals("0.1.0", status.version());
    assertEquals(Phase.READY, status.phase());
    assertEquals("1.2.3", status.extensions().get(0).version().toString());
    assertEquals(ONE, status.slices().get(0).name());
    assertEquals(3, status.reports().get(ONE).details().get("customers"));
    assertEquals(List.of(new FeatureReport(ONE, credit, "on")), status.features());
    assertEquals(StatusLevel.OK, status.overall());
  }

  @Test
  void aSliceThatHasNothingToReportIsNotAsked() {
    live.put(ONE, new Slice() {});
    assertEquals(Map.of(), board.status().reports());
  }

  @Test
  @Proves("INM-32")
  void allSlicesAreAskedAtTheSameTime() throws Exception {
    CyclicBarrier all = new CyclicBarrier(8);
    for (int i = 0; i < 8; i++) {
      live(
          new SliceName("shop.s" + i),
          () -> {
            all.await(10, TimeUnit.SECONDS);
            return SliceStatus.OK;
          });
    }
    assertEquals(Set.of(SliceStatus.OK), Set.copyOf(board.status().reports().values()));
  }

  @Test
  @Proves("INM-32")
  void oneThatHangsIsAnErrorAfterItsLimitAndHurtsNobodyElse() {
    live(ONE, this::hang);
    live(TWO, () -> SliceStatus.OK);
    HostStatus status = board.status();
    assertEquals(
        SliceStatus.of(
            StatusLevel.ERROR, "HS-STATUS-001: shop.one did not report its status within 300 ms"),
        status.reports().get(ONE));
    assertSame(StatusLevel.OK, status.reports().get(TWO).level());
    assertSame(StatusLevel.ERROR, status.overall());
  }

  @Test
  @Proves("INM-32")
  void oneThatThrowsIsAnErrorWhoseDetailsAreInTheLogOnly() {
    live(
        ONE,
        () -> {
          throw new IOException("password wrong for jdbc:secret");
        });
    live(
        TWO,
        () -> {
          throw new NoClassDefFoundError("shop/Till");
        });
    HostStatus status = board.status();
    assertEquals(
        SliceStatus.of(
            StatusLevel.ERROR,
            "HS-STATUS-002: shop.one failed to report its status; the log says why"),
        status.reports().get(ONE));
    assertFalse(status.toString().contains("secret"), status.toString());
    assertSame(StatusLevel.ERROR, status.reports().get(TWO).level());
    assertEquals(2, log.containing("WARNING HS-STATUS-002"), log.lines().toString());
  }

  @Test
  @Proves("INM-32")
  void oneThatAnswersNothingIsAnError() {
    live(ONE, () -> null);
    assertSame(StatusLevel.ERROR, board.status().reports().get(ONE).level());
  }

  @Test
  void lookingAgainAndAgainCostsOneThreadPerHangingSlice() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    live(
        ONE,
        () -> {
          asked.incrementAndGet();
          return hang();
        });
    board.status();
    long begun = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      board.status();
    }
    assertEquals(1, asked.get());
    assertTrue(
        System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10),
        "the limit counts from the question, so later looks do not wait again");
    assertEquals(1, log.containing("HS-STATUS-001"), "said once, not a hundred times");
  }

  @Test
  void aSliceThatRecoversIsAskedAgain() throws Exception {
    live(ONE, this::hang);
    board.status();
    release.countDown();
    StatusLevel level = StatusLevel.ERROR;
    for (int i = 0; i < 100 && level != StatusLevel.OK; i++) {
      level = board.status().reports().get(ONE).level();
      Thread.sleep(20);
    }
    assertSame(StatusLevel.OK, level);
  }

  @Test
  void aSliceThatLeavesWhileItHangsIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    live(
        ONE,
        () -> {
          try {
            return hang();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    board.status();
    live.clear();
    board.status();
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
  }

  @Test
  @Proves("INM-33")
  void theOverallStatusIsTheWorst() {
    live(ONE, () -> SliceStatus.of(StatusLevel.WARNING, "low on paper"));
    live(TWO, () -> SliceStatus.OK);
    assertSame(StatusLevel.WARNING, board.status().overall());
    live(TWO, () -> SliceStatus.of(StatusLevel.ERROR, "on fire"));
    assertSame(StatusLevel.ERROR, board.status().overall());
  }

  @Test
  @Proves("INM-33")
  void aSliceThatIsNotUpCountsToo() {
    slices.add(ONE, SliceState.BLOCKED);
    assertSame(StatusLevel.WARNING, board.status().overall());
    slices.add(TWO, SliceState.FAILED);
    assertSame(StatusLevel.ERROR, board.status().overall());
  }

  @Test
  @Proves("INM-33")
  void anExtensionThatIsNotUpCountsTooAndAnUnwantedOneDoesNot() {
    board.bindExtensions(StandIns.extensions(StandIns.disabled("shop")));
    assertSame(StatusLevel.OK, board.status().overall());
    board.bindExtensions(StandIns.extensions(StandIns.waiting("shop")));
    assertSame(StatusLevel.WARNING, board.status().overall());
    board.bindExtensions(
        StandIns.extensions(StandIns.active("bank", "1.0.0"), StandIns.broken("shop")));
    assertSame(StatusLevel.ERROR, board.status().overall());
  }

  @Test
  void aHostThatIsNotReadyIsAWarning() {
    host.phase = Phase.STARTING;
    assertSame(StatusLevel.WARNING, board.status().overall());
    host.phase = Phase.STOPPING;
    assertSame(StatusLevel.WARNING, board.status().overall());
  }

  @Test
  void withoutALoaderThereAreSimplyNoExtensions() {
    var extensions = StandIns.extensions(StandIns.broken("shop"));
    board.bindExtensions(extensions);
    board.unbindExtensions(extensions);
    assertEquals(List.of(), board.status().extensions());
    assertSame(StatusLevel.OK, board.status().overall());
  }

  @Test
  void detailsAreMadePlainAndBounded() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("count", new AtomicLong(7));
    details.put("ratio", Double.NaN);
    details.put("since", Duration.ofMinutes(5));
    details.put("long", "x".repeat(5000));
    details.put("nothing", null);
    for (int i = 0; i < 500; i++) {
      details.put("n" + i, i);
    }
    live(ONE, () -> new SliceStatus(StatusLevel.OK, "", details));
    Map<String, Object> shown = board.status().reports().get(ONE).details();
    assertEquals(7L, shown.get("count"));
    assertEquals("NaN", shown.get("ratio"));
    assertEquals("PT5M", shown.get("since"));
    assertEquals(1003, shown.get("long").toString().length());
    assertEquals("null", shown.get("nothing"));
    assertEquals(100, shown.size());
  }

  /** A written value that cannot be read while the test says so. */
  private final class Stuck {
    private volatile boolean now;

    @Override
    public String toString() {
      try {
        if (now) {
          release.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "on";
    }
  }

  @Test
  void whoeverDecidesFeaturesCannotHoldTheStatusUp() {
    Stuck stuck = new Stuck();
    written.with("features.shop.one.credit", stuck);
    Feature.Flag credit = new Feature.Flag("credit", "");
    features.declare(ONE, List.of(credit));
    List<FeatureReport> known = List.of(new FeatureReport(ONE, credit, "on"));
    assertEquals(known, board.status().features());
    stuck.now = true;
    assertEquals(known, board.status().features(), "as it was known before");
    assertEquals(known, board.status().features());
  }
}
