package hotshoe.cloudstack.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.mapping.RegistryInMemory;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.translation.Golden;
import hotshoe.type.Checked;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the entrypoint of a NetworkOrchestrator is given with each command. */
class EnvelopeTest {

  static final ExtensionName SDN = new ExtensionName("sdn");

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final List<String> PACKED =
      List.of("fw_rules", "acl_rules", "vm_data", "restore_data", "sshkey", "userdata");

  /** What a caller gives, by parameter; each command takes its own of them. */
  private static final String GIVEN =
      """
      {"public_ip": "203.0.113.5", "public_cidr": "203.0.113.5/24", "public_vlan": "7",
       "public_gateway": "203.0.113.1", "source_nat": true, "private_ip": "10.0.0.10",
       "public_port": "8080-8090", "private_port": "80-90", "protocol": "tcp",
       "default_egress_allow": false,
       "rules": [
         {"id": 1, "type": "ingress", "protocol": "tcp", "portStart": 22, "portEnd": 22,
          "publicIp": "203.0.113.5", "sourceCidrs": ["0.0.0.0/0"]},
         {"type": "egress", "protocol": "icmp", "icmpType": -1, "icmpCode": -1}],
       "acl_rules": [
         {"number": 10, "action": "deny", "trafficType": "egress", "protocol": "all"}],
       "lb_rules": [
         {"id": 1, "name": "lb-web", "publicIp": "203.0.113.5", "publicPort": 80,
          "privatePort": 8080, "protocol": "tcp", "algorithm": "source",
          "backends": [{"ip": "10.0.0.10", "port": 8080}]}],
       "mac": "02:00:00:00:00:01", "ip": "10.0.0.10", "hostname": "web-1", "default_nic": true,
       "nic_id": "12", "nic_uuid": "3a", "options": {"15": "example.com"},
       "vm_data": [{"dir": "userdata", "file": "user-data", "content": "I2Nsb3Vk"}],
       "password": "geheim \\u00e4", "userdata": "I2Nsb3Vk", "sshkey": "ssh-ed25519 AAAA",
       "hypervisor_hostname": "kvm-1",
       "vms": [{"ip": "10.0.0.10", "mac": "02:00:00:00:00:01", "hostname": "web-1",
         "default_nic": true,
         "vm_data": [{"dir": "meta-data", "file": "instance-id", "content": "aWQ="}]}]}
      """;

  private final RegistryInMemory registry =
      RegistryInMemory.of(
          Resource.of("PhysicalNetwork", "p1", "rack one"),
          Resource.of("ExtensionMapping", "PhysicalNetwork/p1/sdn", "sdn")
              .runBy(SDN)
              .with("hosts", Detail.visible("192.0.2.1,192.0.2.2"))
              .with("password", Detail.secret("s3cret")),
          Resource.of("Network", "42", "office")
              .with("physicalnetwork", Detail.visible("p1"))
              .with("zone", Detail.visible("1"))
              .with("vlan", Detail.visible("100"))
              .with("gateway", Detail.visible("10.0.0.1"))
              .with("cidr", Detail.visible("10.0.0.0/24"))
              .with("dns", Detail.visible("9.9.9.9,1.1.1.1"))
              .with("domain", Detail.visible("example.com")),
          Resource.of("Network", "43", "tier")
              .with("vpc", Detail.visible("7"))
              .with("vlan", Detail.visible("101"))
              .with("extension_ip", Detail.visible("10.1.0.9")),
          Resource.of("Vpc", "7", "shop")
              .with("physicalnetwork", Detail.visible("p1"))
              .with("zone", Detail.visible("1"))
              .with("cidr", Detail.visible("10.1.0.0/16")),
          Resource.of("Network", "44", "lost"),
          Resource.of("Network", "45", "odd").with("physicalnetwork", Detail.visible("p9")),
          Resource.of("PhysicalNetwork", "p2", "rack two"),
          Resource.of("Network", "46", "far").with("physicalnetwork", Detail.visible("p2")));

  @Test
  @Proves("CS-67")
  void eachCommandIsGivenTheEnvelopeWithItsOwnKeys() throws IOException {
    StringBuilder all = new StringBuilder();
    for (NetworkCommand command : NetworkCommands.of(everything())) {
      Resource target = command.kind().equals("Vpc") ? resource("Vpc", "7") : network("42");
      Envelope envelope = new Envelope(at(target), new Memory("{\"host\":\"192.0.2.1\"}"));
      Map<String, Object> keys =
          command.word().equals(NetworkCommands.ENSURE)
              ? envelope.ensuring()
              : envelope.of(command, arguments(command));
      all.append("=== ").append(command.word()).append(" on ").append(target.ref()).append('\n');
      all.append(PRETTY.toJson(keys)).append('\n').append(unpacked(keys));
    }
    Golden.matches("network-commands.txt", all.toString().lines().toList());
  }

  @Test
  @Proves("CS-67")
  void aPartOfAVpcSharesTheDeviceOfTheVpc() throws IOException {
    Envelope envelope = new Envelope(at(network("43")), new Memory("{}"));
    NetworkCommand implement =
        NetworkCommands.find(DeclaredServices.of(Map.of()), "implement-network").orElseThrow();
    Golden.matches(
        "network-tier.txt",
        PRETTY
            .toJson(
                List.of(
                    envelope.ensuring(),
                    envelope.of(implement, Map.of()),
                    envelope.of("flush", Map.of("all", true))))
            .lines()
            .toList());
  }

  @Test
  void whereANetworkStandsIsToldWhenItCannotBeFoundOut() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String id : List.of("44", "45", "46")) {
      ProblemException refused = assertThrows(ProblemException.class, () -> at(network(id)));
      sentences.add(refused.problems().get(0).sentence());
    }
    Golden.matches("network-nowhere.txt", sentences);
  }

  @Test
  void onlyOneObjectIsKeptOfTheDeviceWordForWord() {
    assertEquals("{\"a\": 1}", Memory.said(" {\"a\": 1}\n").orElseThrow().text());
    assertEquals("{\n  \"a\": 1\n}", Memory.said("{\n  \"a\": 1\n}\n").orElseThrow().text());
    for (String other : List.of("", "ok", "[1]", "{\"a\": 1}\n{}", "{\"a\":", "{a\n}")) {
      assertTrue(Memory.said(other).isEmpty(), other);
    }
    assertTrue(Memory.said("{\"a\":\"" + "x".repeat(Memory.LONGEST) + "\"}").isEmpty());
    assertTrue(Memory.said("{\"a\":" + "[".repeat(60_000)).isEmpty());
  }

  private Surroundings at(Resource target) {
    return Surroundings.of(registry, new Mappings(registry), target, SDN);
  }

  private Resource network(String id) {
    return resource("Network", id);
  }

  private Resource resource(String kind, String id) {
    return registry.require(new hotshoe.type.Ref(kind, id));
  }

  private static DeclaredServices everything() {
    return DeclaredServices.of(
        Map.of(DeclaredServices.SERVICES, String.join(",", NetworkService.words())));
  }

  private static Map<String, Object> arguments(NetworkCommand command) {
    Map<?, ?> all = new Gson().fromJson(GIVEN, Map.class);
    Map<String, Object> own = new LinkedHashMap<>();
    command
        .fields()
        .forEach(
            field -> {
              if (all.containsKey(field.name())) {
                own.put(field.name(), all.get(field.name()));
              }
            });
    Type.Record type = new Type.Record("arguments", command.fields());
    Checked checked = Values.check(type, own, Reading.LENIENT, command.word());
    return canonical(checked);
  }

  @SuppressWarnings("unchecked") // the canonical form of a record
  private static Map<String, Object> canonical(Checked checked) {
    assertTrue(checked instanceof Checked.Valid, checked::toString);
    return (Map<String, Object>) ((Checked.Valid) checked).value();
  }

  /** What people cannot read, for them. */
  private static String unpacked(Map<String, Object> keys) {
    StringBuilder text = new StringBuilder();
    Map<?, ?> payload = (Map<?, ?>) keys.get("payload");
    for (String key : PACKED) {
      if (payload.get(key) instanceof String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        text.append(key).append(" is ").append(new String(bytes, StandardCharsets.UTF_8));
        text.append('\n');
      }
    }
    return text.toString();
  }
}
