package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Outcome;
import hotshoe.problem.Problem;
import hotshoe.process.ProcessFeature;
import hotshoe.process.Processes;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Succeeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits and walls that a manifest or the operator sets, at the runs of a real entrypoint. */
class CloudStackLimitsTest {

  private static final String LIMITS =
      "limits: {memory: 200MiB, cpu: 5, openFiles: 77, fileSize: 64KiB, output: 1KiB}";

  @TempDir Path home;
  private CloudStackHost host;

  @AfterEach
  void stop() {
    host.close();
  }

  private void start(Map<String, Object> options) {
    // HOTSHOE_TEST_PATH leads to a bubblewrap that is not installed
    String more = System.getenv().getOrDefault("HOTSHOE_TEST_PATH", "/usr/local/bin");
    Map<String, Object> all = new HashMap<>(options);
    all.put("processes.path", more + ":/usr/sbin:/usr/bin:/sbin:/bin");
    host = CloudStackHost.started(home, all);
    host.await("processes", () -> host.hotshoe().service(Processes.class).isPresent());
  }

  private boolean has(ProcessFeature feature) {
    return host.hotshoe().require(Processes.class).support().has(feature);
  }

  private void install(String spec, String script) throws IOException {
    host.install("demo", "1.0.0", spec, Map.of("demo.sh", "#!/bin/sh\n" + script + "\n"));
  }

  @Test
  void whatTheManifestLimitsIsLimited() throws IOException {
    start(Map.of());
    install(LIMITS, "ulimit -n; ulimit -t; ulimit -f");
    assertEquals("77\n5\n128", host.output("demo.go"));
  }

  @Test
  void aHogOfMemoryFailsAndHurtsNobodyElse() throws IOException {
    start(Map.of());
    install(LIMITS, "exec python3 -c 'x = bytearray(1 << 30); print(len(x))'");
    Failed failed = assertInstanceOf(Failed.class, host.call("demo.go"));
    assertFalse(failed.details().get("output").contains("1073741824"), failed::toString);
    assertTrue(failed.details().get("erroroutput").contains("MemoryError"), failed::toString);
  }

  @Test
  void aFileThatIsTooLongIsCutOff() throws IOException {
    start(Map.of());
    install(LIMITS, "head -c 1000000 /dev/zero > $TMPDIR/x; wc -c < $TMPDIR/x");
    assertEquals("65536", host.output("demo.go").strip());
  }

  @Test
  void outputBeyondItsLimitIsDropped() throws IOException {
    start(Map.of());
    install(LIMITS, "head -c 100000 /dev/zero | tr '\\0' x");
    assertEquals(1024, host.output("demo.go").length());
  }

  @Test
  void aRunEndsAtTheLimitOfItsManifestWithAllThatItBegan() throws IOException {
    start(Map.of("processes.grace", "200ms"));
    install(
        "limits: {time: 1}",
        "echo $3; for i in 1 2 3 4 5; do (setsid sleep 1000 &); done; sleep 9");
    long begin = System.nanoTime();
    TaskOutcome outcome = host.call("demo.go");
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 8);
    assertInstanceOf(Failed.class, outcome);
    assertTrue(outcome.problems().toString().contains("1 s"), outcome::toString);
    Orphans.assertNoneOf(home);
  }

  @Test
  void aBombOfForksStaysWithinItsBoundsOrAtLeastEndsWithItsTimeLimit() throws IOException {
    start(Map.of("processes.grace", "200ms"));
    // it bounds itself as well, for the sake of whoever runs this test
    install(
        "limits: {processes: 30, time: 2}",
        "n=0; while [ $n -lt 200 ]; do sleep 1000 & n=$((n+1)); done; jobs -p | wc -l; wait");
    TaskOutcome outcome = host.call("demo.go");
    assertFalse(outcome instanceof Succeeded, outcome::toString);
    Orphans.assertNoneOf(home);
  }

  @Test
  void theOperatorHasTheLastWord() throws IOException {
    start(
        Map.of(
            "extensions.demo.limits-open-files", 55,
            "extensions.demo.limits-cpu", "none",
            "extensions.demo.limits-file-size", "1MiB"));
    install(LIMITS, "ulimit -n; ulimit -t; ulimit -f");
    assertEquals("55\nunlimited\n2048", host.output("demo.go"));
  }

  @Test
  void whatTheOperatorCannotMeanRunsNothingAndIsToldWithItsPlace() throws IOException {
    start(Map.of("extensions.demo.limits-memory", "plenty", "extensions.demo.limits-memroy", 1));
    install("", "echo ran");
    TaskOutcome outcome = host.call("demo.go");
    String words = outcome.problems().toString();
    assertInstanceOf(Failed.class, outcome);
    assertTrue(words.contains("HS-CLOUDSTACK-084"), words);
    assertTrue(words.contains("'plenty' is not right for limits-memory: a size such as"), words);
    String remarks = host.extension("demo").problems().toString();
    assertTrue(remarks.contains("did you mean 'limits-memory'?"), remarks);
  }

  @Test
  void whatAManifestCannotMeanIsRefusedWithTheNearestNameAndItsPlace() throws IOException {
    start(Map.of());
    Path archive =
        host.archive(
            "demo",
            "1.0.0",
            "limits: {memory: 12 apples, opneFiles: 3, cpu: 0}",
            Map.of("demo.sh", "#!/bin/sh\n"));
    Outcome.Refused refused =
        assertInstanceOf(Outcome.Refused.class, host.hotshoe().extensions().install(archive));
    String words = String.join("\n", refused.problems().stream().map(Problem::sentence).toList());
    assertTrue(words.contains("spec.limits.memory"), words);
    assertTrue(words.contains("spec.limits.cpu"), words);
    assertTrue(words.contains("openFiles"), words);
  }

  @Test
  void behindWallsItReadsAndWritesOnlyWhatItMay() throws IOException {
    start(Map.of());
    Path secret = Files.writeString(home.resolve("secret"), "secret");
    Path given = Files.createDirectory(home.resolve("given"));
    install(
        "sandbox: {required: false, writable: [" + given + "]}",
        "cat " + secret + "; cat \"$2\" | head -c 1; echo a > " + given + "/a");
    String output = host.output("demo.go");
    assertEquals(!has(ProcessFeature.SANDBOX_FILES), output.contains("secret"), output);
    assertTrue(output.endsWith("{"), output);
    assertEquals("a\n", Files.readString(given.resolve("a")));
  }

  @Test
  void aSandboxThatIsRequiredAndCannotBeBuiltRunsNothingAndIsAnAlert() throws IOException {
    start(Map.of("readiness.interval", "100ms"));
    install("sandbox: {required: true}", "echo ran");
    if (has(ProcessFeature.SANDBOX_FILES)) {
      assertEquals("ran", host.output("demo.go"));
      return;
    }
    TaskOutcome outcome = host.call("demo.go");
    assertTrue(outcome.problems().toString().contains("HS-PROCESS-009"), outcome::toString);
    host.await("the alert", () -> codes().contains("HS-CLOUDSTACK-085"));
  }

  @Test
  void whatThisSystemCannotLimitIsNoted() throws IOException {
    start(Map.of("readiness.interval", "100ms"));
    install("limits: {memory: 200MiB}", "true");
    assertInstanceOf(Succeeded.class, host.call("demo.go"));
    if (!has(ProcessFeature.MEMORY)) {
      host.await("the note", () -> codes().contains("HS-CLOUDSTACK-086"));
    }
  }

  private List<String> codes() {
    return host.extension("demo").problems().stream().map(Problem::code).toList();
  }
}
