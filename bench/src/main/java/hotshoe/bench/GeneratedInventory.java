package hotshoe.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One inventory in three forms. Each host is in a rack of 50, in one of 20 roles and in one of 5
 * environments; racks are in 10 data centres, these in one site. A host has 4 variables, a group 3,
 * all have 5. Everything follows from the number of the host.
 *
 * @param hosts how many
 */
record GeneratedInventory(int hosts) {

  /** A form in which it can be written, and the name of the file to be read. */
  enum Form {
    INI("hosts.ini"),
    YAML("hosts.yml"),
    SCRIPT("hosts.sh");

    private final String file;

    Form(String file) {
      this.file = file;
    }
  }

  private static final List<String> ENVIRONMENTS = List.of("prod", "stage", "test", "dev", "lab");
  private static final int RACK = 50;
  private static final int CENTRES = 10;
  private static final int ROLES = 20;

  private record Group(String name, int[] members, List<String> children) {}

  private record Value(String name, Object value) {

    /** As JSON has it; YAML, too. */
    String quoted() {
      return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
  }

  /** Writes it into the folder, unless it is there; answers the file to be read. */
  Path in(Path folder, Form form) throws IOException {
    Path place = Files.createDirectories(folder.resolve(hosts + "-" + form));
    Path source = place.resolve(form.file);
    if (!Files.exists(source)) {
      Path written = place.resolve(form == Form.SCRIPT ? "answer.json" : form.file + ".part");
      try (BufferedWriter text = Files.newBufferedWriter(written)) {
        switch (form) {
          case INI -> ini(text);
          case YAML -> yaml(text);
          case SCRIPT -> json(text);
        }
      }
      if (form == Form.SCRIPT) {
        Path script = Files.writeString(source, "#!/bin/sh\nexec cat '" + written + "'\n");
        script.toFile().setExecutable(true);
      } else {
        Files.move(written, source);
      }
    }
    return source;
  }

  private List<Group> groups() {
    int racks = (hosts + RACK - 1) / RACK;
    List<Group> groups = new ArrayList<>();
    for (int rack = 0; rack < racks; rack++) {
      int[] members = IntStream.range(rack * RACK, Math.min(hosts, (rack + 1) * RACK)).toArray();
      groups.add(new Group(rack(rack), members, List.of()));
    }
    for (int role = 0; role < ROLES; role++) {
      groups.add(every(ROLES, role, String.format("role_%02d", role)));
    }
    for (int i = 0; i < ENVIRONMENTS.size(); i++) {
      groups.add(every(ENVIRONMENTS.size(), i, "env_" + ENVIRONMENTS.get(i)));
    }
    List<String> centres = new ArrayList<>();
    for (int centre = 0; centre < Math.min(CENTRES, racks); centre++) {
      List<String> own = new ArrayList<>();
      for (int rack = centre; rack < racks; rack += CENTRES) {
        own.add(rack(rack));
      }
      centres.add(String.format("dc_%02d", centre));
      groups.add(new Group(centres.get(centre), new int[0], own));
    }
    groups.add(new Group("site", new int[0], centres));
    return groups;
  }

  private static String rack(int rack) {
    return String.format("rack_%05d", rack);
  }

  private Group every(int step, int first, String name) {
    return new Group(
        name, IntStream.range(0, hosts).filter(i -> i % step == first).toArray(), List.of());
  }

  private static String host(int i) {
    return String.format("srv%06d.dc%02d.example.net", i, i / RACK % CENTRES);
  }

  private static List<Value> ofHost(int i) {
    return List.of(
        new Value("ansible_host", "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255)),
        new Value("host_id", i),
        new Value("asset_tag", String.format("AT-%06x", i * 2654435761L & 0xffffff)),
        new Value("weight", i % 97 / 4.0));
  }

  private static List<Value> ofGroup(String name) {
    int sum = name.chars().sum();
    return List.of(
        new Value(name + "_port", 1024 + sum),
        new Value(name + "_owner", "team-" + sum % 7),
        new Value("tier", name));
  }

  private static List<Value> ofAll() {
    return List.of(
        new Value("ntp_server", "ntp.example.net"),
        new Value("dns_port", 53),
        new Value("timezone", "UTC"),
        new Value("ansible_user", "deploy"),
        new Value("retries", 3));
  }

  private void ini(BufferedWriter text) throws IOException {
    for (Group group : groups()) {
      boolean isRack = group.name.startsWith("rack");
      if (group.members.length > 0) {
        text.write("[" + group.name + "]\n");
        for (int i : group.members) {
          text.write(host(i) + (isRack ? " " + assignments(ofHost(i), " ") : "") + "\n");
        }
      } else {
        text.write("[" + group.name + ":children]\n" + String.join("\n", group.children) + "\n");
      }
      text.write("[" + group.name + ":vars]\n" + assignments(ofGroup(group.name), "\n") + "\n\n");
    }
    text.write("[all:vars]\n" + assignments(ofAll(), "\n") + "\n");
  }

  private static String assignments(List<Value> values, String between) {
    return values.stream()
        .map(value -> value.name + "=" + value.value)
        .collect(Collectors.joining(between));
  }

  private void yaml(BufferedWriter text) throws IOException {
    text.write("---\nall:\n  vars:\n" + mapping(ofAll(), "    "));
    for (Group group : groups()) {
      boolean isRack = group.name.startsWith("rack");
      text.write(group.name + ":\n");
      text.write(group.members.length > 0 ? "  hosts:\n" : "  children:\n");
      for (int i : group.members) {
        text.write("    " + host(i) + ":\n" + (isRack ? mapping(ofHost(i), "      ") : ""));
      }
      for (String child : group.children) {
        text.write("    " + child + ":\n");
      }
      text.write("  vars:\n" + mapping(ofGroup(group.name), "    "));
    }
  }

  private static String mapping(List<Value> values, String indent) {
    return values.stream()
        .map(value -> indent + value.name + ": " + value.quoted() + "\n")
        .collect(Collectors.joining());
  }

  private void json(BufferedWriter text) throws IOException {
    text.write("{\"_meta\": {\"hostvars\": {");
    for (int i = 0; i < hosts; i++) {
      text.write((i > 0 ? ", \"" : "\"") + host(i) + "\": " + object(ofHost(i)));
    }
    text.write("}}");
    for (Group group : groups()) {
      text.write(", \"" + group.name + "\": {\"vars\": " + object(ofGroup(group.name)));
      boolean hasMembers = group.members.length > 0;
      text.write(hasMembers ? ", \"hosts\": [" : ", \"children\": [");
      text.write(
          (hasMembers
                  ? IntStream.of(group.members).mapToObj(GeneratedInventory::host)
                  : group.children.stream())
              .collect(Collectors.joining("\", \"", "\"", "\"")));
      text.write("]}");
    }
    text.write(", \"all\": {\"vars\": " + object(ofAll()) + "}}");
  }

  private static String object(List<Value> values) {
    return values.stream()
        .map(value -> "\"" + value.name + "\": " + value.quoted())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
