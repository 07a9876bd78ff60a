package hotshoe.loader.source;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * From which hosts archives may come. A host is taken by its name, or because everything that its
 * name leads to is public; so nobody can use the host to reach what trusts it.
 */
final class Hosts {

  /** All hosts of the internet. */
  static final String PUBLIC = "public";

  private static final String ANY = "any";
  private static final String BELOW = "*.";

  private final List<String> allowed;

  /**
   * What is allowed.
   *
   * @param allowed {@code public}, {@code any}, names, names below {@code *.}, each also with a
   *     port, addresses and networks
   */
  Hosts(List<String> allowed) {
    this.allowed = allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
  }

  /** Throws unless the host of this URL is one of them. */
  void check(URI url, String origin) throws IOException {
    String host = url.getHost();
    if (host == null || host.isEmpty()) {
      throw new Unfetched(SourceProblems.noUrl(origin, "it names no host"));
    }
    String name = plain(host);
    if (allowed.contains(ANY) || allowed.stream().anyMatch(entry -> names(entry, name, url))) {
      return;
    }
    if (!allAllowed(addresses(name, url, origin))) {
      throw new Unfetched(SourceProblems.forbiddenHost(origin, name, allowed));
    }
  }

  private static boolean names(String entry, String host, URI url) {
    String wanted = entry;
    int port = entry.startsWith("[") ? entry.indexOf("]:") + 1 : entry.lastIndexOf(':');
    if (port > 0 && (entry.indexOf(':') == port || entry.startsWith("["))) {
      if (!entry.substring(port + 1).equals("" + portOf(url))) {
        return false;
      }
      wanted = entry.substring(0, port);
    }
    wanted = wanted.replaceAll("[\\[\\]]", "");
    return wanted.startsWith(BELOW)
        ? host.endsWith(wanted.substring(1))
        : host.equals(wanted) && !wanted.isEmpty();
  }

  private static int portOf(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  private boolean allAllowed(List<InetAddress> addresses) {
    return addresses.stream().allMatch(this::isAllowed);
  }

  private boolean isAllowed(InetAddress address) {
    return (allowed.contains(PUBLIC) && PublicAddress.is(address))
        || allowed.stream()
            .flatMap(entry -> Network.of(entry).stream())
            .anyMatch(network -> network.holds(address));
  }

  /** Where a proxy goes, only the proxy may know the address; then nothing speaks against it. */
  private List<InetAddress> addresses(String host, URI url, String origin) throws IOException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException unknown) {
      if (isBehindProxy(url) && allowed.contains(PUBLIC)) {
        return List.of();
      }
      throw new Unfetched(SourceProblems.unknownHost(origin, host));
    }
  }

  private static boolean isBehindProxy(URI url) {
    ProxySelector proxies = ProxySelector.getDefault();
    return proxies != null
        && proxies.select(url).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  private static String plain(String host) {
    String name = host.replaceAll("[\\[\\]]", "").replaceAll("\\.$", "");
    return Network.isAddress(name) ? name : IDN.toASCII(name).toLowerCase(Locale.ROOT);
  }
}
