package cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.form.Form;
import hotshoe.form.ResultView;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example as its user meets it: dropped into a host, its verbs and actions called. */
@Timeout(120)
class PaperMachinesTest {

  private static final Path ARCHIVE = Path.of("target/paper-machines-1.0.0.tar.gz");
  private static final Path SOURCE = Path.of("src/main/extension");
  private static final Caller ULLA = new Caller("ulla", Set.of("user"), "http");
  private static final Resource MACHINE = Resource.of("VirtualMachine", "vm-1", "web");

  @TempDir Path folder;

  @Test
  void theArchiveIsDroppedAndItsVerbsAndActionsAreInTheCatalogue() throws IOException {
    Path home = home();
    Files.copy(ARCHIVE, home.resolve("deploy/paper-machines.tar.gz"));
    try (Hotshoe hotshoe = start(home)) {
      Extension machines = find(hotshoe);
      assertEquals(ExtensionState.ACTIVE, machines.state(), machines::cause);
      assertEquals("cloudstack", machines.dialect());
      Set<String> offered =
          Set.copyOf(
              hotshoe.operations().list().stream()
                  .filter(operation -> operation.name().extension().equals(machines.name()))
                  .map(operation -> operation.name().shortName())
                  .toList());
      assertTrue(
          offered.containsAll(
              Set.of(
                  "prepare",
                  "create",
                  "start",
                  "stop",
                  "reboot",
                  "delete",
                  "status",
                  "statuses",
                  "getconsole",
                  "Describe",
                  "Note",
                  "Resize",
                  "Plan stop")),
          offered::toString);
      assertEquals(
          List.of("text text", "author text", "link text", "ticket text"),
          widgets(hotshoe, "paper-machines.Note"));
      assertEquals(
          List.of("cpus select", "slots number", "gigabytes number", "restart switch"),
          widgets(hotshoe, "paper-machines.Resize"));
      assertEquals(
          List.of("when date-time", "how select", "password masked"),
          widgets(hotshoe, "paper-machines.Plan stop"));
    }
  }

  private static List<String> widgets(Hotshoe hotshoe, String operation) {
    OperationDescription description = hotshoe.operations().find(operation).orElseThrow();
    return Form.of(description).fields().stream()
        .map(field -> field.name() + " " + field.widget().word())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"machines.sh", "machines.py"})
  @Proves({"CS-55", "CS-59", "CS-69"})
  void aMachineLivesItsWholeLifeInAFile(String program) throws IOException {
    try (Hotshoe hotshoe = started(program)) {
      Path paper = folder.resolve("papers/vm-1.json");
      succeed(hotshoe, "create", Map.of());
      assertTrue(Files.readString(paper).contains("poweron"));
      assertEquals("poweron", state(hotshoe));
      assertTrue(
          ("" + succeed(hotshoe, "getconsole", Map.of()).result()).contains("5901"),
          () -> "" + succeed(hotshoe, "getconsole", Map.of()).result());
      succeed(hotshoe, "stop", Map.of());
      assertEquals("poweroff", state(hotshoe));
      assertInstanceOf(Failed.class, call(hotshoe, "getconsole", Map.of(), Caller.HOST));
      succeed(hotshoe, "start", Map.of());
      succeed(hotshoe, "reboot", Map.of());
      assertEquals("poweron", state(hotshoe));
      actions(hotshoe, paper);
      succeed(hotshoe, "delete", Map.of());
      assertTrue(Files.notExists(paper));
      hotshoe.resources().put(MACHINE);
      succeed(hotshoe, "delete", Map.of());
    }
  }

  /** In lower case, whether the host answers its own word or what the program wrote. */
  private static String state(Hotshoe hotshoe) {
    Object result = succeed(hotshoe, "status", Map.of()).result();
    return result.toString().toLowerCase(Locale.ROOT).replaceAll(".*(power(on|off)).*", "$1");
  }

  /**
   * Every type and format that a parameter can have reaches the program, and what it prints is a
   * table.
   */
  private void actions(Hotshoe hotshoe, Path paper) throws IOException {
    Succeeded noted =
        succeed(
            hotshoe,
            "Note",
            Map.of(
                "text", "don't \"panic\" \u00e4",
                "author", "ada@example.com",
                "link", "https://example.com/?a=1&b=2",
                "ticket", "123e4567-e89b-12d3-a456-426614174000"));
    assertEquals("paper-machines has written it down", noted.message());
    assertInstanceOf(ResultView.Words.class, ResultView.of(noted.result()).orElseThrow());
    Succeeded resized =
        succeed(
            hotshoe, "Resize", Map.of("cpus", 4, "slots", 3, "gigabytes", 1.5, "restart", true));
    ResultView.Table size =
        assertInstanceOf(ResultView.Table.class, ResultView.of(resized.result()).orElseThrow());
    assertEquals(List.of("cpus", "gigabytes", "state"), size.columns());
    succeed(
        hotshoe,
        "Plan stop",
        Map.of("when", "2026-01-31T10:00:00+01:00", "how", "at once", "password", "geheim"));
    Succeeded described = succeed(hotshoe, "Describe", Map.of());
    assertEquals("web, as its paper has it", described.message());
    ResultView.Table all =
        assertInstanceOf(ResultView.Table.class, ResultView.of(described.result()).orElseThrow());
    assertEquals(List.of("what", "is"), all.columns());
    String text = Files.readString(paper).replaceAll("\\s+", " ");
    for (String written :
        List.of(
            "2026-01-31T10:00:00+01:00",
            "\"at once\"",
            "\"locked\": true",
            "\"cpus\": 4",
            "\"slots\": 3",
            "\"gigabytes\": 1.5",
            "\"ink\": \"blue\"",
            "123e4567-e89b-12d3-a456-426614174000",
            "https://example.com/?a=1&b=2")) {
      assertTrue(text.contains(written), () -> written + " is not in " + text);
    }
    assertTrue(!text.contains("geheim"), text);
    assertInstanceOf(Refused.class, call(hotshoe, "Resize", Map.of("cpus", 3), Caller.HOST));
    assertInstanceOf(Refused.class, call(hotshoe, "Resize", Map.of("cpus", 4), ULLA));
    assertInstanceOf(Succeeded.class, call(hotshoe, "Describe", Map.of(), ULLA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"machines.sh", "machines.py"})
  void whatCannotBeDoneIsToldByTheProgramItself(String program) throws IOException {
    try (Hotshoe hotshoe = started(program)) {
      Failed failed =
          assertInstanceOf(Failed.class, call(hotshoe, "Describe", Map.of(), Caller.HOST));
      assertEquals("There is no paper about web", failed.details().get("message"));
      assertTrue(failed.details().get("output").contains("there is no machine vm-1"));
      succeed(hotshoe, "create", Map.of());
      assertInstanceOf(Failed.class, call(hotshoe, "create", Map.of(), Caller.HOST));
    }
  }

  @Test
  void aHostSaysWhereThePapersOfItsMachinesLie() throws IOException {
    try (Hotshoe hotshoe = started("machines.sh")) {
      Path elsewhere = folder.resolve("elsewhere");
      List.of(
              Resource.of("Cluster", "c1", "racks"),
              Resource.of("ExtensionMapping", "Cluster/c1", "paper-machines")
                  .runBy(new ExtensionName("paper-machines")),
              Resource.of("Host", "h1", "rack")
                  .with("cluster", Detail.visible("c1"))
                  .with("External:folder", Detail.visible(elsewhere.toString())),
              MACHINE.with("host", Detail.visible("h1")))
          .forEach(hotshoe.resources()::put);
      succeed(hotshoe, "create", Map.of());
      assertTrue(Files.exists(elsewhere.resolve("vm-1.json")));
    }
  }

  private Hotshoe started(String program) throws IOException {
    Path home = home();
    Path archive = zip(program);
    Files.move(archive, home.resolve("deploy/paper.zip"), StandardCopyOption.ATOMIC_MOVE);
    Hotshoe hotshoe = start(home);
    hotshoe.resources().put(MACHINE);
    return hotshoe;
  }

  private Path home() throws IOException {
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("deploy"));
    return home;
  }

  /** A host in which the extension has found its interpreters, which are looked for meanwhile. */
  private static Hotshoe start(Path home) {
    Hotshoe hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (find(hotshoe).state() != ExtensionState.ACTIVE && System.nanoTime() < end) {
      LockSupport.parkNanos(5_000_000);
    }
    return hotshoe;
  }

  private static Extension find(Hotshoe hotshoe) {
    return hotshoe.extensions().find(new ExtensionName("paper-machines")).orElseThrow();
  }

  /** The extension as somebody packs it who wants the other program, or another folder. */
  private Path zip(String program) throws IOException {
    Path archive = folder.resolve("paper.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
        Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        String text = Files.readString(file);
        zip.write(
            (file.endsWith("manifest.yaml") ? edited(text, program) : text)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  private String edited(String manifest, String program) {
    return manifest
        .replace("path: machines.sh", "path: " + program)
        .replace("language: bash\n  orch", "language: " + language(program) + "\n  orch")
        .replace("/var/tmp/paper-machines", folder.resolve("papers").toString());
  }

  private static String language(String program) {
    return program.endsWith(".py") ? "python" : "bash";
  }

  private static Succeeded succeed(Hotshoe hotshoe, String operation, Map<String, ?> arguments) {
    TaskOutcome outcome = call(hotshoe, operation, arguments, Caller.HOST);
    return assertInstanceOf(Succeeded.class, outcome, () -> operation + ": " + outcome);
  }

  private static TaskOutcome call(
      Hotshoe hotshoe, String operation, Map<String, ?> arguments, Caller caller) {
    return hotshoe
        .operations()
        .call(
            CallRequest.of("paper-machines." + operation, arguments).by(caller).on(MACHINE.ref()));
  }
}
