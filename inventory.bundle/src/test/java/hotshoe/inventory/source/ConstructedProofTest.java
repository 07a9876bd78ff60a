package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources made up at random, read by the real ansible-inventory and by us. */
@Tag("proof")
class ConstructedProofTest {

  private static final int MANY = Integer.getInteger("sources", 60);
  private static final String[] EXPRESSIONS = {
    "os",
    "size",
    "tags",
    "roles",
    "nosuch",
    "os | lower",
    "size + 1",
    "size | string",
    "tags.env",
    "roles | first",
    "roles | join('-')",
    "''",
    "none",
    "os ~ '-' ~ size",
    "tags | dict2items",
    "tags.values() | list",
    "group_names",
    "inventory_hostname_short",
    "gv",
    "gv | default('g')",
    "fv | default(os)",
    "fa",
    "size > 3",
    "roles | map('upper') | list",
    "composed",
    "composed | default(1)",
    "{'k': os, 'e': ''}",
    "[os, size]",
    "ev",
    "os if size is defined else 'none'",
    "allv",
    "roles[5]",
    "tmpl",
    "os.x.y",
    "[]",
    "{}",
    "size / 2",
    "inventory_hostname.split('.')"
  };

  @TempDir Path folder;

  @Test
  @Proves({"AN-39", "AN-40", "AN-41", "AN-42", "AN-43"})
  void constructedSourcesGiveWhatTheyGiveAtHome() throws Exception {
    List<String> different = new ArrayList<>();
    for (int seed = 1; seed <= MANY; seed++) {
      Path place = Files.createDirectory(folder.resolve("s" + seed));
      Desk desk = new Desk(place);
      Random random = new Random(seed);
      write(desk, random);
      desk.environment.put("ANSIBLE_JINJA2_NATIVE", random.nextInt(6) == 0 ? "true" : "false");
      String wanted = home(place, desk);
      String got = JsonParser.parseString(desk.json("hosts.yml", "more.ini", "zc.yml")).toString();
      if (!wanted.equals(got)) {
        different.add(
            "seed "
                + seed
                + "\n"
                + Files.readString(place.resolve("zc.yml"))
                + got
                + "\n"
                + wanted);
      }
    }
    Files.writeString(
        Path.of("../docs/proofs/constructed.md"),
        "# Constructed sources, beside ansible-inventory itself\n\n"
            + MANY
            + " inventories with variables in several places and a `constructed` source were made up at random,"
            + " strict ones and such\nwith native types among them. `ansible-inventory --list` of ansible-core 2.14.18"
            + " and Hotshoe read them; the JSON was different for "
            + different.size()
            + ".\n");
    assertEquals("", String.join("\n", different));
  }

  private static String home(Path place, Desk desk) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/ansible-inventory",
                "--list",
                "-i",
                place + "/hosts.yml",
                "-i",
                place + "/more.ini",
                "-i",
                place + "/zc.yml",
                "--playbook-dir",
                place + "/playbook")
            .directory(Files.createDirectories(place.resolve("playbook")).toFile())
            .redirectError(place.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(desk.environment);
    byte[] output = builder.start().getInputStream().readAllBytes();
    return JsonParser.parseString(new String(output, StandardCharsets.UTF_8)).toString();
  }

  private static void write(Desk desk, Random random) {
    List<String> hosts =
        new ArrayList<>(List.of("all:", "  vars: {allv: everywhere}", "  children:"));
    for (int g = 0; g < 3; g++) {
      hosts.add("    g" + g + ":");
      hosts.add("      vars: {gv: from-g" + g + ", tmpl: '{{ os }}/{{ size }}'}");
      hosts.add("      hosts:");
      for (int h = 0; h < 4; h++) {
        if (random.nextInt(3) > 0) {
          hosts.add("        h" + h + ".x: " + variables(random));
        }
      }
      hosts.add("      children: {" + (g < 2 ? "g" + (g + 1) : "leaf") + ": }");
    }
    desk.write("hosts.yml", hosts.toArray(String[]::new));
    desk.write("more.ini", "solo os=Solo", "[g1]", "late size=9", "[top:children]", "g0", "g2");
    desk.write("group_vars/g" + random.nextInt(3) + ".yml", "fv: file-of-group");
    desk.write("group_vars/all.yml", "fa: file-of-all");
    desk.write("host_vars/h1.x.yml", "fv: file-of-host");
    desk.write("zc.yml", constructed(random));
  }

  private static String variables(Random random) {
    List<String> parts = new ArrayList<>();
    String[] all = {
      "os: Debian",
      "os: 'Red Hat'",
      "size: 3",
      "size: 4.5",
      "size: '7'",
      "tags: {env: prod, tier: ''}",
      "tags: {}",
      "roles: [a, B, '']",
      "roles: []",
      "roles: [x]"
    };
    for (String part : all) {
      boolean isNew = parts.stream().noneMatch(p -> p.substring(0, 3).equals(part.substring(0, 3)));
      if (isNew && random.nextInt(3) > 0) {
        parts.add(part);
      }
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static String constructed(Random random) {
    StringBuilder text = new StringBuilder("plugin: constructed\n");
    text.append("strict: ").append(random.nextInt(6) == 0).append('\n');
    text.append("use_vars_plugins: ").append(random.nextBoolean()).append('\n');
    text.append("leading_separator: ").append(random.nextBoolean()).append('\n');
    text.append("compose:\n  composed: ")
        .append(quoted(random))
        .append("\n  other: ")
        .append(quoted(random));
    text.append("\ngroups:\n  some-group: ")
        .append(quoted(random))
        .append("\n  1st: ")
        .append(quoted(random));
    text.append("\nkeyed_groups:\n");
    for (int i = 0; i < 3; i++) {
      text.append("  - key: ").append(quoted(random)).append('\n');
      optional(text, random, "prefix", "p" + i, "");
      optional(text, random, "separator", "-", "", "=");
      optional(text, random, "parent_group", "par", "of {{ os }}", "{{ nosuch }}");
      if (random.nextBoolean()) {
        optional(text, random, "default_value", "dv", "");
      } else {
        optional(text, random, "trailing_separator", "FALSE", "TRUE");
      }
    }
    return text.toString();
  }

  private static void optional(StringBuilder text, Random random, String name, String... values) {
    if (random.nextInt(3) == 0) {
      String value = values[random.nextInt(values.length)];
      boolean isTruth = name.equals("trailing_separator");
      text.append("    ").append(name).append(": ");
      text.append(isTruth ? value : "'" + value + "'").append('\n');
    }
  }

  private static String quoted(Random random) {
    return "\"" + EXPRESSIONS[random.nextInt(EXPRESSIONS.length)] + "\"";
  }
}
