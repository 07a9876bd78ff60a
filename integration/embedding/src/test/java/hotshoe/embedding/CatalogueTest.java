package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.Hotshoe;
import hotshoe.setting.Settings;
import hotshoe.setting.Settings.Orphan;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import hotshoe.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole catalogue in an assembled host, with the billing example deployed. */
class CatalogueTest {
  private static final Caller READER = new Caller("rita", Set.of("read-only"), "http");
  private static final Caller OPERATOR = new Caller("olga", Set.of("pool-operator"), "shell");
  private static final String DEFAULT = Settings.DEFAULT_ENVIRONMENT;

  static final Path BILLING = Path.of("target/parts/hotshoe.example.billing.jar");

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() {
    hotshoe = Hotshoe.builder().home(home).deploy(BILLING).start();
    assertEquals(List.of(), hotshoe.problems());
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  private void restart() {
    stop();
    start();
  }

  @Test
  void whatIsDeployedAppearsInTheCatalogueAndWhatIsRemovedLeavesIt() throws IOException {
    assertEquals(List.of("billing.close", "billing.quote", "billing.refund"), ofBilling());
    assertTrue(hasSetting("retain_days"));
    undeploy();
    assertFalse(hasSetting("retain_days"));
    assertEquals(TaskState.REFUSED, report(quote(Map.of("seats", 1))).state());
    deploy();
    assertTrue(hasSetting("retain_days"));
    quote(Map.of("seats", 1)).orElseThrow();
  }

  @Test
  void aCallByTheShortNameConvertsItsTextsFillsInDefaultsAndAnswersARecord() {
    CallRequest call = CallRequest.of("quote", Map.of("seats", "3")).leniently();
    assertEquals(
        Map.of("net", 30.0, "tax", 5.7, "total", 35.7), operations().call(call).orElseThrow());
  }

  @Test
  @Proves({"CS-51", "CS-53", "XA-14"})
  void allThatIsWrongWithACallIsToldAtOnceAndItsHandlerDoesNotRun() {
    TaskOutcome outcome =
        operations()
            .call(
                CallRequest.of(
                    "billing.close", Map.of("month", 13, "pace", "soon", "colour", "red")));
    String told = sentences(assertInstanceOf(TaskOutcome.Refused.class, outcome).problems());
    for (String parameter : List.of("month", "pace", "colour")) {
      assertTrue(told.contains(parameter), told);
    }
    assertFalse(Files.exists(invoices()));
    assertEquals(TaskState.REFUSED, tasks().list(1).get(0).state());
  }

  @Test
  @Proves("CS-47")
  void whoHasNotTheRoleNeitherSeesNorCallsAnOperationAndLearnsNothingOfItsParameters() {
    assertEquals(List.of("billing.quote"), ofBilling(operations().list(READER)));
    assertEquals(List.of("billing.close", "billing.quote"), ofBilling(operations().list(OPERATOR)));
    quoteBy(READER).orElseThrow();
    TaskOutcome denied =
        operations().call(CallRequest.of("billing.close", Map.of("month", 13)).by(READER));
    String told = sentences(assertInstanceOf(TaskOutcome.Refused.class, denied).problems());
    assertFalse(told.contains("month"), told);
    assertTrue(told.contains("pool-operator"), told);
    assertFalse(Files.exists(invoices()));
  }

  @Test
  @Proves("XA-38")
  void theAuditHoldsWhoAskedForWhatAndHowItEndedAndNoArgument() {
    quoteBy(READER);
    operations().call(CallRequest.of("billing.close", Map.of("month", 1)).by(READER));
    operations().call(CallRequest.of("billing.refund", Map.of("invoice", "nr-4711")));
    audit().flush();
    List<String> entries =
        audit().tail(50).stream()
            .filter(it -> it.action().startsWith("billing."))
            .map(CatalogueTest::line)
            .toList();
    assertEquals(
        List.of(
            "rita http billing.quote allowed ok",
            "rita http billing.close denied",
            "host java billing.refund allowed failed"),
        entries);
    assertFalse(audit().tail(50).toString().contains("nr-4711"));
  }

  private static String line(AuditEntry entry) {
    return String.join(
            " ", entry.caller(), entry.door(), entry.action(), entry.decision(), entry.outcome())
        .strip();
  }

  @Test
  void aSlowCallTellsItsProgressAndWritesLiveAndACancelReachesIt() {
    TaskHandle task = operations().start(CallRequest.of("billing.close", closing(300)));
    await("output is there", () -> task.report().output().contains("wrote the invoice of Ada"));
    assertEquals(TaskState.RUNNING, task.report().state());
    assertTrue(task.report().progress() > 0);
    task.cancel("enough");
    assertInstanceOf(TaskOutcome.Cancelled.class, task.await(Duration.ofSeconds(10)).orElseThrow());
    assertTrue(Files.exists(invoices()));
    assertFalse(Files.exists(invoices().resolve(Year.now(ZoneOffset.UTC) + "-01-Euler")));
  }

  @Test
  @Proves("CS-48")
  void theSentencesAtTheEndOfACallAreThoseOfTheOperation() {
    TaskOutcome closed = operations().call(CallRequest.of("billing.close", closing(0)));
    assertEquals(
        "billing has closed the month",
        assertInstanceOf(TaskOutcome.Succeeded.class, closed).message());
    TaskOutcome failed = operations().call(CallRequest.of("refund", Map.of("invoice", "none")));
    TaskOutcome.Failed failure = assertInstanceOf(TaskOutcome.Failed.class, failed);
    assertEquals("UNKNOWN_INVOICE", failure.code());
    assertTrue(failure.problem().sentence().contains("there is no invoice none"));
  }

  @Test
  void tasksAreFoundAfterARestart() {
    TaskHandle task = operations().start(CallRequest.of("billing.close", closing(0)));
    task.await();
    operations().call(CallRequest.of("refund", Map.of("invoice", "none")));
    restart();
    TaskReport found = tasks().find(task.id()).orElseThrow();
    assertEquals(TaskState.SUCCEEDED, found.state());
    assertEquals("billing.close", found.operation());
    assertEquals(
        List.of(TaskState.FAILED, TaskState.SUCCEEDED),
        tasks().list(2).stream().map(TaskReport::state).toList());
    quote(Map.of("seats", 1));
    assertTrue(tasks().list(1).get(0).id().compareTo(task.id()) > 0, "later tasks sort later");
  }

  @Test
  @Proves({"INM-50", "INM-54"})
  void aSettingIsCheckedBeforeItIsStoredAndTakesEffectAtOnceAndSurvivesARestart() {
    assertThrows(ProblemException.class, () -> settings().set(DEFAULT, "tax_percent", 51));
    settings().set(DEFAULT, "tax_percent", 10);
    assertEquals(11.0, total());
    restart();
    assertEquals(11.0, total());
    settings().reset(DEFAULT, "tax_percent");
    assertEquals(11.9, total());
  }

  @Test
  @Proves("INM-53")
  void theValueOfARemovedExtensionIsAnOrphanAndReturnsWithIt() throws IOException {
    settings().set(DEFAULT, "retain_days", 30);
    undeploy();
    assertThrows(ProblemException.class, () -> settings().get(DEFAULT, "retain_days"));
    assertEquals(List.of(new Orphan(DEFAULT, "retain_days", "billing")), settings().orphans());
    deploy();
    assertEquals(30L, settings().get(DEFAULT, "retain_days").value().orElseThrow());
    assertEquals(List.of(), settings().orphans());
  }

  private double total() {
    Map<?, ?> quote = (Map<?, ?>) quote(Map.of("seats", 1)).orElseThrow();
    return (Double) quote.get("total");
  }

  private TaskOutcome quote(Map<String, ?> arguments) {
    return operations().call(CallRequest.of("billing.quote", arguments));
  }

  private TaskOutcome quoteBy(Caller caller) {
    return operations().call(CallRequest.of("billing.quote", Map.of("seats", 1)).by(caller));
  }

  private TaskReport report(TaskOutcome outcome) {
    assertInstanceOf(TaskOutcome.Refused.class, outcome);
    return tasks().list(1).get(0);
  }

  private static Map<String, ?> closing(int pace) {
    return Map.of("month", 1, "pace", pace);
  }

  private void undeploy() throws IOException {
    Files.delete(deployed());
    await("the operations have gone", () -> operations().find("billing.quote").isEmpty());
    await("the settings have gone", () -> !hasSetting("retain_days"));
  }

  private void deploy() throws IOException {
    Files.copy(BILLING, deployed());
    await("the operations are there", () -> operations().find("billing.quote").isPresent());
    await("the settings are there", () -> hasSetting("retain_days"));
  }

  private Path deployed() {
    return home.resolve("deploy").resolve(BILLING.getFileName());
  }

  private Path invoices() {
    return home.resolve("data/own/billing");
  }

  private boolean hasSetting(String name) {
    return settings().list(DEFAULT).stream().anyMatch(it -> it.setting().name().equals(name));
  }

  private Operations operations() {
    return hotshoe.operations();
  }

  private Settings settings() {
    return hotshoe.settings();
  }

  private Tasks tasks() {
    return hotshoe.tasks();
  }

  private Audit audit() {
    return hotshoe.audit();
  }

  /** Those of the host itself are left out. */
  private List<String> ofBilling() {
    return ofBilling(operations().list());
  }

  private static List<String> ofBilling(List<OperationDescription> all) {
    return names(all).stream().filter(name -> !name.startsWith("hotshoe.")).toList();
  }

  private static List<String> names(List<OperationDescription> operations) {
    return operations.stream().map(it -> it.name().toString()).toList();
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::sentence).toList().toString();
  }

  private static void await(String what, BooleanSupplier condition) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (!condition.getAsBoolean()) {
            Thread.sleep(10);
          }
        },
        "waited in vain until " + what);
  }
}
