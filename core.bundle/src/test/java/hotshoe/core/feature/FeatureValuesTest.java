package hotshoe.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureManager;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Features;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureValuesTest {

  private static final SliceName GREETER = new SliceName("hello.greeter");
  private static final Feature.Flag SHOUT = new Feature.Flag("shout", "capital letters");
  private static final Feature.Items LANGUAGES = new Feature.Items("languages", "to greet in");

  private final WrittenConfiguration written = new WrittenConfiguration();
  private final FeatureValues values = new FeatureValues(written);
  private final LogLines log = LogLines.of(FeatureValues.class);

  @AfterEach
  void letGo() {
    log.close();
  }

  private Features declared() {
    return values.declare(GREETER, List.of(SHOUT, LANGUAGES));
  }

  private static List<Problem> problemsOf(Runnable action) {
    return assertThrows(ProblemException.class, action::run).problems();
  }

  @Test
  @Proves("INM-35")
  void aFeatureIsFullyOnByDefault() {
    Features features = declared();
    assertTrue(features.isEnabled("shout"));
    assertTrue(features.allows("languages", "klingon"));
    assertEquals(
        List.of(
            new FeatureReport(GREETER, SHOUT, "on"), new FeatureReport(GREETER, LANGUAGES, "*")),
        values.reports());
  }

  @Test
  @Proves("INM-35")
  void theConfigurationOverrides() {
    written.with("features.hello.greeter.shout", false);
    written.with("features.hello.greeter.languages", List.of("english", "dutch"));
    Features features = declared();
    assertFalse(features.isEnabled("shout"));
    assertTrue(features.allows("languages", "dutch"));
    assertFalse(features.allows("languages", "klingon"));
    assertEquals("english, dutch", values.reports().get(1).value());
  }

  @Test
  @Proves("INM-35")
  void aStarAmongTheItemsMatchesAll() {
    written.with("features.hello.greeter.languages", List.of("english", "*"));
    assertTrue(declared().allows("languages", "klingon"));
  }

  @Test
  @Proves("INM-35")
  void anEmptyListMatchesNothing() {
    written.with("features.hello.greeter.languages", List.of());
    assertFalse(declared().allows("languages", "english"));
  }

  @Test
  void textFromAnEnvironmentVariableIsUnderstoodToo() {
    written.with("features.hello.greeter.shout", "Off");
    written.with("features.hello.greeter.languages", "english, dutch");
    Features features = declared();
    assertFalse(features.isEnabled("shout"));
    assertTrue(features.allows("languages", "dutch"));
  }

  @Test
  @Proves("INM-35")
  void anUndeclaredQueryIsAnErrorThatNamesWhatIsDeclared() {
    Features features = declared();
    List<Problem> flag = problemsOf(() -> features.isEnabled("whisper"));
    assertEquals(
        "HS-FEATURE-001: hello.greeter declares no flag 'whisper': it declares [shout, languages];"
            + " declare it in FeatureDeclarer.features()",
        flag.get(0).sentence());
    assertEquals("HS-FEATURE-001", problemsOf(() -> features.allows("shout", "x")).get(0).code());
  }

  @Test
  void twoFeaturesOfOneNameAreRefused() {
    List<Problem> problems =
        problemsOf(() -> values.declare(GREETER, List.of(SHOUT, new Feature.Items("shout", ""))));
    assertEquals(List.of("HS-FEATURE-002"), problems.stream().map(Problem::code).toList());
    assertEquals(List.of(), values.reports());
  }

  @Test
  @Proves("INM-35")
  void everyValueOfTheWrongTypeIsNamedWithFileAndLine() {
    written.with("features.hello.greeter.shout", "offf");
    written.with("features.hello.greeter.languages", 7L);
    assertEquals(
        List.of(
            "HS-FEATURE-003: features.hello.greeter.shout cannot be offf (etc/hotshoe.yaml:1):"
                + " the feature is of another type; write true or false",
            "HS-FEATURE-003: features.hello.greeter.languages cannot be 7 (etc/hotshoe.yaml:2):"
                + " the feature is of another type; write a list of items, or '*' for all"),
        problemsOf(this::declared).stream().map(Problem::sentence).toList());
  }

  @Test
  void aForgottenSliceIsReportedNoMore() {
    declared();
    values.forget(GREETER);
    assertEquals(List.of(), values.reports());
  }

  /** Answers the same to every question and counts its stops. */
  private static class StubManager implements FeatureManager {
    private final boolean answer;
    private final AtomicInteger stops = new AtomicInteger();

    StubManager(boolean answer) {
      this.answer = answer;
    }

    @Override
    public Optional<Boolean> flag(SliceName slice, Feature.Flag feature) {
      return Optional.of(answer);
    }

    @Override
    public Optional<List<String>> items(SliceName slice, Feature.Items feature) {
      return Optional.of(answer ? List.of("licensed") : List.of());
    }

    @Override
    public void stop() {
      stops.incrementAndGet();
    }
  }

  @Test
  @Proves("INM-35")
  void anExtensionMayReplaceTheManager() {
    written.with("features.hello.greeter.shout", true);
    Features features = declared();
    StubManager licence = new StubManager(false);
    values.join("licence 1.0.0", licence);
    assertFalse(features.isEnabled("shout"), "what it says holds at once");
    assertFalse(features.allows("languages", "licensed"));
    values.leave(licence);
    assertTrue(features.isEnabled("shout"), "and no longer than it is there");
    assertEquals(
        List.of(
            "INFO licence 1.0.0 decides the features from now on",
            "INFO the host decides the features from now on"),
        log.lines());
  }

  @Test
  @Proves("INM-35")
  void aSecondManagerIsRefusedNamingBoth() {
    values.join("licence 1.0.0", new StubManager(true));
    values.join("trial 2.0.0", new StubManager(false));
    assertTrue(declared().isEnabled("shout"));
    assertEquals(
        "SEVERE HS-FEATURE-004: the feature manager of trial 2.0.0 is not used: the one of licence"
            + " 1.0.0 was there first, and there can be only one; disable one of the two"
            + " extensions",
        log.lines().get(1));
  }

  @Test
  void theNextInLineTakesOverWhenTheFirstLeaves() {
    StubManager before = new StubManager(false);
    Features features = declared();
    values.join("licence 1.0.0", before);
    values.join("licence 1.1.0", new StubManager(true));
    values.leave(before);
    assertTrue(features.isEnabled("shout"));
    assertEquals(1, log.containing("licence 1.1.0 decides the features"));
  }

  @Test
  @Proves("INM-35")
  void theManagerIsStoppedOnceAtTheEnd() {
    StubManager licence = new StubManager(true);
    StubManager refused = new StubManager(true);
    values.join("licence 1.0.0", licence);
    values.join("trial 2.0.0", refused);
    values.stop();
    values.stop();
    assertEquals(1, licence.stops.get());
    assertEquals(0, refused.stops.get());
    values.leave(licence);
    assertEquals(0, log.containing("trial 2.0.0 decides"), "nobody decides any more");
  }

  @Test
  void aManagerThatFailsToStopIsNamedAndHurtsNobody() {
    values.join(
        "licence 1.0.0",
        new StubManager(true) {
          @Override
          public void stop() {
            throw new IllegalStateException("no route to the licence server");
          }
        });
    values.stop();
    assertEquals(1, log.containing("WARNING HS-FEATURE-006"), log.lines().toString());
  }

  @Test
  void aManagerThatHangsInStopIsLeftBehind() {
    CountDownLatch release = new CountDownLatch(1);
    values.join(
        "licence 1.0.0",
        new StubManager(true) {
          @Override
          public void stop() {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
    assertTimeoutPreemptively(Duration.ofSeconds(20), values::stop);
    assertEquals(1, log.containing("it has not come back within 2 s"), log.lines().toString());
    release.countDown();
  }

  @Test
  void aManagerThatFailsToAnswerDecidesNothing() {
    Features features = declared();
    values.join(
        "licence 1.0.0",
        new StubManager(true) {
          @Override
          public Optional<Boolean> flag(SliceName slice, Feature.Flag feature) {
            throw new IllegalStateException("no route to the licence server");
          }
        });
    Problem problem = problemsOf(() -> features.isEnabled("shout")).get(0);
    assertEquals("HS-FEATURE-005", problem.code());
    assertTrue(problem.what().contains("licence 1.0.0"), problem.what());
    assertEquals("unknown", values.reports().get(0).value());
  }
}
