package hotshoe.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import hotshoe.shell.FakeTask;
import hotshoe.shell.Golden;
import hotshoe.shell.Shell;
import hotshoe.shell.text.Screen;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.task.TaskOutcome.TimedOut;
import hotshoe.type.NothingValue;
import hotshoe.type.Ref;
import hotshoe.type.Values.Reading;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for what extensions offer, on whole command lines. */
class CatalogueTest {

  private static final Caller ANN = new Caller("ann", Set.of("pool-admin"), "shell");

  @TempDir private Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private Shell shell;
  private Interpreter interpreter;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(folder);
    interpreter =
        new Interpreter(
            shell.processor,
            InputStream.nullInputStream(),
            new PrintStream(output, true, UTF_8),
            new PrintStream(errors, true, UTF_8),
            () -> new Screen(100, false, true));
    interpreter.actAs(ANN);
  }

  @AfterEach
  void close() throws Exception {
    interpreter.close();
    shell.close();
  }

  @Test
  void operationsAreListedAndHiddenOnesOnlyOnRequest() {
    assertEquals(3, told("op:list").lines().count() - 1);
    Golden.assertMatches("operation-list.txt", told("op:list -a"));
  }

  @Test
  void inventoriesAreListedWithWhatIsWrongAndShownAsATree() {
    String all =
        told("inv:list") + told("inv:show web") + told("inv:graph web") + told("inv:changes web");
    String one = told("inv:graph web --vars web");
    Golden.assertMatches("inventories.txt", all + one + told("(inv:changes web) get 0"));
  }

  @Test
  void theListCanBeFilteredAndWrittenAsJson() {
    assertTrue(told("op:list machine").contains("vm.restart"));
    assertEquals("none\n", told("op:list nosuch"));
    Golden.assertMatches("operation-list.json", told("op:list --json quote"));
  }

  @Test
  void everythingIsToldOfAnOperation() {
    Golden.assertMatches("operation-info.txt", told("op:info billing.close"));
    Golden.assertMatches("operation-schema.json", told("op:info quote --schema"));
    Golden.assertMatches("operation-form.json", told("op:info billing.close --form"));
  }

  @Test
  void anUnknownOperationIsAnsweredWithTheNearestAndAnAmbiguousOneWithAll() {
    Golden.assertMatches(
        "operation-unknown.txt", failing("op:info billing.qoute") + failing("op:info close"));
  }

  @Test
  void aCallHandsOverWhatWasWrittenAndShowsTheResult() {
    shell.operations.work =
        task -> {
          task.out("looking up\n");
          task.err("the price list is old\n");
          task.end(new Succeeded(Map.of("net", 100.0, "total", 119.0), "Quoted."));
        };
    assertEquals(
        "looking up\nQuoted.\nnet    100.0\ntotal  119.0\n",
        told("op:call quote seats=10 --limit 10s"));
    assertEquals("the price list is old\n", errors.toString(UTF_8));
    FakeTask task = shell.operations.begun.get(0);
    assertEquals(Map.of("seats", "10"), task.request.arguments());
    assertEquals(ANN, task.request.caller());
    assertEquals(Reading.LENIENT, task.request.reading());
    assertEquals(Optional.of(Duration.ofSeconds(10)), task.request.limit());
  }

  @Test
  void whatIsGivenTwiceBecomesAListAndSignsMayBeQuoted() {
    shell.operations.work = task -> task.end(new Succeeded(List.of(), ""));
    told("op:call billing.close month=3 note='two words' format=csv format=pdf 'bank_key=a;b=c'");
    assertEquals(
        Map.of(
            "month",
            "3",
            "note",
            "two words",
            "format",
            List.of("csv", "pdf"),
            "bank_key",
            "a;b=c"),
        shell.operations.begun.get(0).request.arguments());
  }

  @Test
  void theResultCanBeWrittenAsJsonAlone() {
    shell.operations.work =
        task -> task.end(new Succeeded(Map.of("net", 100.0, "total", 119.0), "Quoted."));
    assertEquals(
        "{\n  \"net\": 100.0,\n  \"total\": 119.0\n}\n", told("op:call quote seats=1 --json"));
    assertEquals("119.0\n", told("((op:call quote seats=1) result) get total"));
  }

  @Test
  void aTargetIsNamedByKindAndIdentifierOrByItsName() {
    shell.operations.work = task -> task.end(new Succeeded(NothingValue.NOTHING, "Done."));
    assertEquals("Done.\n", told("op:call vm.restart --on VirtualMachine:vm-1"));
    told("op:call restart --on web");
    assertEquals(2, shell.operations.begun.size());
    shell.operations.begun.forEach(
        task ->
            assertEquals(Optional.of(new Ref("VirtualMachine", "vm-1")), task.request.resource()));
  }

  @Test
  void aCallInTheBackgroundPrintsTheTaskAndDoesNotWait() {
    assertEquals("T001\n", told("op:call vm.restart --on web --background"));
  }

  @Test
  void everyWayInWhichACallCanFailIsToldInWordsWithACode() {
    StringBuilder all = new StringBuilder();
    shell.operations.work =
        task ->
            task.end(
                new Refused(
                    List.of(
                        Problem.error(
                                "HS-OPERATION-008", "the arguments of billing.close do not fit")
                            .because("month: 13 is above the maximum 12; and more")
                            .advising("op:info billing.close shows what it takes"))));
    all.append(failing("op:call billing.close month=13 format=doc mnth=1", 1));
    shell.operations.work =
        task ->
            task.end(
                new Failed(
                    "BOOKS_CLOSED",
                    Map.of("month", "3"),
                    Problem.error("HS-OPERATION-010", "month 3 is closed already")));
    all.append(failing("op:call billing.close month=3", 1));
    shell.operations.work =
        task -> task.end(new TimedOut(Problem.error("HS-TASK-003", "it took longer than 10 s")));
    all.append(failing("op:call billing.close month=3", 124));
    all.append(failing("op:call billing.close 3 =x", 1));
    all.append(failing("op:call billing.close month=3 --limit soon", 1));
    all.append(failing("op:call nosuch", 1));
    Golden.assertMatches("call-failures.txt", all.toString());
  }

  @Test
  void theFirstInterruptionCancelsTheTaskAndItsEndIsShown() throws Exception {
    CompletableFuture<Ending> call = interruptible("op:call vm.restart --on web");
    FakeTask task = begun();
    task.out("stopping\n");
    awaitOutput("stopping");
    interpreter.interrupt();
    assertEquals("Ctrl-C in the shell", task.cancelled.get(20, TimeUnit.SECONDS));
    assertFalse(call.isDone());
    task.out("cleaning up\n");
    task.endCancelled();
    assertEquals(new Ending(130, true), call.get(20, TimeUnit.SECONDS));
    assertTrue(output.toString(UTF_8).contains("cleaning up"), output.toString(UTF_8));
    assertTrue(errors.toString(UTF_8).contains("was cancelled"), errors.toString(UTF_8));
  }

  @Test
  void theSecondInterruptionLeavesATaskThatDoesNotHeedTheFirst() throws Exception {
    CompletableFuture<Ending> call = interruptible("op:call vm.restart --on web");
    FakeTask task = begun();
    awaitRunning(task);
    interpreter.interrupt();
    task.cancelled.get(20, TimeUnit.SECONDS);
    interpreter.interrupt();
    assertEquals(Ending.INTERRUPTED, call.get(20, TimeUnit.SECONDS));
    assertEquals(Ending.GOOD, interpreter.run("echo on"));
  }

  @Test
  void theEndOfASessionCancelsItsCall() throws Exception {
    CompletableFuture<Ending> call = interruptible("op:call vm.restart --on web");
    FakeTask task = begun();
    awaitRunning(task);
    interpreter.abandon();
    assertEquals(Ending.INTERRUPTED, call.get(20, TimeUnit.SECONDS));
    assertEquals("the shell's session ended", task.cancelled.get(20, TimeUnit.SECONDS));
  }

  @Test
  void tasksAreListedWithTheRunningOnesFirst() {
    told("op:call vm.restart --on web --background");
    shell.operations.work =
        task -> task.end(new Succeeded(Map.of("net", 1.0, "total", 1.0), "Quoted."));
    shell.operations.begun.get(0).progress(0.4, "stopping");
    told("op:call quote seats=1 --background");
    assertTrue(told("task:list").lines().toList().get(1).contains("RUNNING"));
    told("op:call vm.restart --on web --background");
    Golden.assertMatches("task-list.txt", told("task:list --state succeeded"));
    assertEquals(2, told("task:list -o quote").lines().count());
    assertEquals(2, told("task:list -n 1").lines().count());
    assertTrue(failing("task:list -s done", 1).contains("HS-SHELL-015"));
  }

  @Test
  void aTaskIsShownWithAllThatItWrote() {
    shell.operations.work =
        task -> {
          task.out("one\ntwo \u001b[31mred\u001b[0m\n");
          task.err("oh\n");
          task.progress(1, "done");
          task.end(new Succeeded(Map.of("net", 1.0, "total", 1.0), "Quoted."));
        };
    told("op:call quote seats=1 --background");
    Golden.assertMatches("task-show.txt", told("task:show T001"));
    assertEquals("SUCCEEDED\n", told("(task:show 1) state"));
    assertTrue(failing("task:show T9", 1).contains("HS-SHELL-015"));
  }

  @Test
  void aTaskIsFollowedToItsEndAndItsOutputShownOnce() throws Exception {
    told("op:call vm.restart --on web --background");
    FakeTask task = begun();
    CompletableFuture<Ending> following = interruptible("task:show T001 -f");
    task.out("stopping\n");
    awaitOutput("stopping\n");
    task.end(new Succeeded(NothingValue.NOTHING, "Done."));
    assertEquals(Ending.GOOD, following.get(20, TimeUnit.SECONDS));
    assertEquals(
        output.toString(UTF_8).indexOf("stopping"), output.toString(UTF_8).lastIndexOf("stopping"));
  }

  @Test
  void aRunningTaskIsCancelledWithAReason() throws Exception {
    told("op:call vm.restart --on web --background");
    assertEquals("Task T001 is told to end.\n", told("task:cancel T001 wrong machine"));
    assertEquals("wrong machine (ann)", begun().cancelled.get(1, TimeUnit.SECONDS));
    begun().endCancelled();
    assertTrue(failing("task:cancel T001", 1).contains("HS-SHELL-016"));
  }

  @Test
  void settingsAreListedSetAndReset() {
    StringBuilder all = new StringBuilder();
    told("setting:set bank_key=hunter2");
    told("setting:set -e production currency=USD");
    all.append(told("setting:list")).append('\n');
    all.append(told("setting:get retain_days")).append('\n');
    all.append(told("setting:set retain_days=30 currency=usd")).append('\n');
    all.append(told("setting:reset retain_days")).append('\n');
    all.append(told("setting:orphans"));
    Golden.assertMatches("settings.txt", all.toString());
    assertFalse(all.toString().contains("hunter2"), all.toString());
    assertTrue(shell.settings.callers.stream().allMatch(ANN::equals));
    assertEquals("USD", shell.settings.stored.get("production/currency"));
  }

  @Test
  void nothingIsSetWhenOneOfSeveralValuesDoesNotFit() {
    String told = failing("setting:set currency=USD retain_days=400 bank_key=x", 1);
    assertTrue(told.contains("400"), told);
    assertEquals(Map.of(), shell.settings.stored);
  }

  @Test
  void helpForAGroupListsItsCommands() {
    String told = told("help task");
    assertTrue(told.contains("task:cancel") && !told.contains("op:call"), told);
  }

  @Test
  void anOrphanIsForgottenAndNothingElse() {
    assertTrue(told("setting:forget old_key").contains("forgotten"));
    assertEquals("none\n", told("setting:orphans"));
    assertTrue(failing("setting:forget currency", 1).contains("HS-SHELL-017"));
  }

  @Test
  void environmentsComeAndGo() {
    told("setting:set currency=USD");
    told("env:create testing");
    assertEquals(
        "ENVIRONMENT  SETTINGS SET\ndefault      1\nproduction   0\ntesting      0\n",
        told("env:list").replaceAll(" +\n", "\n"));
    told("env:delete testing");
    assertFalse(told("env:list").contains("testing"));
  }

  @Test
  void aPasswordIsReadFromAPipeAndNeverStandsInTheLine() {
    assertEquals(
        "The user bob is there.\n", told("echo 'a long pass phrase' | user:add bob pool-operator"));
    assertEquals("a long pass phrase", shell.users.passwords.get("bob"));
    assertTrue(failing("user:password bob", 1).contains("HS-SHELL-018"));
    assertEquals("a long pass phrase", shell.users.passwords.get("bob"));
  }

  @Test
  void usersTokensAndRolesAreListedAndChanged() {
    StringBuilder all = new StringBuilder();
    all.append(told("user:list")).append('\n');
    all.append(told("user:roles ann read-only pool-operator")).append('\n');
    all.append(told("token:list")).append('\n');
    all.append(told("token:add ann phone")).append('\n');
    all.append(told("token:remove ann ci")).append('\n');
    all.append(told("role:list")).append('\n');
    all.append(told("role:info pool-admin")).append('\n');
    all.append(failing("role:info pool-admn", 1));
    Golden.assertMatches("users.txt", all.toString());
    assertTrue(shell.users.callers.stream().allMatch(ANN::equals));
  }

  @Test
  void theAuditLogIsShownAndFollowed() throws Exception {
    Golden.assertMatches("audit.txt", told("audit:tail"));
    assertEquals(2, told("audit:tail -n 1").lines().count());
    CompletableFuture<Ending> following = interruptible("audit:tail -n 1 -f");
    awaitOutput("billing.refund");
    shell.audit.entry("eve", "user.add", "denied", "", "needs the role pool-admin");
    awaitOutput("eve (http) user.add denied, needs the role pool-admin");
    interpreter.interrupt();
    assertEquals(Ending.INTERRUPTED, following.get(20, TimeUnit.SECONDS));
  }

  @Test
  void resourcesAreListedAndShownWithoutTheirSecrets() {
    String shown = told("res:list") + "\n" + told("res:show VirtualMachine:vm-1");
    Golden.assertMatches("resources.txt", shown);
    assertFalse(shown.contains("hunter2"), shown);
    assertEquals(3, told("res:list VirtualMachine").lines().count());
  }

  @Test
  void helpForACallShowsOptionsArgumentsAndExamples() {
    Golden.assertMatches("help-op-call.txt", told("help op:call"));
  }

  private String told(String line) {
    output.reset();
    errors.reset();
    assertEquals(Ending.GOOD, interpreter.run(line), () -> errors.toString(UTF_8));
    return output.toString(UTF_8);
  }

  private String failing(String line) {
    return failing(line, 1);
  }

  private String failing(String line, int code) {
    output.reset();
    errors.reset();
    assertEquals(new Ending(code, true), interpreter.run(line), () -> output.toString(UTF_8));
    return errors.toString(UTF_8) + "\n";
  }

  private CompletableFuture<Ending> interruptible(String line) {
    output.reset();
    return CompletableFuture.supplyAsync(() -> interpreter.run(line));
  }

  private FakeTask begun() {
    while (shell.operations.begun.isEmpty()) {
      Thread.onSpinWait();
    }
    return shell.operations.begun.get(0);
  }

  /** Once its output arrives, the command expects interruptions. */
  private void awaitRunning(FakeTask task) {
    task.out("running\n");
    awaitOutput("running");
  }

  private void awaitOutput(String text) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!output.toString(UTF_8).contains(text)) {
      assertTrue(System.nanoTime() < end, () -> output.toString(UTF_8));
      Thread.onSpinWait();
    }
  }
}
