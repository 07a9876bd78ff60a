package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Samples;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a source holds, the answer is an inventory or problems in words, within bounds. */
class BrokenSourcesTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  void whatIsLargeOrDeepIsReadOrRefusedInTime() {
    String[][] rows = {
      {"a.yml", bomb(), "aliases stand for more than"},
      {"a.yml", "a: ".repeat(20_000), "mapping values are not allowed here"},
      {"a.yml", "[".repeat(100_000), "nested deeper than 400 levels"},
      {"a.yml", "{a: ".repeat(100_000), "nested deeper than 400 levels"},
      {"a.yml", "- ".repeat(100_000), "nested deeper than 400 levels"},
      {"a.yml", "a: &x [*x]", "recursive"},
      {"a.json", "[".repeat(1_000_000), "nested deeper"},
      {"a.json", "{\"a\":".repeat(100_000), "nested deeper"},
      {"a.json", "9".repeat(1_000_000), ""},
      {"hosts", "a[0:9][0:9][0:9][0:9][0:9][0:9][0:9][0:9]", "more than 2000000 hosts"},
      {"hosts", "a[1:999999999]", "more than 2000000 hosts"},
      {"hosts", "h v=" + "[".repeat(5_000_000), ""},
      {"hosts", "h".repeat(10_000_000), ""},
      {"hosts", "h:".repeat(2_000_000) + "22", ""},
      {"hosts", "[".repeat(1_000_000) + "]", ""},
      {"hosts", "h v='" + "a".repeat(10_000_000), "No closing quotation"},
      {"hosts", "h v=" + "9".repeat(10_000_000), ""},
      {"hosts", "x" + "-a".repeat(1_000_000) + ":22", ""},
      {"a.yml", "a: " + "x".repeat(10_000_000), "a line has more than"},
      {"a.toml", "a = " + "[".repeat(50_000), "the file is no TOML"},
      {"a.toml", "a" + ".a".repeat(20_000) + " = 1", ""},
    };
    desk.failures = Failures.LEAVE_NOTHING;
    for (String[] row : rows) {
      desk.environment.put(
          "ANSIBLE_INVENTORY_ENABLED", row[0].endsWith("toml") ? "toml" : "yaml,ini");
      desk.write(row[0], row[1]);
      List<String> told = assertTimeoutPreemptively(LIMIT, () -> desk.told(row[0]), row[2]);
      assertTrue(told.toString().contains(row[2]), row[2] + ": " + told);
      told.forEach(text -> assertTrue(text.length() < 3_000, () -> text.length() + " characters"));
    }
  }

  /** Ten levels of ten aliases each: ten thousand million values. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i <= 10; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    return text.toString();
  }

  @Test
  void manyGroupsInOneChainAreNoTrouble() {
    StringBuilder text = new StringBuilder();
    for (int i = 3_000; i > 0; i--) {
      text.append("[g").append(i).append(":children]\ng").append(i + 1).append('\n');
    }
    text.append("[g3001]\nh\n");
    desk.write("hosts", text.toString());
    assertEquals(
        3_001,
        assertTimeoutPreemptively(LIMIT, () -> desk.inventory("hosts"))
            .group("g3001")
            .get()
            .depth());
    assertTrue(assertTimeoutPreemptively(LIMIT, () -> desk.json("hosts")).contains("\"g3000\""));
  }

  @Test
  void randomChangesOfSourcesNeverBreakOut() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String seed : SEEDS) {
      seeds.add(seed.getBytes(StandardCharsets.UTF_8));
    }
    for (Path sample : Samples.files("ansible", ".ini", ".yml", ".toml", "/hosts")) {
      byte[] bytes = Files.readAllBytes(sample);
      if (bytes.length < 4_000) {
        seeds.add(bytes);
      }
    }
    Random random = new Random(Long.getLong("fuzz.seed", 6));
    List<String> names = List.of("hosts", "a.yml", "a.json", "a.toml", "a.ini");
    long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("fuzz", 3)).toNanos();
    int count = 0;
    while (System.nanoTime() < end) {
      String name = names.get(random.nextInt(names.size()));
      byte[] mutant = mutant(seeds, random);
      desk.bytes(name, mutant);
      desk.failures = random.nextBoolean() ? Failures.LEAVE_NOTHING : Failures.LEAVE_TRACES;
      desk.environment.put(
          "ANSIBLE_INVENTORY_ENABLED", name.endsWith("toml") ? "toml" : "yaml,ini");
      check(name, mutant);
      count++;
    }
    assertTrue(count > 100, "only " + count + " tries");
  }

  private void check(String name, byte[] mutant) throws IOException {
    Reading reading = desk.reading(name);
    for (Problem problem : reading.problems()) {
      boolean isSlip =
          problem.code().equals("HS-INVENTORY-129") || problem.why().contains("broke off");
      assertTrue(
          !isSlip, () -> problem + " for " + new String(mutant, StandardCharsets.ISO_8859_1));
    }
    if (reading instanceof Read read) {
      try {
        new ListForm(new Shown(read.inventory(), Shown.Variables.MERGED))
            .write(OutputStream.nullOutputStream());
      } catch (ProblemException unprintable) {
        assertEquals("HS-INVENTORY-040", unprintable.problems().get(0).code());
      }
    }
  }

  private static byte[] mutant(List<byte[]> seeds, Random random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
        case 2 -> bytes = joined(bytes, at, seeds.get(random.nextInt(seeds.size())));
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int at, byte[] other) {
    byte[] joined = java.util.Arrays.copyOf(bytes, at + Math.min(other.length, 500));
    System.arraycopy(other, 0, joined, at, joined.length - at);
    return joined;
  }

  private static final String SIGNS = "[]{}:=,'\"\\#&*!<-|>%@`~\t\n\r \0\u00ff19ah";

  private static final List<String> SEEDS =
      List.of(
          "[g]\nh[01:03:2]x[a:c]:22 a='b c' d=\"{'x': [1, (2,), b'z', 1j]}\" # c\n[g:vars]\nk = 0x1F\n"
              + "[p:children]\ng\n",
          "g:\n  hosts:\n    h[1:2]: {a: &x [1, 2.5, yes, ~, !unsafe u, !vault v, 2020-01-01], b: *x}\n"
              + "  children: {c: {vars: {<<: {q: 1}, n: !!binary aGk=}}}\n  vars: {t: |\n    text\n   }\n",
          "{\"g\": {\"hosts\": {\"h\": {\"a\": [1, -2.5e3, true, null, \"\\u00e9\"]}}, \"children\":"
              + " {\"c\": {}}}}",
          "[g]\nchildren = ['c']\nvars = { a = 1, b = [ 2020-01-01, 07:32:00 ] }\n[g.hosts.'h[1:2]']\nx"
              + " = '''\nt'''\n",
          "$ANSIBLE_VAULT;1.1;AES256\n3132\n",
          "");
}
