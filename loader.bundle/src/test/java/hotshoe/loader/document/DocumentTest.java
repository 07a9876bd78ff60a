package hotshoe.loader.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Document;
import hotshoe.archive.Document.Mapping;
import hotshoe.archive.Document.Scalar;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.NotRead;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.archive.DocumentReader.Reading;
import hotshoe.conformance.Samples;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.type.NothingValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of a manifest that is read. */
class DocumentTest {

  private static final DocumentReader READER = new YamlDocuments();

  @Test
  void aValueKeepsItsTextBesideWhatItMeans() {
    Map<String, Object> meanings = new LinkedHashMap<>();
    meanings.put("4.20", 4.2);
    meanings.put("4.23.0", "4.23.0");
    meanings.put("1_000", 1000L);
    meanings.put("0x1F", 31L);
    meanings.put("0b11", 3L);
    meanings.put("017", 15L);
    meanings.put("09", "09");
    meanings.put("-12", -12L);
    meanings.put("99999999999999999999", 1e20);
    meanings.put("1e3", 1000.0);
    meanings.put("1.5e+3", 1500.0);
    meanings.put("yes", true);
    meanings.put("Off", false);
    meanings.put("False", false);
    meanings.put("~", NothingValue.NOTHING);
    meanings.put("2026-01-31", "2026-01-31");
    meanings.put("12:30:00", "12:30:00");
    meanings.forEach(
        (text, value) -> {
          Scalar scalar = (Scalar) value(document("key: " + text));
          assertEquals(text, scalar.text());
          assertEquals(value, scalar.value(), text);
          assertEquals(text, ((Scalar) value(document("key: \"" + text + "\""))).value());
        });
  }

  @Test
  void everyPathHasItsLineAndColumn() {
    Document document =
        document("a: 1\nb:\n  - x\n  - c.d: {e: f}\n    g h: 2\n\"k\": |\n  text\n");
    assertEquals("t:1:1", document.position("a").in("t"));
    assertEquals("t:2:1", document.position("b").in("t"));
    assertEquals("t:3:5", document.position("b[0]").in("t"));
    assertEquals("t:4:5", document.position("b[1].c.d").in("t"));
    assertEquals("t:4:11", document.position("b[1].c.d.e").in("t"));
    assertEquals("t:5:5", document.position("b[1].g h").in("t"));
    assertEquals("t:6:1", document.position("k").in("t"));
  }

  @Test
  void whatIsNotThereHasThePlaceOfWhatIsAroundIt() {
    Document document = document("a: 1\nb:\n  - x\n");
    assertEquals("t:2:1", document.position("b[7].c").in("t"));
    assertEquals("t:2:1", document.position("b[99999999999999]").in("t"));
    assertEquals("t:1:1", document.position("nothing.at.all").in("t"));
    assertEquals("t:1:1", document.position("").in("t"));
    assertEquals("t:1:1", document.position("a[").in("t"));
  }

  @Test
  void anAliasStandsForWhatItNames() {
    Document document = document("a: &x [1, 2]\nb: *x\nc: [*x, *x]\n");
    assertEquals(List.of(1L, 2L), value(document, "b").plain());
    assertEquals(List.of(List.of(1L, 2L), List.of(1L, 2L)), value(document, "c").plain());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheManifest() {
    Document document = document("\uFEFFkey: 1");
    assertEquals(1L, value(document).plain());
  }

  @Test
  void jsonIsReadToo() {
    assertEquals(
        Map.of("key", Arrays.asList(1L, true, null, "x")),
        document("{\"key\": [1, true, null, \"x\"]}").root().plain());
  }

  @Test
  void aTreeCannotBeChanged() {
    Mapping mapping = (Mapping) document("a: [1]").root();
    assertThrows(UnsupportedOperationException.class, () -> mapping.entries().clear());
  }

  @Test
  void everyRefusalNamesItsLineAndColumn() throws IOException {
    Map<String, byte[]> manifests = new LinkedHashMap<>();
    add(manifests, "empty", "# nothing\n");
    add(manifests, "two", "a: 1\n---\nb: 2\n");
    add(manifests, "twice", "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n");
    add(manifests, "merge", "base: &b {x: 1}\nuse:\n  <<: *b\n");
    add(manifests, "tag", "a: !!python/object:os.system 'ls'\nb: !mine {c: 1}\n");
    add(manifests, "directive", "%TAG ! tag:evil,1:\n---\na: !x 1\n");
    add(manifests, "tab", "a:\n\tb: 1\n");
    add(manifests, "quote", "a: \"no end\nb: 1\n");
    add(manifests, "indent", "a: 1\n  b: 2\n");
    add(manifests, "alias", "a: *nobody\n");
    add(manifests, "itself", "a: &a [*a]\n");
    add(manifests, "key", "? [1, 2]\n: 3\n? |\n  two\n  lines\n: 4\n");
    add(manifests, "flow", "a: [1, 2\nb: 3\n");
    add(manifests, "bell", "a: 1\nb: x\u0007y\n");
    add(manifests, "deep", "[".repeat(100) + "]".repeat(100));
    add(manifests, "wide", "- 1\n".repeat(100_001));
    add(manifests, "bomb", bomb());
    add(manifests, "large", "a: " + "x".repeat(1 << 20));
    manifests.put("latin", "a: 1\nname: M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    manifests.put("utf16", "a: 1\n".getBytes(StandardCharsets.UTF_16));
    List<String> lines = new ArrayList<>();
    manifests.forEach(
        (name, bytes) ->
            problems(read(name + ".yaml", bytes))
                .forEach(problem -> lines.add(problem.sentence())));
    Golden.check("manifests.txt", lines);
  }

  @Test
  void aBombOfAliasesCostsNextToNothing() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertEquals(1, problems(read("x", utf8(bomb()))).size()));
  }

  @Test
  void anyLengthOfUnclosedBracketsIsRefusedSoon() {
    for (String start : List.of("[", "{", "- ", "? ", "[{", "&a [", "a: {", "!!str ", "\"", "'")) {
      String text = start.repeat((1 << 20) / start.length());
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read("x", utf8(text)), start);
    }
  }

  @Test
  void whateverIsWrittenItIsReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(4);
    List<byte[]> seeds = new ArrayList<>();
    for (String seed : SEEDS) {
      seeds.add(utf8(seed));
    }
    for (Path sample : samples()) {
      seeds.add(Files.readAllBytes(sample));
    }
    long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("fuzz", 2)).toNanos();
    int count = 0;
    while (System.nanoTime() < end) {
      byte[] mutant = mutant(seeds, random);
      Reading reading = read("fuzz", mutant);
      if (reading instanceof Read read) {
        read.document().root().plain();
      } else {
        assertTrue(((NotRead) reading).problems().size() > 0);
      }
      count++;
    }
    assertTrue(count > 100, "only " + count + " tries");
  }

  @Test
  void everyOpenSampleIsRead() throws IOException {
    for (Path sample : samples()) {
      assertInstanceOf(
          Read.class, read(sample.getFileName().toString(), Files.readAllBytes(sample)));
    }
  }

  private static final List<String> SEEDS =
      List.of(
          "a: &x {b: [1, 2.5, yes, ~, 'q', \"\\u00e4\\n\"]}\nc: *x\n",
          "%YAML 1.1\n---\nkey: >-\n  folded\n  text\nlist:\n- |\n  lit\n- ? k\n  : v\n...\n",
          "{\"a\": [1, {\"b\": null}], \"c\": \"\\ud83d\\ude00\"}",
          "!!map {? a : !!str b, <<: {c: d}}\n# remark\n");

  private static final List<String> WORDS =
      List.of(
          "&a",
          "*a",
          "!!",
          "---\n",
          "...",
          "<<",
          "? ",
          ": ",
          "- ",
          "\t",
          "[",
          "}",
          "%",
          "|\n",
          "\"",
          "\\x",
          "\uFEFF",
          "\u2028",
          "\0",
          "'",
          "#",
          "\n",
          "\\U99999999",
          "!<tag:x>",
          "0x",
          "1__2",
          ".inf");

  private static byte[] mutant(List<byte[]> seeds, Random random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(20));
      byte[] word =
          random.nextInt(3) == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : utf8(WORDS.get(random.nextInt(WORDS.size())).repeat(1 + random.nextInt(3)));
      byte[] next = new byte[bytes.length + word.length - (to - at)];
      System.arraycopy(bytes, 0, next, 0, at);
      System.arraycopy(word, 0, next, at, word.length);
      System.arraycopy(bytes, to, next, at + word.length, bytes.length - to);
      bytes = next;
    }
    return bytes;
  }

  /** The open manifests beside the project, if they are there. */
  private static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>(Samples.files("cloudstack", ".yaml", ".yml"));
    samples.addAll(Samples.files("universal", ".yaml", ".yml"));
    return samples;
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      String above = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(above, above, above))));
    }
    return text.toString();
  }

  private static void add(Map<String, byte[]> manifests, String name, String text) {
    manifests.put(name, utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Document.Node value(Document document) {
    return value(document, "key");
  }

  private static Document.Node value(Document document, String key) {
    return ((Mapping) document.root()).entries().get(key).value();
  }

  private static Document document(String text) {
    return assertInstanceOf(Read.class, read("t", utf8(text))).document();
  }

  private static Reading read(String origin, byte[] bytes) {
    return READER.read(origin, new ByteArrayInputStream(bytes));
  }

  private static List<Problem> problems(Reading reading) {
    return assertInstanceOf(NotRead.class, reading).problems();
  }
}
