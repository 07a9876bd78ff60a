package hotshoe.inventory.tool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Does a little of everything that {@link Program} does, so that the Java machine meets the classes
 * that later processes need. The start script runs it with the option to remember them.
 */
public final class Rehearsal {

  private static final Map<String, String> SOURCES =
      Map.of(
          "z.yml",
          """
          plugin: constructed
          compose: {label: zone ~ '-' ~ inventory_hostname | upper}
          groups: {first: inventory_hostname is match('web')}
          keyed_groups: [{key: zone, prefix: z}]
          """,
          "a.ini.txt",
          """
          [web]
          web[01:30].example.net:2222 x=1 y="two words" z=[1,2.5,'a']
          [db:children]
          web
          [db:vars]
          port=5432
          [all:vars]
          zone=a
          """,
          "b.yml",
          """
          all:
            children:
              app: {hosts: {app1: {a: 1, b: [x, 2, true, null], c: {d: 2024-01-01}}, "web[01:03].example.net": }}
              other:
                vars: {text: "a: b", float: 1.5}
          """,
          "c.json",
          "{\"all\": {\"hosts\": {\"j1\": {\"n\": 1, \"m\": [1.5, null, true, \"t\"]}}}}\n",
          "d.toml",
          "[t.hosts.t1]\na = 1\nb = [1, 2]\n[t.vars]\nc = \"d\"\n",
          "group_vars/all.yml",
          "shared: true\n",
          "host_vars/app1.yml",
          "own: [1, 2]\n");

  private static final String SCRIPT =
      "#!/bin/sh\necho '{\"s\": {\"hosts\": [\"s1\"]}, \"_meta\": {\"hostvars\": {\"s1\": {\"k\": 1}}}}'\n";

  private static final List<List<String>> ACTIONS =
      List.of(
          List.of("--list"),
          List.of("--list", "--export"),
          List.of("--list", "--yaml"),
          List.of("--list", "--toml"),
          List.of("--explain", "app1"),
          List.of("--list", "--limit", "web:!web02*"),
          List.of("--graph"),
          List.of("--graph", "--vars"),
          List.of("--host", "app1"),
          List.of("--explain", "app1", "a"),
          List.of("--nonsense"));

  private Rehearsal() {}

  /** Does it in a folder of its own, which is gone afterwards. */
  public static void main(String... none) throws IOException {
    Interruption.endWith(1);
    Path folder = Files.createTempDirectory("hotshoe-inventory");
    try {
      write(folder);
      ACTIONS.forEach(action -> run(folder, action));
    } finally {
      delete(folder);
    }
  }

  private static void write(Path folder) throws IOException {
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    Path script = Files.writeString(folder.resolve("e.sh"), SCRIPT);
    if (!script.toFile().setExecutable(true)) {
      Files.delete(script);
    }
  }

  private static void run(Path folder, List<String> action) {
    List<String> sources =
        Stream.concat(SOURCES.keySet().stream(), Stream.of("e.sh", "one,two[1:2]"))
            .filter(name -> !name.contains("/"))
            .sorted()
            .flatMap(name -> Stream.of("-i", name))
            .toList();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("ANSIBLE_CONFIG", folder.resolve("none.cfg").toString());
    InventoryTool.withoutFramework()
        .run(
            Stream.concat(sources.stream(), action.stream()).toList(),
            environment,
            folder,
            new StandardOutput(),
            new FileOutputStream(FileDescriptor.err));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
