package hotshoe.cloudstack.network;

import static hotshoe.cloudstack.network.NetworkCommand.network;
import static hotshoe.cloudstack.network.NetworkCommand.vpc;
import static hotshoe.cloudstack.network.RuleTypes.ADDRESS;
import static hotshoe.cloudstack.network.RuleTypes.MAC;
import static hotshoe.cloudstack.network.RuleTypes.PORTS;
import static hotshoe.cloudstack.network.RuleTypes.RANGE;
import static hotshoe.cloudstack.network.RuleTypes.flag;
import static hotshoe.cloudstack.network.RuleTypes.may;
import static hotshoe.cloudstack.network.RuleTypes.need;

import hotshoe.cloudstack.network.Part.DeviceAddress;
import hotshoe.cloudstack.network.Part.Fixed;
import hotshoe.cloudstack.network.Part.Form;
import hotshoe.cloudstack.network.Part.Given;
import hotshoe.cloudstack.network.Part.Packed;
import hotshoe.problem.Problem;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of CloudStack's network extensions, with what each is given (row CS-67). Those of a
 * service are there where the extension declares the service. Immutable.
 */
public final class NetworkCommands {

  /** Sent before every other one. */
  public static final String ENSURE = "ensure-network-device";

  /** What a custom action is sent as; which one stands in what it is given. */
  public static final String CUSTOM_ACTION = "custom-action";

  private static final String FIREWALL = "apply-fw-rules";
  private static final Field PUBLIC_IP = need("public_ip", ADDRESS, "The public address.");
  private static final List<Field> PUBLIC =
      List.of(
          may("public_cidr", RANGE, "The public address with its prefix."),
          may("public_vlan", Type.text(), "The VLAN of the public address."),
          may("public_gateway", ADDRESS, "The gateway of the public address."));
  private static final Field PRIVATE_IP = need("private_ip", ADDRESS, "The instance's address.");
  private static final Field IP = need("ip", ADDRESS, "The instance's address.");
  private static final Field CARD = need("mac", MAC, "The address of the instance's card.");
  private static final Field HOSTNAME =
      need("hostname", Type.text(TextFormat.FILLED), "The instance's name.");
  private static final Field NIC = may("nic_uuid", Type.text(), "The UUID of the instance's card.");

  private final DeclaredServices services;
  private final RuleTypes types;
  private final Part device;

  private NetworkCommands(DeclaredServices services) {
    this.services = services;
    this.types = new RuleTypes(services);
    this.device =
        new DeviceAddress(
            services.has(NetworkService.SOURCE_NAT) || services.has(NetworkService.GATEWAY));
  }

  /** The commands that an extension with these services is offered with, in a fixed order. */
  public static List<NetworkCommand> of(DeclaredServices services) {
    return new NetworkCommands(services)
        .all()
        .filter(command -> services.has(command.services()))
        .toList();
  }

  /** The command of this word, if it is offered. */
  public static Optional<NetworkCommand> find(DeclaredServices services, String word) {
    return of(services).stream().filter(command -> command.word().equals(word)).findFirst();
  }

  /**
   * What is wrong with arguments that are of their types: a protocol that the firewall does not let
   * through in the direction of its rule.
   */
  public static List<Problem> faults(
      DeclaredServices services, NetworkCommand command, Map<String, Object> arguments) {
    return command.word().equals(FIREWALL)
        ? new RuleTypes(services).faults((List<?>) arguments.get("rules"))
        : List.of();
  }

  /** Words that no custom action may be called by. */
  public static List<String> reserved() {
    NetworkCommands all = new NetworkCommands(DeclaredServices.of(Map.of()));
    List<String> words = new ArrayList<>(all.all().map(NetworkCommand::word).toList());
    words.add(CUSTOM_ACTION);
    return words;
  }

  private Stream<NetworkCommand> all() {
    return Stream.of(networks(), vpcs(), addresses(), rules(), dhcp(), dns(), data())
        .flatMap(List::stream);
  }

  private List<NetworkCommand> networks() {
    return List.of(
        network(ENSURE, "Chooses the device that serves a network, or looks whether it still can."),
        network("implement-network", "Makes a network on its device.")
            .own("network_id", "vlan", "gateway", "cidr")
            .and(device)
            .own("vpc_id"),
        network("shutdown-network", "Takes a network from its device.")
            .own("network_id", "vlan", "vpc_id"),
        network("destroy-network", "Takes a network from its device for good.")
            .own("network_id", "vlan", "vpc_id"),
        network("restore-network", "Tells the device of all instances of a network at once.")
            .own("network_id", "gateway", "cidr", "vlan")
            .and(device)
            .own("dns", "domain")
            .and(restored())
            .own("vpc_id"));
  }

  private Part restored() {
    Field instances =
        Field.defaulting(
            "vms", Type.listOf(RuleTypes.restored()), List.of(), "The instances of the network.");
    return new Packed(
        "restore_data",
        List.of(
            new Fixed("dhcp_enabled", services.has(NetworkService.DHCP)),
            new Fixed("dns_enabled", services.has(NetworkService.DNS)),
            new Fixed("userdata_enabled", services.has(NetworkService.USER_DATA)),
            new Given(instances, Form.TEXT)));
  }

  private static List<NetworkCommand> vpcs() {
    Field sourceNat =
        may("source_nat", Type.bool(), "Whether the public address is for all that goes out.");
    return List.of(
        vpc("implement-vpc", "Makes a VPC on its device.")
            .own("vpc_id", "cidr")
            .given(may("public_ip", ADDRESS, "The public address for all that goes out."))
            .given(PUBLIC)
            .given(sourceNat),
        vpc("shutdown-vpc", "Takes a VPC from its device.").own("vpc_id"),
        vpc("update-vpc-source-nat-ip", "Gives a VPC another address for all that goes out.")
            .own("vpc_id", "cidr")
            .given(PUBLIC_IP)
            .given(PUBLIC)
            .and(new Fixed("source_nat", true)));
  }

  private List<NetworkCommand> addresses() {
    return List.of(
        address("assign-ip", "Gives a public address to a network."),
        address("release-ip", "Takes a public address from a network."),
        staticNat("add-static-nat", "Gives a public address to an instance."),
        staticNat("delete-static-nat", "Takes a public address from an instance."),
        forward("add-port-forward", "Leads a port of a public address to an instance."),
        forward("delete-port-forward", "Leads a port of a public address no more."));
  }

  private static NetworkCommand address(String word, String description) {
    return network(word, description)
        .in(
            NetworkService.SOURCE_NAT,
            NetworkService.GATEWAY,
            NetworkService.STATIC_NAT,
            NetworkService.PORT_FORWARDING,
            NetworkService.LB)
        .own("network_id", "vlan")
        .given(PUBLIC_IP, flag("source_nat", "Whether it is for all that goes out."))
        .own("gateway", "cidr")
        .given(PUBLIC)
        .own("vpc_id");
  }

  private static NetworkCommand staticNat(String word, String description) {
    return network(word, description)
        .in(NetworkService.STATIC_NAT)
        .own("network_id", "vlan")
        .given(PUBLIC_IP)
        .given(PUBLIC)
        .given(PRIVATE_IP)
        .own("vpc_id");
  }

  private NetworkCommand forward(String word, String description) {
    return network(word, description)
        .in(NetworkService.PORT_FORWARDING)
        .own("network_id", "vlan")
        .given(PUBLIC_IP)
        .given(PUBLIC)
        .given(
            need("public_port", PORTS, "A port or a range, such as 22 or 8080-8090."),
            PRIVATE_IP,
            need("private_port", PORTS, "The port or range of the instance."),
            need("protocol", types.forwarded(), "What goes through."))
        .own("vpc_id");
  }

  private List<NetworkCommand> rules() {
    Field allowed =
        Field.defaulting(
            "default_egress_allow",
            Type.bool(),
            true,
            "Whether all goes out but what rules name, or only what rules name.");
    Field rules = need("rules", Type.listOf(types.firewallRule()), "All rules of the network.");
    return List.of(
        network(FIREWALL, "Gives the firewall of a network all its rules anew.")
            .in(NetworkService.FIREWALL)
            .own("network_id", "vlan", "gateway", "cidr")
            .and(
                new Packed(
                    "fw_rules",
                    List.of(
                        new Given(allowed, Form.TEXT),
                        new Part.Own("cidr"),
                        new Given(rules, Form.TEXT))))
            .own("vpc_id"),
        network("apply-network-acl", "Gives a part of a VPC all its rules anew.")
            .in(NetworkService.NETWORK_ACL)
            .own("network_id", "vlan", "gateway", "cidr")
            .given(
                need("acl_rules", Type.listOf(types.aclRule()), "All rules of the part."),
                Form.BASE64_JSON)
            .own("vpc_id"),
        network("apply-lb-rules", "Tells what spreads what comes to public ports.")
            .in(NetworkService.LB)
            .own("network_id", "vlan")
            .given(
                need("lb_rules", Type.listOf(types.balancerRule()), "The rules that change."),
                Form.JSON)
            .own("vpc_id"));
  }

  private List<NetworkCommand> dhcp() {
    return Stream.of(
            network("add-dhcp-entry", "Gives an instance its address.")
                .own("network_id")
                .given(CARD, IP, HOSTNAME)
                .own("gateway", "cidr", "dns")
                .given(flag("default_nic", "Whether this is the instance's first card."))
                .own("domain")
                .and(device)
                .given(NIC)
                .own("vpc_id"),
            network("remove-dhcp-entry", "Takes its address from an instance.")
                .own("network_id")
                .given(CARD, IP)
                .and(device)
                .given(NIC)
                .own("vpc_id"),
            subnet("config-dhcp-subnet", "Makes ready to give addresses in a network."),
            noSubnet("remove-dhcp-subnet", "Gives no more addresses in a network."),
            network("set-dhcp-options", "Tells what else an instance gets with its address.")
                .own("network_id")
                .given(need("nic_id", Type.text(TextFormat.FILLED), "The instance's card."))
                .given(
                    need("options", Type.mapOf(Type.text()), "Values by number of the option."),
                    Form.JSON)
                .and(device)
                .own("vpc_id"))
        .map(command -> command.in(NetworkService.DHCP))
        .toList();
  }

  private List<NetworkCommand> dns() {
    return Stream.of(
            network("add-dns-entry", "Gives an instance its name.")
                .own("network_id")
                .given(IP, HOSTNAME)
                .and(device)
                .given(NIC)
                .own("vpc_id"),
            subnet("config-dns-subnet", "Makes ready to answer for names in a network."),
            noSubnet("remove-dns-subnet", "Answers for no more names in a network."))
        .map(command -> command.in(NetworkService.DNS))
        .toList();
  }

  private NetworkCommand subnet(String word, String description) {
    return network(word, description)
        .own("network_id", "gateway", "cidr", "dns", "vlan", "domain")
        .and(device)
        .given(NIC)
        .own("vpc_id");
  }

  private NetworkCommand noSubnet(String word, String description) {
    return network(word, description).own("network_id").and(device).own("vpc_id");
  }

  private List<NetworkCommand> data() {
    Field files =
        need("vm_data", Type.listOf(RuleTypes.instanceData()), "Files that it can ask for.");
    Field password = need("password", Type.password(), "The new password.");
    Field userData = need("userdata", new Type.Bytes(16 << 20), "The instance's user data.");
    Field key = need("sshkey", Type.text(TextFormat.FILLED), "The public key.");
    Field hypervisor =
        need("hypervisor_hostname", Type.text(TextFormat.FILLED), "The host that it runs on.");
    return List.of(
        saved("save-vm-data", "Keeps all that an instance can ask for.", files, Form.BASE64_JSON),
        saved("save-password", "Keeps an instance's new password.", password, Form.TEXT),
        saved("save-userdata", "Keeps an instance's user data.", userData, Form.TEXT),
        saved("save-sshkey", "Keeps an instance's public key.", key, Form.BASE64),
        saved("save-hypervisor-hostname", "Keeps where an instance runs.", hypervisor, Form.TEXT));
  }

  private NetworkCommand saved(String word, String description, Field field, Form form) {
    return network(word, description)
        .in(NetworkService.USER_DATA)
        .own("network_id")
        .given(IP)
        .own("gateway")
        .given(field, form)
        .and(device)
        .given(NIC)
        .own("vpc_id");
  }
}
