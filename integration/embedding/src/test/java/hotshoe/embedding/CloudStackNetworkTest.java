package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A NetworkOrchestrator in an assembled host: a script that notes what it is asked. */
class CloudStackNetworkTest {

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: sdn
        displayName: Wires
        description: Networks that are files.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: NetworkOrchestrator
        compatibility: {cloudstack: {minVersion: 4.23.0}}
        entrypoint: {path: sdn.sh, language: bash}
        details:
          network.services: Firewall, PortForwarding, Teleport
          network.service.capabilities: '{"PortForwarding": {"SupportedProtocols": "tcp"}}'
      customActions:
        - name: flush
          enabled: true
          timeout: 20
          resourcetype: Network
          successmessage: "{{actionName}} of {{resourceName}} is done"
          parameters: [{name: all, type: BOOLEAN}]
        - {name: either, enabled: true, timeout: 20}
        - {name: hang, enabled: true, timeout: 1, resourcetype: Vpc}
      """;

  /** What it says of the device, and how it ends, stand in files beside its notes. */
  private static final String PROGRAM =
      """
      #!/bin/bash
      notes='NOTES'
      echo "$# $1 $3" >> "$notes/asked"
      cp "$2" "$notes/$1.json"
      case "$1" in
        ensure-network-device) cat "$notes/device"; exit "$(cat "$notes/code")";;
        destroy-network) echo no >&2; exit 3;;
        custom-action)
          grep -q '"action":"hang"' "$2" && sleep 30
          printf '  flushed\\n\\n';;
      esac
      """;

  private static final Ref NETWORK = new Ref("Network", "42");
  private static final Ref VPC = new Ref("Vpc", "7");

  @TempDir Path home;
  private Path notes;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() throws IOException {
    notes = Files.createDirectories(home.resolve("notes"));
    device("{\"host\": \"a\"}", 0);
    Files.createDirectories(home.resolve("deploy"));
    Files.write(home.resolve("deploy/sdn.zip"), zip());
    hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
    Detail rack = Detail.visible("p1");
    List.of(
            Resource.of("PhysicalNetwork", "p1", "rack one"),
            Resource.of("ExtensionMapping", "PhysicalNetwork/p1/sdn", "sdn")
                .runBy(new ExtensionName("sdn"))
                .with("hosts", Detail.visible("192.0.2.1")),
            Resource.of("Network", "42", "office").with("physicalnetwork", rack),
            Resource.of("Vpc", "7", "shop").with("physicalnetwork", rack))
        .forEach(hotshoe.resources()::put);
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  @Test
  @Proves("CS-67")
  void itIsOfferedWithTheCommandsOfItsServicesAsFarAsItCanDoThem() {
    Extension sdn = hotshoe.extensions().find(new ExtensionName("sdn")).orElseThrow();
    assertEquals(ExtensionState.ACTIVE, sdn.state(), sdn::cause);
    List<String> offered =
        hotshoe.operations().list().stream()
            .map(operation -> operation.name().toString())
            .filter(name -> name.startsWith("sdn."))
            .toList();
    assertTrue(offered.contains("sdn.add-port-forward"), offered::toString);
    assertTrue(offered.contains("sdn.apply-fw-rules"), offered::toString);
    assertTrue(offered.stream().noneMatch(name -> name.contains("dns")), offered::toString);
    Map<String, Object> port =
        Map.of(
            "public_ip", "203.0.113.5",
            "public_port", "80",
            "private_ip", "10.0.0.9",
            "private_port", "80",
            "protocol", "udp");
    assertInstanceOf(Refused.class, call("sdn.add-port-forward", NETWORK, port));
  }

  @Test
  @Proves("CS-67")
  void theDeviceIsAskedForBeforeEachCommandAndItsAnswerIsSentBack() throws IOException {
    assertInstanceOf(Succeeded.class, call("sdn.implement-network", NETWORK, Map.of()));
    assertEquals(List.of("3 ensure-network-device 60", "3 implement-network 60"), asked());
    assertTrue(given("ensure-network-device").contains("\"current_details\":\"{}\""));
    assertTrue(
        given("implement-network")
            .startsWith(
                "{\"physical-network-extension-details\":{\"hosts\":\"192.0.2.1\","
                    + "\"physicalnetworkname\":\"rack one\"},"
                    + "\"network-extension-details\":{\"host\":\"a\"},\"payload\":{"),
        () -> given("implement-network"));
    device("{\"host\": \"b\", \"n\": 1}", 0);
    assertInstanceOf(Succeeded.class, call("sdn.apply-fw-rules", NETWORK, rules()));
    assertTrue(
        given("ensure-network-device")
            .contains("\"current_details\":\"{\\\"host\\\": \\\"a\\\"}\""),
        () -> given("ensure-network-device"));
    assertTrue(
        given("apply-fw-rules").contains("\"network-extension-details\":{\"host\":\"b\",\"n\":1}"));
    assertEquals(Optional.of("{\"host\": \"b\", \"n\": 1}"), remembered());
  }

  private static Map<String, Object> rules() {
    return Map.of("rules", List.of(Map.of("type", "ingress", "protocol", "tcp")));
  }

  @Test
  @Proves("CS-67")
  void aDeviceThatIsNotNamedLeavesWhatWasKnown() throws IOException {
    call("sdn.implement-network", NETWORK, Map.of());
    for (String said : List.of("", "busy", "{}\n{}")) {
      device(said, 0);
      assertInstanceOf(Succeeded.class, call("sdn.implement-network", NETWORK, Map.of()));
      assertEquals(Optional.of("{\"host\": \"a\"}"), remembered());
    }
    device("{\"host\": \"c\"}", 1);
    assertInstanceOf(Succeeded.class, call("sdn.implement-network", NETWORK, Map.of()));
    assertTrue(given("implement-network").contains("{\"host\":\"a\"}"));
    assertEquals(Optional.of("{\"host\": \"a\"}"), remembered());
    Failed alone =
        assertInstanceOf(Failed.class, call("sdn.ensure-network-device", NETWORK, Map.of()));
    assertEquals("1", alone.details().get("exitcode"));
    device("{\"host\": \"d\"}", 0);
    Succeeded named =
        assertInstanceOf(Succeeded.class, call("sdn.ensure-network-device", NETWORK, Map.of()));
    assertEquals(Map.of("host", "d"), named.result());
    assertEquals(Optional.of("{\"host\": \"d\"}"), remembered());
  }

  @Test
  @Proves("CS-67")
  void whatIsShutDownIsForgottenAndAFailureIsNot() {
    call("sdn.implement-network", NETWORK, Map.of());
    Failed failed = assertInstanceOf(Failed.class, call("sdn.destroy-network", NETWORK, Map.of()));
    assertEquals("COMMAND_FAILED", failed.code());
    assertEquals("3", failed.details().get("exitcode"));
    assertEquals("no", failed.details().get("erroroutput"));
    assertTrue(remembered().isPresent());
    assertInstanceOf(Succeeded.class, call("sdn.shutdown-network", NETWORK, Map.of()));
    assertTrue(remembered().isEmpty());
  }

  @Test
  @Proves("CS-67")
  void aCustomActionHasItsKeysAtTheTopAndItsOutputIsToldWordForWord() throws IOException {
    Succeeded flushed =
        assertInstanceOf(Succeeded.class, call("sdn.flush", NETWORK, Map.of("all", true)));
    assertEquals("flush of office is done", flushed.message());
    assertEquals("  flushed\n\n", ((Map<?, ?>) flushed.result()).get("details"));
    assertEquals(List.of("3 ensure-network-device 60", "3 custom-action 20"), asked());
    assertEquals(
        "{'network_id':'42','action':'flush','action-params':{'all':true},"
            + "'physical-network-extension-details':{'hosts':'192.0.2.1',"
            + "'physicalnetworkname':'rack one'},'network-extension-details':{'host':'a'}}",
        given("custom-action").replace('"', '\''));
    TaskOutcome onVpc =
        hotshoe
            .operations()
            .call(CallRequest.of("sdn.either", Map.of("resource", "Vpc:7")).by(Caller.HOST));
    assertInstanceOf(Succeeded.class, onVpc);
    assertTrue(given("custom-action").contains("\"vpc_id\":\"7\""));
    TaskOutcome onRack =
        hotshoe
            .operations()
            .call(CallRequest.of("sdn.either", Map.of("resource", "PhysicalNetwork:p1")));
    assertTrue(sentences(onRack).contains("HS-CLOUDSTACK-096"), () -> sentences(onRack));
  }

  @Test
  void aNetworkThatAnotherExtensionServesIsLeftAlone() {
    Ref other = new Ref("Network", "43");
    hotshoe
        .resources()
        .put(
            Resource.of("Network", "43", "lab")
                .with("physicalnetwork", Detail.visible("p1"))
                .with("provider", Detail.visible("vnet")));
    hotshoe
        .resources()
        .put(
            Resource.of("ExtensionMapping", "PhysicalNetwork/p1/vnet", "vnet")
                .runBy(new ExtensionName("vnet")));
    assertInstanceOf(Failed.class, call("sdn.implement-network", other, Map.of()));
    assertInstanceOf(Succeeded.class, call("sdn.implement-network", NETWORK, Map.of()));
  }

  @Test
  @Proves("CS-67")
  void anActionThatTakesTooLongIsEndedAfterItsOwnLimit() {
    Failed ended = assertInstanceOf(Failed.class, call("sdn.hang", VPC, Map.of()));
    assertTrue(sentences(ended).contains("HS-PROCESS-"), () -> sentences(ended));
  }

  private TaskOutcome call(String operation, Ref target, Map<String, ?> arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments).on(target));
  }

  private Optional<String> remembered() {
    return hotshoe.resources().require(NETWORK).reveal("extension.details.sdn");
  }

  private void device(String said, int code) throws IOException {
    Files.writeString(notes.resolve("device"), said);
    Files.writeString(notes.resolve("code"), code + "\n");
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(notes.resolve("asked"));
  }

  private String given(String word) {
    try {
      return Files.readString(notes.resolve(word + ".json"));
    } catch (IOException nothing) {
      throw new AssertionError(word + " was not asked", nothing);
    }
  }

  private static String sentences(TaskOutcome outcome) {
    return outcome.problems().stream().map(Problem::sentence).toList().toString();
  }

  private byte[] zip() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("sdn.sh"));
      zip.write(PROGRAM.replace("NOTES", notes.toString()).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
