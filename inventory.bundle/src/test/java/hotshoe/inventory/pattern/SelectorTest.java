package hotshoe.inventory.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.format.Address;
import hotshoe.inventory.model.Draft;
import hotshoe.inventory.model.Rules;
import hotshoe.inventory.model.VariableFolders;
import hotshoe.inventory.pattern.Selector.Mismatch;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {

  private static final InventorySource SOURCE = new InventorySource("/test");
  private static final String EVERYBODY = "lone ann bob cid eve fay x.example.org dan";

  /** What people write, and whom they mean: {@code low} is below {@code top}. */
  @ParameterizedTest
  @Proves("AN-46")
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          all              = EVERYBODY
          *                = EVERYBODY
          a*               = EVERYBODY
          lone             = lone
          red              = ann bob cid
          red:blue         = ann bob cid dan eve
          blue:red         = dan eve ann bob cid
          red,blue         = ann bob cid dan eve
          red , blue       = ann bob cid dan eve
          red blue         = ann bob cid dan eve
          red:&warm        = bob
          &warm:red        = bob
          !bob:red         = ann cid
          red:!bob         = ann cid
          red:!bob:&warm   =
          &red             = ann bob cid
          !red             = lone eve fay x.example.org dan
          top              = fay dan eve
          top[0]           = fay
          red[0]           = ann
          red[-1]          = cid
          red[1:2]         = bob cid
          red[1:]          = bob cid
          red[1:9]         = bob cid
          red[7:9]         =
          red[1:0]         = bob
          red[2:1]         =
          red[0-1]         = ann bob
          red[2]:red[0]    = cid ann
          red[0],blue[1]   = ann eve
          top:&red[0:1]    =
          r?d[0]           = ann
          [e-f]*           = x.example.org eve fay
          [!a-f]o*         = fay dan eve lone
          ~w|bo            = bob eve
          ~ob              =
          ~                = EVERYBODY
          ~.*ob            = bob
          ~(?P<n>b)ob\\Z   = bob
          RED              =
          *.org            = x.example.org
          x.example.org    = x.example.org
          empty            =
          ungrouped        = lone
          red[             = ann bob cid
          red]             = ann bob cid
          ,                = EVERYBODY
          bob:bob          = bob
          nobody:bob       = bob
          localhost        = localhost
          localhost:bob    = localhost bob
          all:!all         =
          ann:22           =
          2001:db8::1      =
          """)
  void aPatternMeansTheseHosts(String pattern, String hosts) {
    Selector selector = new Selector(colours(), Mismatch.IGNORE, Address::isOne);
    String expected = hosts == null ? "" : hosts.replace("EVERYBODY", EVERYBODY);
    assertEquals(expected, String.join(" ", names(selector.select(pattern))), pattern);
  }

  @Test
  @Proves("AN-46")
  void whatCannotBeChosenIsToldInWords() {
    assertEquals(
        """
        HS-INVENTORY-080: No hosts matched the subscripted pattern 'red[7]': 'red' matches 3 hosts, counted from 0; choose a smaller number, or a range such as [0:]
        HS-INVENTORY-080: No hosts matched the subscripted pattern 'red[-4]': 'red' matches 3 hosts, counted from 0; choose a smaller number, or a range such as [0:]
        HS-INVENTORY-081: '~(' is no regular expression that works: Unclosed group; correct it, or leave the '~' away to match names with * and ?
        HS-INVENTORY-083: '!' has nothing behind its sign; write the pattern right behind '&' or '!'
        HS-INVENTORY-084: Could not match supplied host pattern, ignoring: rad; did you mean 'red'?
        """,
        Stream.of("red[7]", "red[-4]", "~(", "red:!", "rad")
            .map(pattern -> refusal(pattern).get(0).toString() + "\n")
            .reduce("", String::concat));
  }

  @Test
  @Proves("AN-46")
  void aPatternThatMatchesNobodyIsAWarningAndOneWithADashToo() {
    Selector selector = new Selector(colours(), Mismatch.WARNING, Address::isOne);
    assertEquals(List.of("ann", "bob"), names(selector.select("red[0-1]:nobody:empty")));
    assertEquals(
        List.of("HS-INVENTORY-085", "HS-INVENTORY-084"),
        selector.warnings().stream().map(Problem::code).toList());
  }

  @Test
  void anExpressionThatNeverComesToAnEndIsGivenUp() {
    Draft draft = draft();
    draft.addHost("a".repeat(60) + "!");
    Selector selector = new Selector(finished(draft), Mismatch.ERROR, Address::isOne);
    ProblemException refused =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () ->
                assertThrows(
                    ProblemException.class,
                    () -> selector.select("~(.*)(.*)(.*)(.*)(.*)(.*)(.*)\\1z")));
    assertEquals("HS-INVENTORY-082", refused.problems().get(0).code());
  }

  @Test
  @Proves("AN-47")
  void aLimitLeavesWhomItMeansAndAFileHoldsAPatternOnEachLine(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("some"), "ann\r\n\n dan \n!eve\n");
    LimitFiles files = new LimitFiles(folder);
    assertEquals(List.of("ann", "bob", "cid"), limited("all", "red", files));
    assertEquals(List.of("bob"), limited("all", "red:&warm", files));
    assertEquals(List.of("ann", "dan"), limited("all", "@some", files));
    assertEquals(List.of("dan"), limited("all", "@some:!ann", files));
    assertEquals(List.of("dan"), limited("blue", "@some,eve", files));
    assertEquals(List.of(EVERYBODY.split(" ")), limited("all", ",", files));
  }

  @Test
  @Proves("AN-47")
  void aLimitThatLeavesNobodyOrCannotBeReadIsRefused(@TempDir Path folder) {
    LimitFiles files = new LimitFiles(folder);
    assertEquals("HS-INVENTORY-087", code("all", "localhost", files));
    assertEquals("HS-INVENTORY-087", code("all", "nobody", files));
    assertEquals("HS-INVENTORY-086", code("all", "@absent", files));
    assertEquals("HS-INVENTORY-086", code("all", "@" + folder, files));
    assertTrue(
        told("all", "@" + folder, files)
            .startsWith("Limit starting with \"@\" must be a file, not a directory"));
  }

  @Test
  @Proves("AN-46")
  void everyRecordedPatternMeansWhatItMeansAtHome() throws IOException {
    for (JsonObject line : recorded("patterns.jsonl")) {
      Selector selector = new Selector(home(), Mismatch.IGNORE, Address::isOne);
      String pattern = line.get("pattern").getAsString();
      if (line.has("error")) {
        assertThrows(ProblemException.class, () -> selector.select(pattern), pattern);
      } else {
        assertEquals(names(line), names(selector.select(pattern)), pattern);
      }
    }
  }

  @Test
  @Proves("AN-47")
  void everyRecordedLimitLeavesWhomItLeavesAtHome(@TempDir Path folder) throws IOException {
    for (JsonObject line : recorded("limits.jsonl")) {
      Selector selector = new Selector(home(), Mismatch.IGNORE, Address::isOne);
      String limit = line.get("limit").getAsString();
      Path file = Samples.folder("ansible").orElseThrow().resolve("tables/limit-file.txt");
      String written = limit.replace("@FILE", "@" + file);
      String pattern = line.get("pattern").getAsString();
      if (names(line).isEmpty()) {
        assertThrows(
            ProblemException.class,
            () -> selector.select(pattern, written, new LimitFiles(folder)));
      } else {
        assertEquals(
            names(line), names(selector.select(pattern, written, new LimitFiles(folder))), limit);
      }
    }
  }

  /** What was recorded at home, where that lies beside the project. */
  private static List<JsonObject> recorded(String table) throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (Path file : Samples.files("ansible", "tables/" + table)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          lines.add(JsonParser.parseString(line).getAsJsonObject());
        }
      }
    }
    return lines;
  }

  private static Inventory home() {
    Draft draft = draft("web", "db", "prod", "solo", "dc", "empty");
    draft.addHost("ung1");
    Stream.of("web1", "web2", "web3", "web4").forEach(host -> draft.addHost(host, "web"));
    Stream.of("db1", "db2", "db3").forEach(host -> draft.addHost(host, "db"));
    Stream.of("web1", "web2", "db1").forEach(host -> draft.addHost(host, "prod"));
    draft.addHost("db3.example.com", "solo");
    draft.addChild("dc", "web");
    draft.addChild("dc", "db");
    return finished(draft);
  }

  private static Inventory colours() {
    Draft draft = draft("red", "blue", "warm", "top", "low", "far", "empty");
    draft.addHost("lone");
    Stream.of("ann", "bob", "cid").forEach(host -> draft.addHost(host, "red"));
    Stream.of("dan", "eve").forEach(host -> draft.addHost(host, "blue"));
    Stream.of("bob", "eve").forEach(host -> draft.addHost(host, "warm"));
    draft.addHost("fay", "top");
    draft.addHost("x.example.org", "far");
    draft.addChild("top", "low");
    draft.addChild("low", "blue");
    return finished(draft);
  }

  private static Draft draft(String... groups) {
    Draft draft = new Draft(Rules.usual(), VariableFolders.NONE, warning -> {});
    draft.begin(SOURCE);
    Stream.of(groups).forEach(draft::addGroup);
    return draft;
  }

  private static Inventory finished(Draft draft) {
    draft.keep();
    return draft.finish(List.of(new ReadSource(SOURCE, "test")), Map.of());
  }

  private static List<Problem> refusal(String pattern) {
    Selector selector = new Selector(colours(), Mismatch.ERROR, Address::isOne);
    return assertThrows(ProblemException.class, () -> selector.select(pattern), pattern).problems();
  }

  private static List<String> limited(String pattern, String limit, LimitFiles files) {
    return names(
        new Selector(colours(), Mismatch.IGNORE, Address::isOne).select(pattern, limit, files));
  }

  private static String code(String pattern, String limit, LimitFiles files) {
    return refused(pattern, limit, files).code();
  }

  private static String told(String pattern, String limit, LimitFiles files) {
    return refused(pattern, limit, files).what();
  }

  private static Problem refused(String pattern, String limit, LimitFiles files) {
    Selector selector = new Selector(colours(), Mismatch.IGNORE, Address::isOne);
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> selector.select(pattern, limit, files));
    assertFalse(refusal.problems().isEmpty());
    return refusal.problems().get(0);
  }

  private static List<String> names(List<Host> hosts) {
    return hosts.stream().map(Host::name).toList();
  }

  private static List<String> names(JsonObject line) {
    return line.getAsJsonArray("hosts").asList().stream().map(JsonElement::getAsString).toList();
  }
}
