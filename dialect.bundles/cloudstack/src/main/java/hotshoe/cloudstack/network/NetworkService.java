package hotshoe.cloudstack.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a network can offer to those in it, as CloudStack calls it. */
public enum NetworkService {
  /** One public address for all that goes out. */
  SOURCE_NAT("SourceNat"),
  /** The way out of the network. */
  GATEWAY("Gateway"),
  /** A public address for one instance. */
  STATIC_NAT("StaticNat"),
  /** A port of a public address for one instance. */
  PORT_FORWARDING("PortForwarding"),
  /** What comes in and goes out. */
  FIREWALL("Firewall"),
  /** What goes between the parts of a VPC. */
  NETWORK_ACL("NetworkACL"),
  /** Several instances behind one address. */
  LB("Lb"),
  /** Addresses for instances. */
  DHCP("Dhcp"),
  /** Names for instances. */
  DNS("Dns"),
  /** Data, passwords and keys for instances. */
  USER_DATA("UserData"),
  /** Private ways in; no command belongs to it. */
  VPN("Vpn"),
  /** The wires themselves; no command belongs to it. */
  CONNECTIVITY("Connectivity"),
  /** Groups of instances with rules; no command belongs to it. */
  SECURITY_GROUP("SecurityGroup"),
  /** Custom actions; they are there whether or not this is declared. */
  CUSTOM_ACTION("CustomAction");

  private final String word;

  NetworkService(String word) {
    this.word = word;
  }

  /** As CloudStack writes it. */
  public String word() {
    return word;
  }

  /** The service of this name; letter case counts. */
  static Optional<NetworkService> of(String word) {
    return Arrays.stream(values()).filter(service -> service.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(NetworkService::word).toList();
  }
}
