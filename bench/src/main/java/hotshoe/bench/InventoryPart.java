package hotshoe.bench;

import hotshoe.bench.GeneratedInventory.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole processes that print an inventory: {@code hotshoe inventory} by its start script beside the
 * real {@code ansible-inventory}. All answers to one inventory must be the same bytes.
 */
final class InventoryPart implements Part {

  private static final String OURS = "hotshoe";
  private static final String PACKAGED = "ansible-core of this machine";
  private static final String OTHER = "another ansible-core";
  private static final int LARGE = 100_000;
  private static final int HUGE = 1_000_000;

  private final Map<String, Long> answers = new HashMap<>();

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public int runs() {
    return 5;
  }

  @Override
  public List<Case> cases(Workplace workplace) throws Exception {
    Workbench bench = Workbench.in(workplace);
    List<Case> cases = new ArrayList<>();
    for (int hosts : List.of(1, 1_000, 10_000, LARGE)) {
      for (Form form : Form.values()) {
        if (hosts > 1 || form == Form.INI) {
          cases.add(bench.ours(hosts, form, this));
          cases.addAll(bench.theirs(hosts, form, this));
        }
      }
    }
    cases.add(bench.ours(HUGE, Form.INI, this));
    return cases;
  }

  /** Ansible takes minutes for the large ones, which so are not repeated. */
  private static boolean isRepeated(String system, int hosts) {
    return hosts < LARGE || (system.equals(OURS) && hosts < HUGE);
  }

  private synchronized void compare(String variant, Path output) throws IOException {
    String inventory = variant.replaceAll(" .*", "");
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    try (InputStream bytes =
        new java.util.zip.CheckedInputStream(Files.newInputStream(output), sum)) {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
    Long other = answers.putIfAbsent(inventory, sum.getValue());
    if (other != null && other != sum.getValue()) {
      throw new IOException("the answers to " + inventory + " hosts are not the same");
    }
  }

  /** What all cases need. */
  private record Workbench(Workplace workplace, Path product, Path folder, Path measure) {

    static Workbench in(Workplace workplace) throws IOException {
      Path folder = workplace.fresh("inventory");
      Path product = folder.resolve("hotshoe");
      Workplace.copyTree(new Product(workplace).distribution(), product);
      Path measure = folder.resolve("whole_process.py");
      try (InputStream script = InventoryPart.class.getResourceAsStream("whole_process.py")) {
        Files.copy(script, measure);
      }
      Files.writeString(folder.resolve("ansible.cfg"), "[defaults]\n");
      Files.createDirectories(folder.resolve("empty"));
      return new Workbench(workplace, product, folder, measure);
    }

    Case ours(int hosts, Form form, InventoryPart part) throws Exception {
      List<String> command = List.of(product.resolve("bin/hotshoe").toString(), "inventory");
      awaitArchive(command);
      return measured(OURS, command, hosts, form, part);
    }

    List<Case> theirs(int hosts, Form form, InventoryPart part) {
      List<Case> cases = new ArrayList<>();
      cases.add(measured(PACKAGED, List.of("ansible-inventory"), hosts, form, part));
      Optional.ofNullable(System.getenv("ANSIBLE_INVENTORY_OTHER"))
          .ifPresent(other -> cases.add(measured(OTHER, List.of(other), hosts, form, part)));
      return cases;
    }

    private Case measured(
        String system, List<String> program, int hosts, Form form, InventoryPart part) {
      String variant = hosts + " " + form.name().toLowerCase(Locale.ROOT);
      return new Case(
          variant + " " + system,
          round -> {
            if (round > 0 && !isRepeated(system, hosts)) {
              return List.of();
            }
            Path source = new GeneratedInventory(hosts).in(workplace.samples(), form);
            Path output = folder.resolve("answer");
            List<String> command = new ArrayList<>();
            command.addAll(List.of("python3", measure.toString()));
            command.addAll(List.of(system, variant, output.toString()));
            command.addAll(program);
            command.addAll(List.of("-i", source.toString(), "--list"));
            List<Figure> figures = run(command).untilExit();
            part.compare(variant, output);
            return figures;
          });
    }

    private ProcessRun run(List<String> command) {
      return new ProcessRun(
          command,
          folder.resolve("empty"),
          Map.of(
              "ANSIBLE_CONFIG", folder.resolve("ansible.cfg").toString(),
              "ANSIBLE_NOCOLOR", "1",
              "JAVA_HOME", Jdk.first().home().toString()),
          Pattern.compile("$^"));
    }

    /** The first use of all leaves an archive for the others. */
    private void awaitArchive(List<String> command) throws Exception {
      List<String> words = Stream.concat(command.stream(), Stream.of("--help")).toList();
      for (int i = 0; i < 300 && !holdsArchive(); i++) {
        if (i == 0) {
          run(words).untilExit();
        }
        Thread.sleep(100);
      }
    }

    private boolean holdsArchive() throws IOException {
      Path cache = product.resolve("data/cache");
      if (!Files.isDirectory(cache)) {
        return false;
      }
      try (Stream<Path> files = Files.list(cache)) {
        return files.anyMatch(file -> file.toString().matches(".*\\.(jsa|aot)"));
      }
    }
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        times("1,000 hosts in INI", PACKAGED, "1000 ini", "cpu_ms", 4),
        times("100,000 hosts in INI", PACKAGED, "100000 ini", "cpu_ms", 50),
        times("100,000 hosts in INI", OTHER, "100000 ini", "cpu_ms", 15),
        times("100,000 hosts in INI, memory", PACKAGED, "100000 ini", "peak_rss_mib", 1),
        times("100,000 hosts in YAML, memory", PACKAGED, "100000 yaml", "peak_rss_mib", 1),
        times("100,000 hosts of a script, memory", PACKAGED, "100000 script", "peak_rss_mib", 1),
        Goal.ratioAtMost(
            "1,000,000 hosts: times the processor time of 100,000",
            samples -> samples.median(OURS, "1000000 ini", "cpu_ms"),
            samples -> samples.median(OURS, "100000 ini", "cpu_ms"),
            11));
  }

  private static Goal times(String what, String system, String variant, String key, double limit) {
    return Goal.ratioAtLeast(
        what + ": " + system + " takes times ours",
        samples -> samples.median(system, variant, key),
        samples -> samples.median(OURS, variant, key),
        limit);
  }
}
