package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFeature;
import hotshoe.process.ProcessInput;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a sandbox keeps out, as far as this system can build one: each test holds with bubblewrap,
 * with unshare and with neither, and says what it expects of each.
 */
class SandboxTest {

  @TempDir Path home;
  private Stage stage;

  @BeforeEach
  void open() {
    // HOTSHOE_TEST_PATH leads to a bubblewrap that is not installed
    String more = System.getenv().getOrDefault("HOTSHOE_TEST_PATH", "/usr/local/bin");
    stage =
        new Stage(
            home,
            new WrittenConfiguration(home.resolve("data"))
                .with("processes.path", more + ":/usr/sbin:/usr/bin:/sbin:/bin"));
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private boolean has(ProcessFeature feature) {
    return stage.processes.support().has(feature);
  }

  private ProcessEnd behind(Sandbox walls, String... lines) {
    return stage.processes.run(stage.sh(lines).behind(walls));
  }

  @Test
  void whatThisSystemOffersIsSaidFeatureByFeature() {
    var answers = stage.processes.support().answers();
    assertEquals(
        List.of(ProcessFeature.values()),
        answers.stream().map(answer -> answer.feature()).toList());
    assertTrue(answers.stream().noneMatch(answer -> answer.how().isBlank()));
  }

  @Test
  void withoutAWholeSandboxARequiredOneIsRefusedAndAWantedOneIsLessAndSaid() {
    ProcessEnd strict = behind(Sandbox.strict(), "echo inside");
    ProcessEnd wanted = behind(Sandbox.wherePossible(), "echo inside");
    assertEquals("inside\n", Stage.output(wanted));
    if (has(ProcessFeature.SANDBOX_FILES)) {
      assertEquals("inside\n", Stage.output(strict));
      assertEquals(List.of(), Stage.codes(wanted));
    } else {
      assertEquals("HS-PROCESS-009", strict.reason().orElseThrow().code());
      assertInstanceOf(ProcessEnd.Refused.class, strict);
      assertEquals(List.of("HS-PROCESS-018"), Stage.codes(wanted));
    }
  }

  @Test
  void aSandboxHasNoNetworkUnlessThatIsWanted() {
    String interfaces = "cut -d: -f1 -s /proc/net/dev | tr -d ' ' | sort | tr '\\n' ' '";
    String outside = Stage.output(stage.run(interfaces));
    String inside = Stage.output(behind(Sandbox.wherePossible(), interfaces));
    assertEquals(has(ProcessFeature.SANDBOX_NETWORK) ? "lo " : outside, inside);
    Sandbox open = new Sandbox(true, List.of(), List.of(), false);
    assertEquals(outside, Stage.output(behind(open, interfaces)));
  }

  @Test
  void aSandboxSeesNoOtherProcesses() {
    String inside = Stage.output(behind(Sandbox.wherePossible(), "ls -d /proc/[0-9]* | wc -l"));
    assertEquals(has(ProcessFeature.SANDBOX_PROCESSES), Integer.parseInt(inside.strip()) < 8);
  }

  @Test
  void aSandboxSeesAndWritesOnlyTheFilesThatItIsGiven() throws IOException {
    Path secret =
        Files.writeString(
            Files.createDirectories(home.resolve("data")).resolve("secret"), "secret");
    Path given = Files.createDirectory(home.resolve("given"));
    Sandbox walls = new Sandbox(false, List.of(), List.of(given), false);
    ProcessEnd end =
        behind(
            walls,
            "cat " + secret + " 2>/dev/null && echo",
            "touch /usr/hotshoe-test 2>/dev/null && rm /usr/hotshoe-test && echo wrote",
            "echo a > " + given + "/a; echo b > $TMPDIR/b && pwd");
    boolean isWalled = has(ProcessFeature.SANDBOX_FILES);
    String output = Stage.output(end);
    assertEquals(!isWalled, output.contains("secret"));
    assertFalse(isWalled && output.contains("wrote"), output);
    assertEquals("a\n", Files.readString(given.resolve("a")));
  }

  @Test
  void codesAndStreamsPassThroughTheWalls() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh("cat; echo wrong >&2; exit 7")
                .withInput(new ProcessInput.Text("given"))
                .behind(Sandbox.wherePossible()));
    ProcessEnd.Exited exited = assertInstanceOf(ProcessEnd.Exited.class, end);
    assertEquals(7, exited.code());
    assertEquals("given", exited.facts().output().text());
    assertEquals("wrong\n", exited.facts().errorOutput().text());
  }

  @Test
  void aSandboxThatHangsIsEndedAsAWhole() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh("(setsid sleep 1000 &)", "trap '' TERM", "while :; do sleep 0.1; done")
                .behind(Sandbox.wherePossible())
                .within(
                    ProcessLimits.none()
                        .withTime(Duration.ofSeconds(1))
                        .withGrace(Duration.ofMillis(300))));
    assertInstanceOf(ProcessEnd.TimedOut.class, end);
    Stage.assertNobodyLeft();
  }

  @Test
  void limitsAndWallsGoTogether() {
    ProcessOrder order =
        stage
            .sh("ulimit -n")
            .behind(Sandbox.wherePossible())
            .within(ProcessLimits.none().withOpenFiles(77));
    assertEquals("77\n", Stage.output(stage.processes.run(order)));
  }
}
