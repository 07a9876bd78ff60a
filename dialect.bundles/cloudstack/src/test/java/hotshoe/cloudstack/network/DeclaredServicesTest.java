package hotshoe.cloudstack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a NetworkOrchestrator says it can do, and what comes of it. */
class DeclaredServicesTest {

  @Test
  @Proves("CS-67")
  void onlyTheCommandsOfDeclaredServicesAreOffered() {
    assertEquals(
        "destroy-network ensure-network-device implement-network implement-vpc restore-network"
            + " shutdown-network shutdown-vpc update-vpc-source-nat-ip",
        words(""));
    assertEquals(
        words("") + " add-dns-entry config-dns-subnet remove-dns-subnet", words(" Dns ,Vpn,"));
    Set<String> all = new TreeSet<>(List.of(words(everyService()).split(" ")));
    all.add(NetworkCommands.CUSTOM_ACTION);
    assertEquals(all, new TreeSet<>(NetworkCommands.reserved()));
    assertEquals(31, all.size());
  }

  private static String everyService() {
    return String.join(",", NetworkService.words());
  }

  /** Those of the network itself first, each group by name. */
  private static String words(String services) {
    return NetworkCommands.of(DeclaredServices.of(Map.of(DeclaredServices.SERVICES, services)))
        .stream()
        .sorted(
            (a, b) ->
                a.services().isEmpty() == b.services().isEmpty()
                    ? a.word().compareTo(b.word())
                    : Boolean.compare(b.services().isEmpty(), a.services().isEmpty()))
        .map(NetworkCommand::word)
        .collect(Collectors.joining(" "));
  }

  @Test
  @Proves("CS-67")
  void aServiceThatIsUnknownIsLeftOutWithAWarningThatNamesTheNearest() {
    DeclaredServices services =
        DeclaredServices.of(
            Map.of(
                DeclaredServices.SERVICES, "Dns,Firewal,Teleport",
                DeclaredServices.CAPABILITIES, "{\"Dnss\": {}}"));
    assertEquals(Set.of(NetworkService.DNS), services.services());
    assertEquals(
        List.of(Severity.WARNING, Severity.WARNING, Severity.WARNING),
        services.problems().stream().map(Problem::severity).toList());
    assertEquals("write Firewall if that is meant", services.problems().get(0).advice());
    assertEquals("write Dns if that is meant", services.problems().get(2).advice());
  }

  @Test
  @Proves("CS-67")
  void whatAnExtensionCanDoOfAServiceIsWhatItsCommandsTake() {
    DeclaredServices services =
        DeclaredServices.of(
            Map.of(
                DeclaredServices.SERVICES,
                "PortForwarding,Lb",
                DeclaredServices.CAPABILITIES,
                "{\"PortForwarding\": {\"SupportedProtocols\": \"udp, sctp,udp\"},"
                    + "\"Lb\": {\"SupportedLBAlgorithms\": \"source\"}}"));
    assertEquals(List.of("udp", "sctp"), choices(services, "add-port-forward", "protocol"));
    assertEquals(List.of("source"), choices(services, "apply-lb-rules", "algorithm"));
    assertEquals(
        List.of("tcp", "udp", "tcp-proxy"), choices(services, "apply-lb-rules", "protocol"));
  }

  @Test
  @Proves("CS-67")
  void aProtocolGoesThroughTheFirewallInTheDirectionsThatAreDeclaredForIt() {
    DeclaredServices services =
        DeclaredServices.of(
            Map.of(
                DeclaredServices.SERVICES,
                "Firewall",
                DeclaredServices.CAPABILITIES,
                "{\"Firewall\": {\"SupportedProtocols\": \"tcp\","
                    + "\"SupportedEgressProtocols\": \"all\"}}"));
    assertEquals(List.of("tcp", "all"), choices(services, "apply-fw-rules", "protocol"));
    NetworkCommand command = NetworkCommands.find(services, "apply-fw-rules").orElseThrow();
    List<Map<String, String>> rules =
        List.of(
            Map.of("type", "ingress", "protocol", "tcp"),
            Map.of("type", "egress", "protocol", "tcp"),
            Map.of("type", "egress", "protocol", "all"),
            Map.of("type", "ingress", "protocol", "all"));
    assertEquals(
        List.of("rules[1].protocol: no egress for tcp", "rules[3].protocol: no ingress for all"),
        NetworkCommands.faults(services, command, Map.of("rules", rules)).stream()
            .map(Problem::what)
            .toList());
  }

  @Test
  void capabilitiesThatCannotBeReadAreAnError() {
    for (String text :
        List.of(
            "{",
            "[]",
            "{\"Lb\": 1}",
            "{\"Lb\": null}",
            "{\"Lb\": {\"a\": null}}",
            "x",
            "{\"Lb\": {\"a\": {}}}",
            "[".repeat(100_000))) {
      List<Problem> problems =
          DeclaredServices.of(Map.of(DeclaredServices.CAPABILITIES, text)).problems();
      assertEquals(1, problems.size(), text);
      assertEquals("HS-CLOUDSTACK-091", problems.get(0).code());
      assertEquals(Severity.ERROR, problems.get(0).severity());
    }
  }

  @TestFactory
  Stream<DynamicTest> theDocumentOfHomeIsUnderstood() throws IOException {
    return Samples.files("cloudstack", "capabilities.json").stream()
        .map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> understood(file)));
  }

  private static void understood(Path file) throws Exception {
    DeclaredServices services =
        DeclaredServices.of(
            Map.of(
                DeclaredServices.SERVICES, everyService(),
                DeclaredServices.CAPABILITIES, Files.readString(file)));
    assertEquals(List.of(), services.problems());
    assertEquals(10, services.capabilities().size());
    assertEquals(List.of("tcp", "udp", "icmp"), choices(services, "apply-network-acl", "protocol"));
    assertEquals(
        List.of("tcp", "udp", "icmp", "all"), choices(services, "apply-fw-rules", "protocol"));
    assertFalse(services.capabilities().isEmpty());
  }

  /** The choices of a parameter, or of the records that a parameter lists. */
  private static List<String> choices(DeclaredServices services, String word, String name) {
    NetworkCommand command = NetworkCommands.find(services, word).orElseThrow();
    List<Field> fields = command.fields().stream().flatMap(DeclaredServicesTest::within).toList();
    Type type =
        fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow().type();
    assertTrue(type instanceof Type.Choice, type::toString);
    return ((Type.Choice) type).items().stream().map(Type.Choice.Item::label).toList();
  }

  private static Stream<Field> within(Field field) {
    return field.type() instanceof Type.ListOf list && list.element() instanceof Type.Record record
        ? record.fields().stream()
        : Stream.of(field);
  }
}
