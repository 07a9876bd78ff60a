package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hotshoe inventory} as people call it, beside the real {@code ansible-inventory}. */
class InventoryCommandTest {

  /** Of the recorded inventories every so manieth is tried here; the tool's own tests try all. */
  private static final int EVERY = 15;

  @TempDir Path folder;
  private InventoryDesk desk;

  @BeforeEach
  void sources() {
    desk = new InventoryDesk(folder);
    desk.write(
        "hosts",
        "[web]",
        "web[01:03].example.net:2222 a=1 b='x y' c=[1,2.50,None] d=1e5",
        "[db]",
        "db1 note=\"gr\u00fcn\"",
        "[app:children]",
        "web",
        "db",
        "[app:vars]",
        "tier=app",
        "port=5432");
    desk.write(
        "more.yml",
        "all:",
        "  children:",
        "    app: {hosts: {app1: {n: 1, list: [1, yes, ~, 2.0], day: 2024-02-29}}}",
        "    late: {vars: {text: 'a: b'}, hosts: {db1: }}");
    desk.write("group_vars/web.yml", "from_file: [1, {k: v}]");
    desk.write("host_vars/db1.yml", "own: true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--list",
        "--list --export",
        "--graph",
        "--graph app --vars",
        "--host db1",
        "--list --yaml",
        "--list -e x=1"
      })
  @Proves({"AN-53", "AN-54", "AN-55", "AN-56", "AN-57"})
  void everyActionPrintsWhatTheRealToolPrints(String action) {
    String[] words =
        Stream.of("-i", "hosts", "-i", "more.yml", action)
            .flatMap(word -> Stream.of(word.split(" ")))
            .toArray(String[]::new);
    Ran theirs = desk.ansible(words);
    assertEquals(0, theirs.code(), theirs::messages);
    assertTrue(theirs.output().length() > 20);
    assertEquals(theirs, desk.hotshoe(words));
  }

  @Test
  @Proves({"AN-53", "AN-54", "AN-55"})
  void recordedInventoriesGiveTheRecordedAnswers() throws IOException {
    List<String> differences = new ArrayList<>();
    Optional<Path> samples = Samples.folder("ansible").map(path -> path.resolve("open"));
    if (samples.isPresent()) {
      desk.write("empty/none");
      List<String> cases = Files.readAllLines(samples.get().resolve("CASES.tsv"));
      for (int i = 1; i < cases.size(); i += EVERY) {
        differences.addAll(differences(samples.get(), cases.get(i).split("\t", -1)));
      }
    }
    assertEquals(List.of(), differences);
  }

  private List<String> differences(Path samples, String[] columns) throws IOException {
    List<String> differences = new ArrayList<>();
    boolean isPlain = Stream.of(columns).skip(2).allMatch(String::isBlank);
    for (String mode : List.of("json --list", "export.json --list --export", "graph.txt --graph")) {
      List<String> words = new ArrayList<>(List.of(mode.split(" ")));
      Path recorded = samples.resolve(columns[0] + ".expected." + words.remove(0));
      for (String source : columns[1].split(" ")) {
        String path = samples.resolve(columns[0]).resolve(source).normalize().toString();
        words.addAll(List.of("-i", source.endsWith(",") ? source : path));
      }
      boolean isAnswered = isPlain && !columns[1].contains("script:");
      if (isAnswered
          && !Files.readString(recorded)
              .equals(desk.hotshoe(words.toArray(String[]::new)).output())) {
        differences.add(String.join(" ", words));
      }
    }
    return differences;
  }

  @Test
  @Proves("AN-58")
  void exitCodesAreThoseOfTheRealTool() {
    desk.write("broken/hosts", "a");
    desk.write("broken/group_vars/all.yml", "- no\n- map");
    List<String[]> lines =
        Stream.of(
                "-i hosts --list",
                "-i nothing-there --list",
                "-i hosts --lst",
                "-i hosts --host",
                "-i hosts",
                "-i hosts --list --graph",
                "-i hosts --host nobody",
                "-i hosts --graph nobody",
                "-i broken/hosts --list")
            .map(line -> line.split(" "))
            .toList();
    List<Integer> theirs = lines.stream().map(line -> desk.ansible(line).code()).toList();
    assertEquals(List.of(0, 0, 2, 2, 5, 5, 5, 5, 4), theirs);
    assertEquals(theirs, lines.stream().map(line -> desk.hotshoe(line).code()).toList());
    desk.environment.put("ANSIBLE_INVENTORY_UNPARSED_FAILED", "1");
    assertEquals(1, desk.hotshoe("-i", "nothing-there", "--list").code());
  }

  @Test
  @Proves("AN-58")
  void aFileGetsTheAnswerWithoutANewlineAtTheEnd() throws IOException {
    Ran there = desk.ansible("-i", "hosts", "--list", "--output", "theirs.json");
    Ran here = desk.hotshoe("-i", "hosts", "--list", "--output", "ours.json");
    assertEquals(there, here);
    String ours = Files.readString(folder.resolve("ours.json"));
    assertTrue(ours.endsWith("}"));
    assertEquals(Files.readString(folder.resolve("theirs.json")), ours);
  }

  @Test
  @Proves("AN-58")
  void anInterruptionEndsItQuietlyAndItsScriptWithIt() throws IOException {
    Path script = desk.script("slow.sh", "#!/bin/sh", "echo $$ > pid", "exec sleep 600");
    Ran.Running running = desk.begin("-i", script.toString(), "--list");
    await(() -> Files.exists(folder.resolve("pid")) && !read("pid").isBlank());
    desk.run("kill", "-INT", Long.toString(running.process().pid()));
    assertEquals(new Ran(99, "", ""), running.awaitEnd());
    long child = Long.parseLong(read("pid").strip());
    await(() -> !isAlive(child));
  }

  /** One that has ended may wait for its parent for ever. */
  private static boolean isAlive(long process) {
    try {
      return !Files.readString(Path.of("/proc/" + process + "/stat")).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly() {
    String line =
        "'%s' inventory -i 'h[1:20000],' --list -i hosts -e a=1 | head -n 1; echo ${PIPESTATUS[0]}";
    desk.write("many", "h[1:20000] text=something-to-print");
    line = line.replace("'h[1:20000],'", "many");
    Ran ran = desk.run("bash", "-c", line.formatted(InventoryDesk.program("hotshoe")));
    assertEquals(new Ran(0, "{\n141\n", ""), ran);
  }

  @Test
  void itStartsWithoutAFrameworkOrALog() throws IOException {
    Path classes = folder.resolve("classes.txt");
    desk.environment.put("HOTSHOE_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
    assertEquals(0, desk.hotshoe("-i", "hosts", "--list").code());
    List<String> loaded = Files.readAllLines(classes);
    assertTrue(loaded.size() > 100);
    // what the JDK itself loads to tell of an exit, as it does from 21 on, is not ours
    String ours = ".*(org\\.osgi|org\\.apache|org\\.slf4j|hotshoe\\.runtime\\.log)\\..*";
    assertEquals(List.of(), loaded.stream().filter(line -> line.matches(ours)).toList());
  }

  @Test
  void theFirstUseLeavesAnArchiveThatTheNextOneUses() throws IOException {
    Path archives = folder.resolve("with blank/archives");
    desk.environment.put("HOTSHOE_CLASS_ARCHIVE", archives.toString());
    Ran first = desk.hotshoe("-i", "hosts", "--list");
    await(() -> archives(archives).stream().anyMatch(name -> name.matches(".*\\.(jsa|aot)")));
    await(() -> archives(archives).size() == 1);
    Path classes = folder.resolve("classes.txt");
    desk.environment.put("HOTSHOE_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
    assertEquals(first, desk.hotshoe("-i", "hosts", "--list"));
    assertTrue(
        Files.readAllLines(classes).stream()
            .anyMatch(
                line -> line.contains("InventoryTool ") && line.contains("shared objects file")));
  }

  @Test
  @Proves("AN-60")
  void aHundredThousandHostsFitInLessMemoryThanTheRealToolTakes() {
    desk.environment.put("HOTSHOE_JAVA_OPTIONS", "-Xmx300m");
    desk.write("many", "[web]", "h[1:100000] a=1 text=something", "[web:vars]", "b=2");
    long began = System.nanoTime();
    Ran ran = desk.hotshoe("-i", "many", "--list", "--output", "answer");
    assertEquals(new Ran(0, "", ""), ran);
    assertTrue(System.nanoTime() - began < 33_000_000_000L);
    String answer = read("answer");
    assertEquals(100_000, answer.split("\"text\": \"something\"", -1).length - 1);
  }

  @Test
  void helpTellsTheWords() {
    Ran help = desk.run(InventoryDesk.program("hotshoe"), "help", "inventory");
    assertEquals(0, help.code());
    assertTrue(help.output().contains("--limit"), help.output());
    assertEquals(help, desk.hotshoe("--help"));
    assertFalse(desk.run(InventoryDesk.program("hotshoe"), "help").output().contains("--limit"));
  }

  private String read(String name) {
    return Home.attempt(() -> Files.readString(folder.resolve(name)));
  }

  private static List<String> archives(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return Home.attempt(
        () -> {
          try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
          }
        });
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    boolean isSeen =
        IntStream.range(0, 600)
            .anyMatch(
                i -> {
                  Home.pause(i == 0 ? 0 : 100);
                  return condition.getAsBoolean();
                });
    assertTrue(isSeen, "waited in vain for a minute");
  }
}
