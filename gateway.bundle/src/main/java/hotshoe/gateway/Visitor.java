package hotshoe.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import hotshoe.problem.Problem;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides who may ask at all, before anybody looks at what is asked. */
final class Visitor {

  private static final int LONGEST_ADDRESS = 2000;
  private static final Pattern IP_FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final boolean loopback;
  private final Set<String> names;

  /** Guards a door at this address. */
  Visitor(InetAddress address, String configuredName) {
    this.loopback = address.isLoopbackAddress();
    this.names = new HashSet<>(List.of("localhost", configuredName.toLowerCase(Locale.ROOT)));
  }

  /** Why the request is turned away; empty when it is not. */
  Optional<Answer> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (!isMeant(headers.getFirst("Host"))) {
      return refused(
          421,
          Problem.error("HS-GATEWAY-006", "the request is meant for another host")
              .advising("ask for localhost or for an address of this machine"));
    }
    if (exchange.getRequestURI().toString().length() > LONGEST_ADDRESS) {
      return refused(414, Problem.error("HS-GATEWAY-007", "the address is too long"));
    }
    if (hasBody(headers)) {
      return refused(
          413,
          Problem.error("HS-GATEWAY-008", "the request has a body")
              .advising("ask without one: nothing here takes any"));
    }
    return Optional.empty();
  }

  private static Optional<Answer> refused(int status, Problem problem) {
    return Optional.of(Answer.of(status, problem).with("Connection", "close"));
  }

  /**
   * A page from elsewhere can make a browser believe that its own name belongs to 127.0.0.1, and so
   * read what only this machine may read. Such a request bears that name; one with an address does
   * not come by a name at all.
   */
  private boolean isMeant(String host) {
    if (host == null || !loopback) {
      return true;
    }
    String name = withoutPort(host.trim().toLowerCase(Locale.ROOT));
    return names.contains(name) || name.startsWith("[") || IP_FOUR.matcher(name).matches();
  }

  private static String withoutPort(String host) {
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return end > 0 ? host.substring(0, end) : host;
  }

  private static boolean hasBody(Headers headers) {
    String length = headers.getFirst("Content-Length");
    return headers.containsKey("Transfer-Encoding")
        || (length != null && !length.trim().equals("0"));
  }
}
