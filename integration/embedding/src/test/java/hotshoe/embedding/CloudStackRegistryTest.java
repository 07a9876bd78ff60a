package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.BytesValue;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of CloudStack extensions through the catalogue, in an assembled host. */
class CloudStackRegistryTest {

  private static final Caller ADA = new Caller("ada", Set.of("pool-admin"), "http");
  private static final Caller ULLA = new Caller("ulla", Set.of("user"), "http");
  private static final String CLUSTER = "Cluster:c-1";
  private static final Ref MACHINE = new Ref("VirtualMachine", "vm-1");

  /** Writes down what it was asked to do, and tells what it was given. */
  private static final String PROGRAM = "#!/bin/sh\necho \"$1\" >> '%s'\ncat \"$2\"\n";

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() {
    hotshoe =
        Hotshoe.builder()
            .home(home)
            .option("gateway.port", 0)
            .option("sources.programs", home.resolve("programs").toString())
            .start();
    hotshoe
        .resources()
        .putAll(
            List.of(
                Resource.of("Cluster", "c-1", "one"),
                Resource.of("PhysicalNetwork", "p-1", "copper"),
                Resource.of("Host", "h-1", "alpha").with("cluster", Detail.visible("c-1")),
                Resource.of("VirtualMachine", "vm-1", "web").with("host", Detail.visible("h-1"))));
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  @Test
  @Proves({"CS-1", "CS-5"})
  void aNameAndATypeMakeAnEnabledExtensionWithAScaffoldThatIsReady() throws IOException {
    Map<?, ?> made = done("cloudstack-register", "name", "My Ext!", "type", "Orchestrator");
    assertEquals("Enabled", made.get("state"));
    assertEquals(true, made.get("isuserdefined"));
    assertEquals("my_ext_/my_ext_.sh", made.get("path"));
    assertEquals(true, made.get("pathready"));
    assertEquals(ExtensionState.ACTIVE, state("my_ext_"));
    try (Stream<Path> versions = Files.list(home.resolve("data/files/my_ext_"))) {
      Path scaffold = versions.findFirst().orElseThrow().resolve("my_ext_.sh");
      assertTrue(Files.isExecutable(scaffold), scaffold::toString);
    }
    hotshoe.resources().update(MACHINE, it -> it.without("host"));
    assertInstanceOf(Succeeded.class, on(MACHINE, "my_ext_.start", ADA));
  }

  @Test
  @Proves({"CS-3", "CS-4", "CS-9"})
  void aTypeAStateOrAFlagThatCannotBeIsRefusedAndOneMadeDisabledIsNotReady() {
    String type = refused("cloudstack-register", "name", "x", "type", "Orchestra");
    assertTrue(type.contains("Orchestrator") && type.contains("NetworkOrchestrator"), type);
    String state = refused("cloudstack-register", "name", "x", "state", "enabled");
    assertTrue(state.contains("Enabled") && state.contains("Disabled"), state);
    String prepare =
        refused(
            "cloudstack-register",
            "name",
            "x",
            "type",
            "NetworkOrchestrator",
            "requiresPrepareVm",
            true);
    assertTrue(prepare.contains("goes with the type Orchestrator only"), prepare);
    assertEquals(List.of(), list());
    Map<?, ?> off = done("cloudstack-register", "name", "off", "state", "Disabled");
    assertEquals("Disabled", off.get("state"));
    assertEquals(false, off.get("pathready"));
    assertEquals(ExtensionState.DISABLED, state("off"));
    Map<?, ?> on = done("cloudstack-update", "extension", "off", "state", "Enabled");
    assertEquals(List.of("Enabled", true), List.of(on.get("state"), on.get("pathready")));
  }

  @Test
  @Proves({"CS-10", "CS-12", "CS-13"})
  void anUpdateReplacesVisibleDetailsKeepsHiddenOnesAndLeavesNameTypeAndPathAlone() {
    register("racks", "details", Map.of("a", "1"), "reservedresourcedetails", "vmid,node");
    done("cloudstack-update", "extension", "racks", "requiresPrepareVm", true);
    Map<?, ?> updated =
        done(
            "cloudstack-update",
            "extension",
            "racks",
            "description",
            "",
            "details",
            Map.of("b", "2"));
    assertEquals(Optional.of(Map.of("b", "2")), updated.get("details"));
    assertEquals("", updated.get("description"));
    assertEquals(true, updated.get("orchestratorrequirespreparevm"));
    assertTrue(manifest("racks").contains("reservedresourcedetails: \"vmid,node\""));
    Map<?, ?> emptied =
        done(
            "cloudstack-update",
            "extension",
            "racks",
            "cleanupdetails",
            true,
            "details",
            Map.of("c", "3"));
    assertEquals(Optional.of(Map.of()), emptied.get("details"));
    assertTrue(manifest("racks").contains("reservedresourcedetails: \"vmid,node\""));
    String payload = told(on(MACHINE, "racks.start", ADA));
    for (String shown : List.of(emptied.toString(), list().toString(), payload)) {
      assertFalse(shown.contains("vmid"), shown);
    }
    for (String fixed : List.of("name", "type", "path")) {
      String refusal = refused("cloudstack-update", "extension", "racks", fixed, "other");
      assertTrue(refusal.contains("HS-OPERATION-008"), refusal);
    }
    assertTrue(refused("cloudstack-update", "extension", "racks").contains("CLOUDSTACK-037"));
    String huge = refused("cloudstack-register", "name", "x".repeat(10_000_000));
    assertTrue(huge.length() < 1000, huge);
    assertTrue(refused("cloudstack-register", "name", "a\u001b[2J").contains("OPERATION-008"));
  }

  @Test
  @Proves("CS-16")
  void extensionsAreListedByWhatTheyAreAndInAsMuchDetailAsAskedFor() {
    register("racks", "name", "Big Racks", "details", Map.of("a", "1"));
    register("wires", "type", "NetworkOrchestrator");
    done("cloudstack-map", "extension", "Big Racks", "resource", CLUSTER);
    assertEquals(List.of("big_racks", "wires"), ids());
    assertEquals(List.of("big_racks"), ids("name", "Big Racks"));
    assertEquals(List.of(), ids("name", "big racks"));
    assertEquals(List.of("big_racks"), ids("id", "big_racks"));
    assertEquals(List.of("big_racks"), ids("keyword", "RACK"));
    assertEquals(List.of("wires"), ids("type", "NetworkOrchestrator"));
    assertEquals(List.of("big_racks"), ids("resource", CLUSTER));
    assertEquals("[true, true]", parts("details", "all"));
    assertEquals("[false, true]", parts("details", "resource"));
    assertEquals("[true, false]", parts("details", "external"));
    assertEquals("[false, false]", parts("details", "min"));
    String refusal = refused("cloudstack-list", "details", "resources");
    assertTrue(refusal.contains("resource"), refusal);
  }

  @Test
  @Proves("CS-14")
  void whatIsInUseIsNotDeletedAndTheMessageCountsTheActions() throws IOException {
    register("racks");
    done("cloudstack-map", "extension", "racks", "resource", CLUSTER);
    done("cloudstack-add-action", "extension", "racks", "name", "one");
    done("cloudstack-add-action", "extension", "racks", "name", "two");
    hotshoe
        .resources()
        .put(Resource.of("Template", "t-1", "small").runBy(new ExtensionName("racks")));
    String refusal = refused("cloudstack-delete", "extension", "racks", "cleanup", true);
    assertTrue(refusal.contains("1 resource is mapped to it: Cluster:c-1"), refusal);
    assertTrue(refusal.contains("2 custom actions"), refusal);
    assertTrue(refusal.contains("1 template is for it: Template:t-1"), refusal);
    done("cloudstack-unmap", "extension", "racks", "resource", CLUSTER);
    done("cloudstack-remove-action", "extension", "racks", "name", "one");
    hotshoe.resources().remove(new Ref("Template", "t-1"));
    String last = refused("cloudstack-delete", "extension", "racks");
    assertTrue(last.contains("1 custom action;") || last.contains("1 custom action "), last);
    assertEquals(ExtensionState.ACTIVE, state("racks"));
    try (var archive = archive("racks")) {
      Files.createDirectories(home.resolve("deploy"));
      Files.copy(archive, home.resolve("racks.zip"));
    }
    done("cloudstack-remove-action", "extension", "racks", "name", "two");
    done("cloudstack-delete", "extension", "racks", "cleanup", true);
    Files.move(home.resolve("racks.zip"), home.resolve("deploy/racks.zip"));
    CloudStackHost host = new CloudStackHost(home, hotshoe);
    host.await("the archive", () -> list().size() == 1);
    assertEquals(false, ((Map<?, ?>) list().get(0)).get("isuserdefined"));
    String builtIn = refused("cloudstack-delete", "extension", "racks");
    assertTrue(builtIn.contains("HS-CLOUDSTACK-040"), builtIn);
  }

  @Test
  @Proves("CS-15")
  void deletingWithCleanUpLeavesNothingAndWithoutItTheFilesStay() throws IOException {
    String program = PROGRAM.formatted(home.resolve("asked"));
    register("racks", "program", bytes(program));
    hotshoe.resources().update(MACHINE, it -> it.without("host"));
    assertInstanceOf(Succeeded.class, on(MACHINE, "racks.start", ADA));
    Path own = Files.createDirectories(home.resolve("data/own/racks"));
    Files.writeString(own.resolve("state"), "kept");
    Map<?, ?> deleted = done("cloudstack-delete", "extension", "racks");
    assertTrue(hotshoe.extensions().find(new ExtensionName("racks")).isEmpty());
    Path kept = home.resolve("data").resolve((String) value(deleted.get("kept")));
    assertEquals("kept", Files.readString(own.resolve("state")));
    hotshoe.extensions().install(kept);
    assertInstanceOf(Succeeded.class, on(MACHINE, "racks.stop", ADA));
    assertEquals(List.of("create", "stop"), Files.readAllLines(home.resolve("asked")));
    Map<?, ?> gone = done("cloudstack-delete", "extension", "racks", "cleanup", true);
    assertEquals(Optional.empty(), gone.get("kept"));
    assertFalse(Files.exists(own));
    assertFalse(Files.exists(home.resolve("data/files/racks")));
    try (Stream<Path> payloads = Files.walk(home.resolve("data/payloads"))) {
      assertEquals(List.of(), payloads.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  @Proves("CS-20")
  void aClusterHasOneExtensionAndASecondAndAForeignRegistrationAreToldApart() {
    register("racks");
    register("other");
    register("wires", "type", "NetworkOrchestrator");
    register("cables", "type", "NetworkOrchestrator");
    Map<?, ?> mapped = done("cloudstack-map", "extension", "racks", "resource", "cluster:c-1");
    assertEquals(new Ref("Cluster", "c-1"), mapped.get("resource"));
    assertEquals("one", mapped.get("name"));
    String same = refused("cloudstack-map", "extension", "racks", "resource", CLUSTER);
    String foreign = refused("cloudstack-map", "extension", "other", "resource", CLUSTER);
    assertTrue(same.contains("HS-CLOUDSTACK-034") && same.contains("already"), same);
    assertTrue(foreign.contains("HS-CLOUDSTACK-035") && foreign.contains("'racks'"), foreign);
    String network = "PhysicalNetwork:p-1";
    done("cloudstack-map", "extension", "wires", "resource", network);
    done("cloudstack-map", "extension", "cables", "resource", network);
    String again = refused("cloudstack-map", "extension", "wires", "resource", network);
    assertTrue(again.contains("HS-CLOUDSTACK-034"), again);
    assertEquals(3, rows("cloudstack-list-mappings").size());
    assertEquals(2, rows("cloudstack-list-mappings", "resource", network).size());
    String type = refused("cloudstack-map", "extension", "racks", "resource", network);
    assertTrue(type.contains("HS-CLOUDSTACK-033"), type);
    String kind = refused("cloudstack-map", "extension", "racks", "resource", "Host:h-1");
    assertTrue(kind.contains("HS-CLOUDSTACK-032"), kind);
    String unknown = refused("cloudstack-map", "extension", "rack", "resource", CLUSTER);
    assertTrue(unknown.contains("did you mean racks?"), unknown);
    String none = refused("cloudstack-map", "extension", "racks", "resource", "Cluster:c-9");
    assertTrue(none.contains("HS-RESOURCE"), none);
  }

  @Test
  @Proves({"CS-21", "CS-22"})
  void aMappingHasDetailsOfItsOwnOfWhichSecretsAreNeverListed() {
    register("racks");
    String absent =
        refused(
            "cloudstack-update-mapping",
            "extension",
            "racks",
            "resource",
            CLUSTER,
            "details",
            Map.of("url", "v"));
    assertTrue(absent.contains("HS-CLOUDSTACK-036"), absent);
    Map<String, String> details =
        Map.of("url", "u", "Password", "s3cret", "SSHKEY", "k3y", "User", "root");
    List<Object> shown = new ArrayList<>();
    shown.add(
        done("cloudstack-map", "extension", "racks", "resource", CLUSTER, "details", details));
    Map<?, ?> updated =
        done(
            "cloudstack-update-mapping",
            "extension",
            "racks",
            "resource",
            CLUSTER,
            "details",
            Map.of("url", "v", "password", "s4cret"));
    assertEquals(Map.of("url", "v"), updated.get("details"));
    shown.add(updated);
    shown.add(rows("cloudstack-list-mappings", "extension", "racks"));
    shown.add(list());
    Ref mapping = new Ref("ExtensionMapping", "Cluster/c-1");
    shown.add(hotshoe.resources().as(ADA).require(mapping));
    assertFalse(shown.toString().matches("(?s).*(s3cret|s4cret|k3y).*"), shown::toString);
    Resource stored = hotshoe.resources().require(mapping);
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> hotshoe.resources().as(ADA).put(stored.runByNobody()),
            "mappings are changed by their operations only");
    assertEquals("HS-RESOURCE-010", refusal.problems().get(0).code());
    assertEquals(Optional.of("s4cret"), stored.reveal("password"));
    assertEquals(Optional.of("k3y"), stored.reveal("SSHKEY"));
    assertEquals(Optional.empty(), stored.reveal("Password"));
    Map<?, ?> cleared =
        done(
            "cloudstack-update-mapping",
            "extension",
            "racks",
            "resource",
            CLUSTER,
            "cleanupdetails",
            true);
    assertEquals(Map.of(), cleared.get("details"));
    assertEquals(updated.get("created"), cleared.get("created"));
    assertEquals(Optional.empty(), hotshoe.resources().require(mapping).reveal("password"));
    String own =
        refused(
            "cloudstack-update-mapping",
            "extension",
            "racks",
            "resource",
            CLUSTER,
            "details",
            Map.of("hotshoe.created", "never"));
    assertTrue(own.contains("HS-CLOUDSTACK-038"), own);
  }

  @Test
  @Proves("CS-23")
  void unmappingTakesTheDetailsAlongAndAProviderInUseStays() {
    register("racks");
    register("wires", "type", "NetworkOrchestrator");
    Object nothing = done("cloudstack-unmap", "extension", "racks", "resource", CLUSTER);
    assertEquals(Map.of("removed", false), nothing);
    assertEquals(nothing, done("cloudstack-unmap", "extension", "no", "resource", "Cluster:c-9"));
    done("cloudstack-map", "extension", "racks", "resource", CLUSTER, "details", Map.of("a", "b"));
    assertEquals(nothing, done("cloudstack-unmap", "extension", "wires", "resource", CLUSTER));
    assertEquals(
        Map.of("removed", true),
        done("cloudstack-unmap", "extension", "racks", "resource", CLUSTER));
    assertEquals(List.of(), hotshoe.resources().list("ExtensionMapping"));
    String physical = "PhysicalNetwork:p-1";
    done("cloudstack-map", "extension", "wires", "resource", physical);
    Resource network =
        Resource.of("Network", "n-1", "blue").with("physicalnetwork", Detail.visible("p-1"));
    hotshoe.resources().put(network.with("provider", Detail.visible("wires")));
    String inUse = refused("cloudstack-unmap", "extension", "wires", "resource", physical);
    assertTrue(inUse.contains("HS-CLOUDSTACK-039") && inUse.contains("Network:n-1"), inUse);
    hotshoe.resources().put(network.with("provider", Detail.visible("cables")));
    assertEquals(
        Map.of("removed", true),
        done("cloudstack-unmap", "extension", "wires", "resource", physical));
  }

  @Test
  @Proves("CS-46")
  void anActionMadeByHandIsDisabledForMachinesForAdminAloneAndHasThreeSeconds() {
    register("racks");
    done("cloudstack-add-action", "extension", "racks", "name", "Blink");
    Map<?, ?> action = (Map<?, ?>) rows("cloudstack-list-actions").get(0);
    assertEquals("racks.Blink", action.get("id"));
    assertEquals(false, action.get("enabled"));
    assertEquals(Optional.of("VirtualMachine"), action.get("resourcetype"));
    assertEquals(List.of("Admin"), action.get("allowedroletypes"));
    assertEquals(3L, action.get("timeout"));
  }

  @Test
  void anActionIsChangedInPartAndListedByWhatItIs() {
    register("racks");
    String reserved = refused("cloudstack-add-action", "extension", "racks", "name", "Stop");
    assertTrue(reserved.contains("HS-MANIFEST-014"), reserved);
    assertFalse(reserved.contains("racks.zip") || reserved.contains("archive"), reserved);
    register("other");
    done(
        "cloudstack-add-action",
        "extension",
        "racks",
        "name",
        "Blink",
        "description",
        "Lets it blink",
        "details",
        Map.of("a", "1"),
        "parameters",
        List.of(Map.of("name", "times", "type", "NUMBER")));
    done("cloudstack-add-action", "extension", "other", "name", "Beep", "enabled", true);
    Map<?, ?> updated =
        done(
            "cloudstack-update-action",
            "extension",
            "racks",
            "name",
            "Blink",
            "description",
            "",
            "allowedroletypes",
            List.of("User"),
            "parameters",
            List.of(Map.of("name", "word", "type", "STRING")));
    assertEquals("", updated.get("description"), "a blank description clears it");
    assertEquals(List.of("Admin", "User"), updated.get("allowedroletypes"));
    assertEquals(Map.of("a", "1"), updated.get("details"));
    assertTrue(updated.get("parameters").toString().contains("word"));
    assertFalse(updated.get("parameters").toString().contains("times"));
    Map<?, ?> cleaned =
        done(
            "cloudstack-update-action",
            "extension",
            "racks",
            "name",
            "Blink",
            "cleanupdetails",
            true,
            "cleanupparameters",
            true);
    assertEquals(
        List.of(Map.of(), List.of()), List.of(cleaned.get("details"), cleaned.get("parameters")));
    String near =
        refused("cloudstack-update-action", "extension", "racks", "name", "Blnk", "timeout", 5);
    assertTrue(near.contains("did you mean Blink?"), near);
    assertEquals(List.of("Beep", "Blink"), names(ADA));
    assertEquals(List.of("Blink"), names(ADA, "enabled", false), "false really filters false");
    assertEquals(List.of("Beep"), names(ADA, "enabled", true));
    assertEquals(List.of("Blink"), names(ADA, "extension", "racks"));
    assertEquals(List.of("Blink"), names(ADA, "keyword", "LIN"));
    assertEquals(List.of("Beep", "Blink"), names(ADA, "resourcetype", "virtualmachine"));
    assertEquals(List.of(), names(ADA, "resourcetype", "Vpc"));
    assertEquals(List.of("Blink"), names(ULLA), "what may not be run is not listed");
    String nobody = refused("cloudstack-list-actions", "resource", MACHINE.toString());
    assertTrue(nobody.contains("HS-CLOUDSTACK-045"), nobody);
    done("cloudstack-map", "extension", "other", "resource", CLUSTER);
    assertEquals(List.of("Beep"), names(ADA, "resource", MACHINE.toString()));
  }

  @Test
  @Proves("CS-54")
  void whatMayNotBeRunIsRefusedAndTheScriptIsNotStarted() {
    Path asked = home.resolve("asked");
    register("racks", "program", bytes(PROGRAM.formatted(asked)));
    register("other");
    for (String name : List.of("on", "off")) {
      done(
          "cloudstack-add-action",
          "extension",
          "racks",
          "name",
          name,
          "enabled",
          name.equals("on"),
          "timeout",
          20,
          "allowedroletypes",
          List.of("User"));
    }
    assertTrue(told(on(MACHINE, "racks.off", ADA)).contains("HS-CLOUDSTACK-002"));
    assertTrue(told(on(new Ref("Host", "h-1"), "racks.on", ADA)).contains("HS-OPERATION-011"));
    assertTrue(told(on(new Ref("VirtualMachine", "x"), "racks.on", ADA)).contains("OPERATION-012"));
    hotshoe.resources().update(MACHINE, it -> it.with("usable-by", Detail.visible("ann")));
    assertTrue(told(on(MACHINE, "racks.on", ULLA)).contains("HS-OPERATION-026"));
    hotshoe.resources().update(MACHINE, it -> it.without("usable-by"));
    done("cloudstack-map", "extension", "other", "resource", CLUSTER);
    String foreign = told(on(MACHINE, "racks.on", ULLA));
    assertTrue(foreign.contains("HS-CLOUDSTACK-046") && foreign.contains("other"), foreign);
    assertTrue(told(on(MACHINE, "racks.start", ULLA)).contains("HS-CLOUDSTACK-046"));
    done("cloudstack-unmap", "extension", "other", "resource", CLUSTER);
    done("cloudstack-update", "extension", "racks", "state", "Disabled");
    assertTrue(told(on(MACHINE, "racks.on", ULLA)).contains("HS-OPERATION-006"));
    assertFalse(Files.exists(asked), "no script was started");
    done("cloudstack-update", "extension", "racks", "state", "Enabled");
    done("cloudstack-map", "extension", "racks", "resource", CLUSTER);
    assertInstanceOf(Succeeded.class, on(MACHINE, "racks.on", ULLA));
    assertTrue(Files.exists(asked));
  }

  @Test
  @Proves("CS-68")
  void everyChangeAndEveryRunLeavesItsEventWithWhoAndWhat() {
    done("cloudstack-register", "name", "racks");
    done("cloudstack-update", "extension", "racks", "description", "new");
    done(
        "cloudstack-add-action", "extension", "racks", "name", "go", "enabled", true, "timeout", 9);
    done("cloudstack-update-action", "extension", "racks", "name", "go", "description", "x");
    done("cloudstack-map", "extension", "racks", "resource", CLUSTER);
    done(
        "cloudstack-update-mapping",
        "extension",
        "racks",
        "resource",
        CLUSTER,
        "cleanupdetails",
        true);
    on(MACHINE, "racks.go", ADA);
    refused("cloudstack-delete", "extension", "racks");
    done("cloudstack-unmap", "extension", "racks", "resource", CLUSTER);
    done("cloudstack-remove-action", "extension", "racks", "name", "go");
    done("cloudstack-delete", "extension", "racks");
    refused("cloudstack-import", "manifesturl", "http://localhost:1/manifest.yaml");
    assertEquals(
        """
        EXTENSION.CREATE racks ok
        EXTENSION.UPDATE racks ok
        EXTENSION.CUSTOM.ACTION.ADD racks.go ok
        EXTENSION.CUSTOM.ACTION.UPDATE racks.go ok
        EXTENSION.RESOURCE.REGISTER racks Cluster:c-1 ok
        EXTENSION.RESOURCE.UPDATE racks Cluster:c-1 ok
        CUSTOM.ACTION racks.go VirtualMachine:vm-1 failed
        EXTENSION.DELETE racks failed
        EXTENSION.RESOURCE.UNREGISTER racks Cluster:c-1 ok
        EXTENSION.CUSTOM.ACTION.DELETE racks.go ok
        EXTENSION.DELETE racks ok
        EXTENSION.CREATE http://localhost:1/manifest.yaml failed
        """,
        events().stream()
            .map(entry -> entry.action() + " " + entry.subject() + " " + entry.outcome() + "\n")
            .collect(Collectors.joining()));
    for (AuditEntry event : events()) {
      assertEquals("ada http", event.caller() + " " + event.door());
      assertFalse(event.task().isEmpty(), event::toString);
    }
  }

  @Test
  void aRemoteCallerNamesNoFileOfTheMachineButBelowTheFolderForThem() throws IOException {
    Path secret = Files.writeString(home.resolve("secret.sh"), "#!/bin/sh\necho secret\n");
    Path folder = Files.createDirectories(home.resolve("programs"));
    Files.writeString(folder.resolve("good.sh"), "#!/bin/sh\n");
    Files.createSymbolicLink(folder.resolve("link.sh"), secret);
    for (Object path :
        List.of(
            secret,
            folder.resolve("../secret.sh"),
            folder.resolve("link.sh"),
            home.resolve("none"),
            "\u0000")) {
      String refusal = refused("cloudstack-register", "name", "x", "path", path.toString());
      assertTrue(refusal.contains("HS-CLOUDSTACK-047"), refusal);
      assertFalse(refusal.contains(home.toString()), refusal);
    }
    done("cloudstack-register", "name", "good", "path", folder.resolve("good.sh").toString());
    Caller local = new Caller("root", Set.of("pool-admin"), "shell");
    TaskOutcome outcome =
        call(local, "cloudstack-register", "name", "local", "path", secret.toString());
    assertInstanceOf(Succeeded.class, outcome, outcome::toString);
    assertTrue(
        told(call(local, "cloudstack-register", "name", "y", "path", home.toString()))
            .contains("HS-CLOUDSTACK-011"));
  }

  private List<AuditEntry> events() {
    return hotshoe.audit().tail(1000).stream()
        .filter(entry -> entry.action().matches("(EXTENSION\\.|CUSTOM\\.ACTION).*"))
        .toList();
  }

  private void register(String name, Object... more) {
    Map<String, Object> arguments = new java.util.HashMap<>(arguments(more));
    arguments.putIfAbsent("name", name);
    hotshoe
        .operations()
        .call(CallRequest.of("cloudstack-register", arguments).by(ADA))
        .orElseThrow();
  }

  private static BytesValue bytes(String program) {
    return BytesValue.of(program.getBytes(StandardCharsets.UTF_8));
  }

  private java.io.InputStream archive(String name) throws IOException {
    return hotshoe
        .require(hotshoe.extension.Installer.class)
        .export(new ExtensionName(name))
        .orElseThrow()
        .bytes();
  }

  private String manifest(String name) {
    try (var zip = new java.util.zip.ZipInputStream(archive(name))) {
      zip.getNextEntry();
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private ExtensionState state(String name) {
    return hotshoe.extensions().find(new ExtensionName(name)).orElseThrow().state();
  }

  private List<?> list() {
    return rows("cloudstack-list");
  }

  private List<String> ids(Object... filter) {
    return rows("cloudstack-list", filter).stream()
        .map(row -> (String) ((Map<?, ?>) row).get("id"))
        .toList();
  }

  /** Whether details and resources of the first extension are told. */
  private String parts(Object... filter) {
    Map<?, ?> first = (Map<?, ?>) rows("cloudstack-list", filter).get(0);
    return Stream.of("details", "resources")
        .map(part -> value(first.get(part)) != null)
        .toList()
        .toString();
  }

  private List<String> names(Caller caller, Object... filter) {
    Succeeded done =
        assertInstanceOf(Succeeded.class, call(caller, "cloudstack-list-actions", filter));
    return ((List<?>) done.result())
        .stream().map(row -> (String) ((Map<?, ?>) row).get("name")).toList();
  }

  private List<?> rows(String operation, Object... arguments) {
    TaskOutcome outcome = call(ADA, operation, arguments);
    return (List<?>) assertInstanceOf(Succeeded.class, outcome, outcome::toString).result();
  }

  private Map<?, ?> done(String operation, Object... arguments) {
    TaskOutcome outcome = call(ADA, operation, arguments);
    return (Map<?, ?>) assertInstanceOf(Succeeded.class, outcome, outcome::toString).result();
  }

  private String refused(String operation, Object... arguments) {
    TaskOutcome outcome = call(ADA, operation, arguments);
    assertFalse(outcome instanceof Succeeded, outcome::toString);
    return told(outcome);
  }

  private TaskOutcome call(Caller caller, String operation, Object... arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments(arguments)).by(caller));
  }

  private TaskOutcome on(Ref resource, String operation, Caller caller) {
    return hotshoe.operations().call(CallRequest.of(operation, Map.of()).by(caller).on(resource));
  }

  private static String told(TaskOutcome outcome) {
    return outcome instanceof Succeeded done
        ? done.result().toString()
        : outcome.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n"));
  }

  private static Object value(Object optional) {
    return optional instanceof Optional<?> some ? some.orElse(null) : optional;
  }

  private static Map<String, Object> arguments(Object... pairs) {
    Map<String, Object> arguments = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put((String) pairs[i], pairs[i + 1]);
    }
    return arguments;
  }
}
