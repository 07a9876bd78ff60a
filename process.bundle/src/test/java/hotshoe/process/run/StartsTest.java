package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.Problem;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process is started with, and what becomes of those that cannot be. */
class StartsTest {

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

  private static ProcessOrder order(Path script, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = script.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return ProcessOrder.of("test", command);
  }

  private Problem refused(Path script) {
    return refused(order(script));
  }

  private Problem refused(ProcessOrder order) {
    ProcessEnd end = stage.processes.run(order);
    return assertInstanceOf(ProcessEnd.NotStarted.class, end).problem();
  }

  @Test
  void theEnvironmentIsMadeAndNotInherited() {
    Set<String> names =
        Stage.output(stage.run("exec /usr/bin/env"))
            .lines()
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toCollection(TreeSet::new));
    names.removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_")); // the shell's own
    assertEquals(Set.of("HOME", "HOTSHOE_PROCESS", "LANG", "PATH", "TMPDIR", "USER"), names);
  }

  @Test
  void anOrderAddsToTheEnvironmentAndReplacesWhatIsThere() {
    ProcessOrder order =
        stage
            .sh("echo \"$LANG|$COLOUR|$PATH\"")
            .withEnvironment(Map.of("LANG", "de_DE.UTF-8", "COLOUR", "a = b\nc"));
    assertEquals(
        "de_DE.UTF-8|a = b\nc|/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n",
        Stage.output(stage.processes.run(order)));
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException {
    Path script = stage.script("say.sh", "#!/bin/sh", "printf '<%s>' \"$@\"");
    assertEquals(
        "<a b><*><$HOME><'><><--><äé\n>",
        Stage.output(
            stage.processes.run(order(script, "a b", "*", "$HOME", "'", "", "--", "äé\n"))));
  }

  @Test
  void theWorkingDirectoryIsTheOrdersOrAPrivateFolderThatGoesWithIt() throws IOException {
    assertEquals(
        home.toRealPath() + "\n", Stage.output(stage.processes.run(stage.sh("pwd").in(home))));
    String own =
        Stage.output(
            stage.run("touch a; mkdir -m 0 b; ln -s / c; ls -ld . | cut -c1-10; cd $TMPDIR; pwd"));
    assertTrue(own.startsWith("drwx------\n"), own);
    Path folder = Path.of(own.lines().skip(1).findFirst().orElseThrow());
    Stage.until(() -> !Files.exists(folder));
  }

  @Test
  void aProcessHasASessionOfItsOwn() {
    String[] numbers = Stage.output(stage.run("cut -d' ' -f1,6 /proc/$$/stat")).strip().split(" ");
    assertEquals(numbers[0], numbers[1]);
  }

  @Test
  void exitCodesAndSignalsAreTold() {
    ProcessEnd.Exited seven =
        assertInstanceOf(ProcessEnd.Exited.class, stage.run("echo no >&2; exit 7"));
    assertEquals(7, seven.code());
    assertTrue(seven.signal().isEmpty());
    assertEquals("no\n", seven.facts().errorOutput().text());
    ProcessEnd.Exited killed = assertInstanceOf(ProcessEnd.Exited.class, stage.run("kill -9 $$"));
    assertEquals(9, killed.signal().orElseThrow());
    assertTrue(assertInstanceOf(ProcessEnd.Exited.class, stage.run("exit 127")).signal().isEmpty());
  }

  @Test
  void theTimeAndTheMemoryThatItTookAreTold() {
    ProcessEnd end =
        stage.processes.run(
            ProcessOrder.of(
                "test", "python3", "-c", "import time; a = b'x' * 60_000_000; time.sleep(0.4)"));
    assertTrue(Stage.facts(end).duration().toMillis() >= 400);
    long peak = Stage.facts(end).peakMemory().orElseThrow();
    assertTrue(peak > 60_000_000 && peak < 120_000_000, () -> "it was " + peak);
  }

  @Test
  void anExecutableThatIsNotThereIsSaidWithItsNeighbour() throws IOException {
    stage.script("deploy.sh", "#!/bin/sh");
    Problem problem = refused(home.resolve("deplay.sh"));
    assertEquals("HS-PROCESS-001", problem.code());
    assertEquals("did you mean deploy.sh?", problem.advice());
    assertTrue(problem.sentence().contains("deplay.sh") && !problem.sentence().contains("/tmp"));
    assertEquals("did you mean python3?", refused(ProcessOrder.of("test", "pyhton3")).advice());
  }

  @Test
  void anExecutableThatIsDeletedBetweenTwoRunsIsSaid() throws IOException {
    Path script = stage.script("once.sh", "#!/bin/sh", "echo once; rm $0; exit 127");
    ProcessEnd.NotStarted end =
        assertInstanceOf(ProcessEnd.NotStarted.class, stage.processes.run(order(script)));
    assertEquals("HS-PROCESS-001", end.problem().code());
    assertEquals("HS-PROCESS-001", refused(script).code());
  }

  @Test
  void whatIsNotExecutableIsSaid() throws IOException {
    Path file = Files.writeString(home.resolve("plain.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("it is not executable", refused(file).why());
    assertEquals("it is no file", refused(home).why());
    assertEquals("HS-PROCESS-002", refused(home).code());
  }

  @Test
  void anInterpreterThatIsNotThereIsSaid() throws IOException {
    Problem lost = refused(stage.script("lost.py", "#!/usr/bin/pyhton3 -u", "print()"));
    assertEquals("HS-PROCESS-003", lost.code());
    assertEquals("its first line asks for /usr/bin/pyhton3, which is not there", lost.why());
    assertTrue(lost.advice().startsWith("did you mean python3?"), lost::advice);
    Problem env = refused(stage.script("env.py", "#!/usr/bin/env pyhton3", "print()"));
    assertEquals("its first line asks for pyhton3, which is not there", env.why());
    Problem windows = refused(stage.script("windows.sh", "#!/bin/sh\r", "echo"));
    assertEquals("its first line asks for /bin/sh?, which is not there", windows.why());
  }

  @Test
  void aScriptWithoutAFirstLineIsTheShellsAsEverywhere() throws IOException {
    assertEquals(
        "plain\n", Stage.output(stage.processes.run(order(stage.script("p", "echo plain")))));
  }

  @Test
  void aWorkingDirectoryThatIsNotThereIsSaid() {
    assertEquals("HS-PROCESS-004", refused(stage.sh("true").in(home.resolve("no"))).code());
  }

  @Test
  void whatTheSystemRefusesIsSaidInItsWords() {
    String large = "x".repeat(3_000_000);
    Problem problem = refused(ProcessOrder.of("test", "true", large));
    assertEquals("HS-PROCESS-005", problem.code());
    assertEquals("error=7, Argument list too long", problem.why());
  }

  @Test
  void limitsOfEachProcessHold() {
    ProcessLimits limits =
        ProcessLimits.none()
            .withOpenFiles(50)
            .withFileSize(1 << 20)
            .withProcessorTime(Duration.ofMillis(2500))
            .withMemory(256 << 20);
    ProcessEnd end =
        stage.processes.run(stage.sh("ulimit -n; ulimit -f; ulimit -t; ulimit -v").within(limits));
    assertEquals("50\n2048\n3\n262144\n", Stage.output(end));
    assertEquals(List.of("HS-PROCESS-017"), Stage.codes(end));
    ProcessEnd large =
        stage.processes.run(stage.sh("exec head -c 2000000 /dev/zero > $TMPDIR/f").within(limits));
    assertEquals(
        25, assertInstanceOf(ProcessEnd.Exited.class, large).signal().orElseThrow()); // SIGXFSZ
  }

  @Test
  void aProcessThatTakesTooMuchProcessorIsEndedByTheSystem() {
    var limits = ProcessLimits.none().withProcessorTime(Duration.ofSeconds(1));
    ProcessEnd end = stage.processes.run(stage.sh("while :; do :; done").within(limits));
    assertTrue(assertInstanceOf(ProcessEnd.Exited.class, end).signal().isPresent());
  }
}
