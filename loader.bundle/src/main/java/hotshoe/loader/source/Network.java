package hotshoe.loader.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits.
 *
 * @param start one of them
 * @param bits so many are the same
 */
record Network(InetAddress start, int bits) {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

  /** The network that is written as {@code 10.0.0.0/8}, or as one address, if it is one. */
  static Optional<Network> of(String text) {
    String[] parts = text.split("/", 2);
    if (!isAddress(parts[0])) {
      return Optional.empty();
    }
    try {
      InetAddress start = InetAddress.getByName(parts[0]);
      int most = start.getAddress().length * 8;
      int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(start, bits));
    } catch (UnknownHostException | NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  /** Whether no name server has to be asked. */
  static boolean isAddress(String host) {
    return ADDRESS.matcher(host).matches();
  }

  boolean holds(InetAddress address) {
    byte[] mine = start.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int bit = 0;
    while (bit < bits && bit(mine, bit) == bit(other, bit)) {
      bit++;
    }
    return bit == bits;
  }

  private static int bit(byte[] bytes, int at) {
    return bytes[at >> 3] >> (7 - (at & 7)) & 1;
  }
}
