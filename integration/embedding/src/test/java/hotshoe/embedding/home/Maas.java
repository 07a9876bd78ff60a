package hotshoe.embedding.home;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** A MaaS with two machines, as far as {@code maas.py} speaks to one; its port is fixed there. */
final class Maas extends Peer {

  static final String KEY = "consumer:token:secret";

  private final Map<String, Machine> machines = new TreeMap<>();

  private record Machine(String state, String power, String mac) {
    String json(String id) {
      return "{\"system_id\": \"%s\", \"hostname\": \"node-%s\", \"status_name\": \"%s\","
              .formatted(id, id, state)
          + " \"power_state\": \"%s\", \"interface_set\": [{\"mac_address\": \"%s\"}]}"
              .formatted(power, mac);
    }
  }

  Maas() throws IOException {
    super(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5240), 0));
    machines.put("abc1", new Machine("Broken", "off", "02:00:00:00:00:01"));
    machines.put("abc2", new Machine("Ready", "off", "02:00:00:00:00:02"));
  }

  /** What became of a machine: its state and whether it is on. */
  String state(String id) {
    Machine machine = machines.get(id);
    return machine.state() + ", " + machine.power();
  }

  @Override
  String root() {
    return "/MAAS/api/2.0";
  }

  @Override
  boolean knows(String authorization) {
    return authorization.startsWith("OAuth ")
        && authorization.contains("oauth_consumer_key=\"consumer\"")
        && authorization.contains("oauth_token=\"token\"");
  }

  @Override
  Told tell(Asked asked) {
    String id = asked.path().replaceAll("/machines/|/", "");
    if (id.isEmpty()) {
      return Told.ok(
          machines.entrySet().stream()
              .map(entry -> entry.getValue().json(entry.getKey()))
              .toList()
              .toString());
    }
    Machine machine = machines.get(id);
    if (machine == null) {
      return new Told(404, "");
    }
    if (asked.method().equals("POST")) {
      machines.put(id, next(machine, asked.form().getOrDefault("op", "")));
    }
    return Told.ok(machines.get(id).json(id));
  }

  private static Machine next(Machine machine, String op) {
    return switch (op) {
      case "deploy" -> new Machine("Deployed", "on", machine.mac());
      case "release" -> new Machine("Ready", "off", machine.mac());
      case "power_off" -> new Machine(machine.state(), "off", machine.mac());
      default -> new Machine(machine.state(), "on", machine.mac());
    };
  }
}
