package hotshoe.cloudstack.network;

import hotshoe.problem.Problem;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of what network commands are given, as far as the extension can do them. */
final class RuleTypes {

  static final Type ADDRESS = like("[0-9A-Fa-f.:]{2,45}");
  static final Type RANGE = like("[0-9A-Fa-f.:]{2,45}/[0-9]{1,3}");
  static final Type PORTS = like("[0-9]{1,5}(-[0-9]{1,5})?");
  static final Type MAC = like("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");

  private static final int LAST_PORT = 65_535;
  private static final List<String> USUAL = List.of("tcp", "udp", "icmp", "all");

  private final DeclaredServices services;

  RuleTypes(DeclaredServices services) {
    this.services = services;
  }

  static Type like(String pattern) {
    return new Type.Text(TextFormat.PLAIN, 0, Integer.MAX_VALUE, pattern);
  }

  static Field need(String name, Type type, String description) {
    return Field.required(name, type, description);
  }

  static Field may(String name, Type type, String description) {
    return Field.required(name, Type.optional(type), description);
  }

  private Type choice(NetworkService service, String capability, String... usual) {
    return choice(services.values(service, capability, List.of(usual)));
  }

  private static Type choice(List<String> values) {
    return Type.choice(values.toArray(String[]::new));
  }

  /** The protocols of one port that leads to an instance. */
  Type forwarded() {
    return choice(NetworkService.PORT_FORWARDING, "SupportedProtocols", "tcp", "udp");
  }

  /** A rule of the firewall; which protocols go with which direction no type can say. */
  Type firewallRule() {
    List<String> both =
        Stream.concat(firewall("ingress").stream(), firewall("egress").stream())
            .distinct()
            .toList();
    return Type.record(
        "FirewallRule",
        may("id", Type.integer(), "The rule's own number."),
        need(
            "type",
            choice(NetworkService.FIREWALL, "SupportedTrafficDirection", "ingress", "egress"),
            "Whether it is about what comes in or what goes out."),
        need("protocol", choice(both), "What goes through."),
        port("portStart", "The first port, for tcp and udp."),
        port("portEnd", "The last port, for tcp and udp."),
        icmp("icmpType", "For icmp; -1 is any."),
        icmp("icmpCode", "For icmp; -1 is any."),
        may("publicIp", ADDRESS, "The public address that it is about, for what comes in."),
        ranges("sourceCidrs", "From where."),
        ranges("destCidrs", "To where, for what goes out."));
  }

  /** What can go through the firewall in a direction. */
  private List<String> firewall(String direction) {
    String which = direction.equals("egress") ? "SupportedEgressProtocols" : "SupportedProtocols";
    return services.values(NetworkService.FIREWALL, which, USUAL);
  }

  /** What is wrong with rules of the firewall that are of the type. */
  List<Problem> faults(List<?> rules) {
    List<Problem> faults = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Map<?, ?> rule = (Map<?, ?>) rules.get(i);
      String direction = String.valueOf(rule.get("type"));
      String protocol = String.valueOf(rule.get("protocol"));
      List<String> possible = firewall(direction);
      if (!possible.contains(protocol)) {
        faults.add(NetworkProblems.otherDirection(i, direction, protocol, possible));
      }
    }
    return faults;
  }

  /** A rule between the parts of a VPC. */
  Type aclRule() {
    return Type.record(
        "NetworkAclRule",
        need("number", Type.integer(), "Its place: lower numbers come first."),
        need("action", Type.choice("allow", "deny"), "What becomes of what it is about."),
        need(
            "trafficType",
            Type.choice("ingress", "egress"),
            "Whether it is about what comes in or what goes out."),
        need(
            "protocol",
            choice(services.values(NetworkService.NETWORK_ACL, "SupportedProtocols", USUAL)),
            "What goes through."),
        port("portStart", "The first port, for tcp and udp."),
        port("portEnd", "The last port, for tcp and udp."),
        icmp("icmpType", "For icmp; -1 is any."),
        icmp("icmpCode", "For icmp; -1 is any."),
        ranges("sourceCidrs", "From or to where."));
  }

  /** A rule that spreads what comes to a port. */
  Type balancerRule() {
    Type backend =
        Type.record(
            "Backend",
            need("ip", ADDRESS, "The instance's address."),
            need("port", Type.integer(0, LAST_PORT), "Its port."),
            flag("revoked", "Whether it has been taken from the rule."));
    return Type.record(
        "LoadBalancerRule",
        may("id", Type.integer(), "The rule's own number."),
        may("name", Type.text(), "What people call it."),
        need("publicIp", ADDRESS, "The public address."),
        need("publicPort", Type.integer(0, LAST_PORT), "Its port."),
        need("privatePort", Type.integer(0, LAST_PORT), "The port of the instances."),
        need(
            "protocol",
            choice(NetworkService.LB, "SupportedProtocols", "tcp", "udp", "tcp-proxy"),
            "What goes through."),
        need(
            "algorithm",
            choice(NetworkService.LB, "SupportedLBAlgorithms", "roundrobin", "leastconn", "source"),
            "Who is next."),
        flag("revoke", "Whether the rule goes."),
        Field.defaulting("backends", Type.listOf(backend), List.of(), "The instances behind it."));
  }

  /** A file that an instance can ask for. */
  static Type instanceData() {
    return Type.record(
        "InstanceData",
        need("dir", Type.text(TextFormat.FILLED), "Its folder, such as meta-data."),
        need("file", Type.text(TextFormat.FILLED), "Its name, such as instance-id."),
        need("content", new Type.Bytes(16 << 20), "What is in it."));
  }

  /** An instance with all that a network knows of it. */
  static Type restored() {
    return Type.record(
        "RestoredInstance",
        need("ip", ADDRESS, "Its address."),
        need("mac", MAC, "The address of its card."),
        need("hostname", Type.text(TextFormat.FILLED), "Its name."),
        flag("default_nic", "Whether this is its first card."),
        Field.defaulting(
            "vm_data", Type.listOf(instanceData()), List.of(), "Files that it can ask for."));
  }

  static Field flag(String name, String description) {
    return Field.defaulting(name, Type.bool(), false, description);
  }

  private static Field port(String name, String description) {
    return may(name, Type.integer(0, LAST_PORT), description);
  }

  private static Field icmp(String name, String description) {
    return may(name, Type.integer(-1, 255), description);
  }

  private static Field ranges(String name, String description) {
    return Field.defaulting(name, Type.listOf(RANGE), List.of(), description);
  }
}
