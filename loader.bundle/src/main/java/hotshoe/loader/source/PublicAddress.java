package hotshoe.loader.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses anybody in the world may be behind. All others belong to this machine or its
 * neighbours, who may answer because they trust it.
 */
final class PublicAddress {

  /** What the registries of special addresses set apart, beyond what Java knows by itself. */
  private static final List<Network> APART =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "::/16",
          "64:ff9b:1::/48",
          "100::/64",
          "2001:db8::/32",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  private static final Network TRANSLATED = Network.of("64:ff9b::/96").orElseThrow();
  private static final Network SIX_TO_FOUR = Network.of("2002::/16").orElseThrow();

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    return APART.stream().noneMatch(network -> network.holds(address))
        && (!(address instanceof Inet6Address six) || carried(six));
  }

  /** Some addresses of the new kind carry one of the old kind, to which they lead. */
  private static boolean carried(Inet6Address address) {
    byte[] bytes = address.getAddress();
    if (TRANSLATED.holds(address)) {
      return is(four(bytes, 12));
    }
    return !SIX_TO_FOUR.holds(address) || is(four(bytes, 2));
  }

  private static Inet4Address four(byte[] bytes, int from) {
    try {
      return (Inet4Address) InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(text -> Network.of(text).orElseThrow()).toList();
  }
}
