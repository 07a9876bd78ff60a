package hotshoe.embedding.home;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A node of Proxmox, as far as {@code proxmox.sh} speaks to one; its port is fixed there. */
final class Proxmox extends Peer {

  private static final char[] WORD = "hotshoe".toCharArray();

  private final Map<String, Machine> machines = new TreeMap<>();
  private final Set<String> running = new TreeSet<>();
  private int tasks;

  /** A machine: what it was given, whether it is on, and its snapshots. */
  private static final class Machine {
    final Map<String, String> config = new LinkedHashMap<>();
    final Set<String> snapshots = new TreeSet<>();
    String status = "stopped";
  }

  /** A node whose certificate is made in this folder, signed by itself. */
  Proxmox(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    super(server(folder));
  }

  private static HttpsServer server(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(certificate(folder).toFile(), WORD), WORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8006), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }

  private static Path certificate(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                "node",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(WORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool made no certificate");
    }
    return file;
  }

  /** What a machine was given, and whether it is on. */
  String machine(String id) {
    Machine machine = machines.get(id);
    return machine == null ? "none" : machine.status + " " + machine.config;
  }

  @Override
  String root() {
    return "/api2/json";
  }

  @Override
  boolean knows(String authorization) {
    return authorization.equals("PVEAPIToken=root@pam!hotshoe=s3cret");
  }

  @Override
  Told tell(Asked asked) {
    if (asked.path().startsWith("/cluster/nextid")) {
      return nextId(asked.path());
    }
    List<String> steps = List.of(asked.path().replaceFirst("^/nodes/pve/", "").split("/"));
    if (steps.get(0).equals("tasks")) {
      return task(decoded(steps.get(1)));
    }
    return steps.size() < 2 ? new Told(404, "{}") : machine(asked, steps);
  }

  /** The next free number; a number that is asked for and taken is an error. */
  private Told nextId(String path) {
    String wanted = path.contains("vmid=") ? path.substring(path.indexOf('=') + 1) : "105";
    return machines.containsKey(wanted)
        ? new Told(400, "{\"errors\": {\"vmid\": \"taken\"}}")
        : Told.ok("{\"data\": \"" + wanted + "\"}");
  }

  /** A task runs when it is first asked about, and is done then. */
  private Told task(String id) {
    return running.remove(id)
        ? Told.ok("{\"data\": {\"status\": \"running\"}}")
        : Told.ok("{\"data\": {\"status\": \"stopped\", \"exitstatus\": \"OK\"}}");
  }

  private Told begun() {
    String id = "UPID:pve:0000" + ++tasks + ":00:qmdo::root@pam:";
    running.add(id);
    return Told.ok("{\"data\": \"" + id + "\"}");
  }

  private Told machine(Asked asked, List<String> steps) {
    if (steps.size() == 3 && steps.get(2).equals("clone")) {
      Machine made = new Machine();
      made.config.put("name", asked.form().get("name"));
      made.config.put("template", steps.get(1));
      machines.put(asked.form().get("newid"), made);
      return begun();
    }
    Machine machine = machines.get(steps.get(1));
    if (machine == null) {
      return new Told(500, "{}");
    }
    if (asked.method().equals("DELETE") && steps.size() == 2) {
      machines.remove(steps.get(1));
      return begun();
    }
    return steps.get(2).equals("config") ? config(machine, asked) : power(machine, asked, steps);
  }

  private Told config(Machine machine, Asked asked) {
    machine.config.putAll(asked.form());
    return asked.method().equals("PUT") ? Told.ok("{\"data\": null}") : begun();
  }

  private Told power(Machine machine, Asked asked, List<String> steps) {
    if (steps.get(2).equals("snapshot")) {
      return snapshot(machine, asked, steps);
    }
    if (steps.get(3).equals("current")) {
      return Told.ok("{\"data\": {\"status\": \"" + machine.status + "\"}}");
    }
    machine.status = steps.get(3).equals("stop") ? "stopped" : "running";
    return begun();
  }

  private Told snapshot(Machine machine, Asked asked, List<String> steps) {
    switch (asked.method()) {
      case "GET" -> {
        return Told.ok(
            "{\"data\": "
                + machine.snapshots.stream()
                    .map(
                        name ->
                            "{\"name\": \""
                                + name
                                + "\", \"snaptime\": 1767225600,"
                                + " \"description\": \"kept\"}")
                    .toList()
                + "}");
      }
      case "DELETE" -> machine.snapshots.remove(steps.get(3));
      default -> {
        if (steps.size() == 3) {
          machine.snapshots.add(asked.form().get("snapname"));
        }
      }
    }
    return begun();
  }
}
