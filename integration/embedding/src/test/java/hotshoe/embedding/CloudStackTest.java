package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.task.TaskOutcome.TimedOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension of CloudStack in an assembled host: dropped as a zip, listed, and run. */
class CloudStackTest {

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: Demo
        displayName: Demo machines
        description: Machines that are files.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20}}
        requires: {os: [linux, macos, windows], architecture: [x86_64, aarch64]}
        entrypoint: {path: demo.sh, language: bash}
        details: {region: eu}
      customActions:
        - name: Say it
          enabled: true
          timeout: 20
          allowedroletypes: [User]
          successmessage: "{{extensionName}} did {{actionName}} to {{resourceName}}"
          details: {tone: low}
          parameters:
            - {name: word, type: STRING, required: true, valueoptions: "yes, no"}
            - {name: when, type: DATE}
            - {name: pass, type: STRING, validationformat: PASSWORD}
        - {name: fail, enabled: true}
        - {name: hang, enabled: true, timeout: 1}
        - {name: idle}
      """;

  private static final String UPGRADE =
      MANIFEST.replace("1.0.0", "1.1.0").replace("name: fail", "name: break");

  /** Without a mark that it can be executed, as zip archives of many tools come. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      case "$1" in
        "Say it") echo "$#"; echo "$1"; echo "$3"; ls -l "$2" | cut -c1-10; cat "$2";;
        fail) echo half; echo why >&2; exit 7;;
        hang) sleep 30;;
        status) echo '{"power_state": "PowerOn"}';;
        start) ;;
        *) exit 1;;
      esac
      """;

  private static final Caller USER = new Caller("ulla", Set.of("user"), "http");
  private static final Resource MACHINE =
      Resource.of("VirtualMachine", "vm-1", "web")
          .with("External:image", Detail.visible("small"))
          .with("External:token", Detail.secret("s3cret"));

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(home.resolve("deploy"));
    Files.write(home.resolve("deploy/demo.zip"), zip(MANIFEST));
    hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
    hotshoe.resources().put(MACHINE);
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  @Test
  void aZipThatIsDroppedIsActiveAndItsActionsAreInTheCatalogue() {
    assertEquals(List.of(), sentences(hotshoe.problems()));
    Extension demo = extension("demo");
    assertEquals(ExtensionState.ACTIVE, demo.state(), demo::cause);
    assertEquals("cloudstack", demo.dialect());
    assertEquals(
        "demo.Say it demo.create demo.delete demo.deploy demo.fail demo.getconsole demo.hang demo.idle"
            + " demo.prepare demo.reboot demo.start demo.status demo.statuses demo.stop",
        String.join(
            " ",
            hotshoe.operations().list().stream()
                .map(operation -> operation.name().toString())
                .filter(name -> name.startsWith("demo."))
                .toList()));
    OperationDescription say = hotshoe.operations().find("demo.Say it").orElseThrow();
    assertEquals(
        List.of("word", "when", "pass"), say.parameters().stream().map(p -> p.name()).toList());
    assertEquals(Set.of("admin", "user"), say.access().anyOf());
    assertEquals("VirtualMachine", say.resourceKind().orElseThrow());
    assertEquals(Duration.ofSeconds(20), say.limit().orElseThrow());
    OperationDescription idle = hotshoe.operations().find("demo.idle").orElseThrow();
    assertTrue(idle.traits().contains(Trait.HIDDEN));
    assertEquals(Duration.ofSeconds(3), idle.limit().orElseThrow());
    assertEquals(Set.of("admin"), idle.access().anyOf());
  }

  @Test
  @Proves({"CS-36", "CS-40", "CS-52", "CS-57", "CS-58"})
  void anActionRunsTheEntrypointWithItsThreeArgumentsAndItsPayload() {
    Succeeded said =
        assertInstanceOf(
            Succeeded.class,
            call(
                "demo.Say it",
                Map.of("word", "yes", "when", "2026-01-02T03:04:05+02:00", "pass", "geheim"),
                USER));
    assertEquals("demo did Say it to web", said.message());
    Map<?, ?> result = (Map<?, ?>) said.result();
    assertEquals("Say it", result.get("name"));
    assertEquals(true, result.get("success"));
    assertEquals("demo did Say it to web", result.get("message"));
    List<String> lines = ((String) result.get("details")).lines().toList();
    assertEquals(List.of("3", "Say it", "20", "-rw-------"), lines.subList(0, 4));
    assertEquals(
        "{'hotshoe.contract':'1.0','externaldetails':{'extension':{'region':'eu'},"
            + "'virtualmachine':{'image':'small','token':'s3cret'},'action':{'tone':'low'}},"
            + "'caller':{'id':'ulla','name':'ulla','type':'http','roleid':'user',"
            + "'rolename':'user','roletype':'User'},"
            + "'virtualmachineid':'vm-1','virtualmachinename':'web',"
            + "'cloudstack.vm.details':{'name':'web','uuid':'vm-1','type':'User',"
            + "'state':'Unknown','arch':'x86_64','bootArgs':'','enableHA':false,"
            + "'details':{'External:image':'small','External:token':'s3cret'},"
            + "'disks':[],'nics':[]},"
            + "'action':'Say it','parameters':{'word':'yes','when':'2026-01-02T03:04:05+02:00',"
            + "'pass':'geheim'}}",
        lines.get(4).replace('"', '\''));
  }

  @Test
  @Proves("CS-66")
  void noPayloadStaysOnTheDisk() throws IOException {
    call("demo.Say it", Map.of("word", "no"), USER);
    try (Stream<Path> left = Files.list(home.resolve("data/payloads/cloudstack"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  @Proves("CS-55")
  void anotherExitCodeIsAFailureWithTheOutputOfBothStreamsApart() {
    Failed failed = assertInstanceOf(Failed.class, call("demo.fail", Map.of(), Caller.HOST));
    assertEquals("ACTION_FAILED", failed.code());
    assertEquals("7", failed.details().get("exitcode"));
    assertEquals("half", failed.details().get("output"));
    assertEquals("why", failed.details().get("erroroutput"));
    assertEquals("false", failed.details().get("success"));
    assertEquals("Failed to complete fail", failed.details().get("message"));
  }

  @Test
  @Proves("CS-64")
  void anEntrypointThatTakesTooLongIsEnded() {
    assertInstanceOf(TimedOut.class, call("demo.hang", Map.of(), Caller.HOST));
  }

  @Test
  @Proves("CS-47")
  void whoHasNotTheRoleNeitherListsNorRunsAnAction() {
    assertInstanceOf(Refused.class, call("demo.fail", Map.of(), USER));
    List<String> listed =
        hotshoe.operations().list(USER).stream().map(it -> it.name().shortName()).toList();
    assertTrue(listed.contains("Say it"));
    assertFalse(listed.contains("fail"));
  }

  @Test
  void aDisabledActionAndAnotherExtensionsMachineAreRefusedBeforeAnythingRuns() {
    assertTrue(words(call("demo.idle", Map.of(), Caller.HOST)).contains("HS-CLOUDSTACK-002"));
    hotshoe.resources().put(MACHINE.runBy(new ExtensionName("other")));
    TaskOutcome outcome = call("demo.Say it", Map.of("word", "no"), USER);
    assertTrue(words(outcome).contains("HS-OPERATION-013"), () -> words(outcome));
  }

  @Test
  @Proves("CS-39")
  void whatIsDisabledInItsManifestIsInstalledDisabled() throws IOException {
    install(MANIFEST.replace("enabled: true\nspec", "enabled: false\nspec").replace("Demo", "Off"));
    assertEquals(ExtensionState.DISABLED, extension("off").state());
  }

  @Test
  @Proves("CS-38")
  void aHostThatIsTooOldLeavesItWaitingAndSaysWhichVersionIsNeeded() throws IOException {
    install(MANIFEST.replace("4.20", "4.99.0").replace("Demo", "Newer"));
    Extension newer = extension("newer");
    assertFalse(newer.state() == ExtensionState.ACTIVE);
    String words = sentences(newer.problems()).toString();
    assertTrue(words.contains("4.99.0"), words);
  }

  @Test
  void anUpgradeReplacesItsActionsAndItsFiles() throws IOException {
    call("demo.Say it", Map.of("word", "no"), USER);
    Path next = Files.write(home.resolve("next"), zip(UPGRADE));
    Files.move(next, home.resolve("deploy/demo.zip"), StandardCopyOption.REPLACE_EXISTING);
    await("the new action", () -> hotshoe.operations().find("demo.break").isPresent());
    assertTrue(hotshoe.operations().find("demo.fail").isEmpty());
    call("demo.Say it", Map.of("word", "no"), USER);
    await(
        "one folder of files",
        () -> {
          try (Stream<Path> folders = Files.list(home.resolve("data/files/demo"))) {
            return folders.count() == 1;
          } catch (IOException moving) {
            return false;
          }
        });
  }

  private void install(String manifest) throws IOException {
    install(manifest, PROGRAM);
  }

  private void install(String manifest, String program) throws IOException {
    Path archive = Files.write(home.resolve("another.zip"), zip(manifest, program));
    Outcome outcome = hotshoe.extensions().install(archive);
    assertTrue(
        outcome instanceof Outcome.Installed || outcome instanceof Outcome.Upgraded,
        outcome::toString);
  }

  private TaskOutcome call(String operation, Map<String, ?> arguments, Caller caller) {
    return hotshoe
        .operations()
        .call(CallRequest.of(operation, arguments).by(caller).on(MACHINE.ref()));
  }

  private Extension extension(String name) {
    return hotshoe.extensions().find(new ExtensionName(name)).orElseThrow();
  }

  private static String words(TaskOutcome outcome) {
    return sentences(outcome.problems()).toString();
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream().map(Problem::sentence).toList();
  }

  private static byte[] zip(String manifest) throws IOException {
    return zip(manifest, PROGRAM);
  }

  private static byte[] zip(String manifest, String program) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("demo-main/manifest.yaml"));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("demo-main/demo.sh"));
      zip.write(program.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain for " + what);
      LockSupport.parkNanos(2_000_000);
    }
  }
}
