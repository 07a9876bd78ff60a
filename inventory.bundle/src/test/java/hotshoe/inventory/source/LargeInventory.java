package hotshoe.inventory.source;

import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A large inventory: racks of 50 hosts in 10 data centres in one site, 20 roles, 5 environments; 4
 * variables per host, 3 per group, 5 in all. As a program it prints what reading and printing it
 * takes.
 */
final class LargeInventory {

  private static final List<String> ENVIRONMENTS = List.of("prod", "stage", "test", "dev", "lab");
  private static final int ROLES = 20;
  private static final int CENTRES = 10;
  private static final int RACK = 50;

  private LargeInventory() {}

  /** Reads the file; prints the digest of the answer, processor time in ns, peak memory in kB. */
  public static void main(String... arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    InventoryRequest request = InventoryRequest.of(file.getParent(), file.toString());
    Read read = (Read) BuiltIn.reader().read(request);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (OutputStream output = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      new ListForm(new Shown(read.inventory(), Shown.Variables.MERGED)).write(output);
      output.write('\n');
    }
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElseThrow();
    long time =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    System.out.println(HexFormat.of().formatHex(digest.digest()) + " " + time + " " + peak);
  }

  /** Writes it as INI. */
  static void write(Path file, int hosts) throws IOException {
    int racks = (hosts + RACK - 1) / RACK;
    try (BufferedWriter text = Files.newBufferedWriter(file)) {
      for (int rack = 0; rack < racks; rack++) {
        String group = String.format("rack_%05d", rack);
        text.write("[" + group + "]\n");
        for (int i = rack * RACK; i < Math.min(hosts, (rack + 1) * RACK); i++) {
          text.write(name(i) + variables(i) + "\n");
        }
        variables(text, group);
      }
      for (int role = 0; role < ROLES; role++) {
        members(text, String.format("role_%02d", role), role, ROLES, hosts);
      }
      for (int i = 0; i < ENVIRONMENTS.size(); i++) {
        members(text, "env_" + ENVIRONMENTS.get(i), i, ENVIRONMENTS.size(), hosts);
      }
      centres(text, racks);
    }
  }

  private static void centres(BufferedWriter text, int racks) throws IOException {
    for (int centre = 0; centre < Math.min(CENTRES, racks); centre++) {
      String group = String.format("dc_%02d", centre);
      text.write("[" + group + ":children]\n");
      for (int rack = centre; rack < racks; rack += CENTRES) {
        text.write(String.format("rack_%05d%n", rack));
      }
      variables(text, group);
    }
    text.write("[site:children]\n");
    for (int centre = 0; centre < Math.min(CENTRES, racks); centre++) {
      text.write(String.format("dc_%02d%n", centre));
    }
    variables(text, "site");
    text.write(
        "[all:vars]\nntp_server=ntp.example.net\ndns_port=53\ntimezone=UTC\nansible_user=deploy\n"
            + "retries=3\n");
  }

  private static void members(BufferedWriter text, String group, int first, int step, int hosts)
      throws IOException {
    text.write("[" + group + "]\n");
    for (int i = first; i < hosts; i += step) {
      text.write(name(i) + "\n");
    }
    variables(text, group);
  }

  private static void variables(BufferedWriter text, String group) throws IOException {
    int sum = group.chars().sum();
    text.write("[" + group + ":vars]\n");
    text.write(group + "_port=" + (1024 + sum) + "\n");
    text.write(group + "_owner=team-" + sum % 7 + "\n");
    text.write("tier=" + group + "\n\n");
  }

  private static String name(int i) {
    return String.format("srv%06d.dc%02d.example.net", i, i / RACK % CENTRES);
  }

  private static String variables(int i) {
    return String.format(
        " ansible_host=10.%d.%d.%d host_id=%d asset_tag=AT-%06x weight=%s",
        i >> 16 & 255, i >> 8 & 255, i & 255, i, i * 2654435761L & 0xffffff, i % 97 / 4.0);
  }
}
