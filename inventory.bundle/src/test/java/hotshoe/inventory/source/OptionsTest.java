package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Inventories;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.problem.Problem;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for an option of a plugin, out of everything that can give it. */
class OptionsTest {

  private Desk desk;
  private Map<Object, Object> extra = Map.of();
  private Map<String, String> arguments = Map.of();
  private Optional<Map<String, Object>> seen = Optional.empty();

  @TempDir Path folder;

  /** Keeps the options that it gets. */
  private final class Tester implements InventoryPlugin {

    @Override
    public String name() {
      return "tester";
    }

    @Override
    public List<PluginOption> options() {
      return List.of(
          new PluginOption(
              Field.defaulting("word", Type.text(), "usual", "A word."),
              List.of("term", "name"),
              List.of("T_OLD", "T_NEW"),
              List.of(new FileKey("old", "word"), new FileKey("new", "word")),
              List.of("var_old", "var_new")),
          new PluginOption(
              Field.defaulting("active", Type.bool(), false, "A switch."),
              List.of(),
              List.of("T_ON"),
              List.of()),
          new PluginOption(
              Field.defaulting("count", Type.integer(0, 9), 1L, "A number."),
              List.of(),
              List.of("T_COUNT"),
              List.of()),
          new PluginOption(
              Field.defaulting("some", Type.listOf(Type.integer()), List.of(), "Numbers."),
              List.of(),
              List.of("T_SOME"),
              List.of()),
          PluginOption.of(Field.defaulting("words", Type.listOf(Type.text()), List.of(), "Words.")),
          PluginOption.of(
              Field.defaulting("level", Type.choice("low", "high"), "low", "One of two.")),
          PluginOption.of(Field.required("must", Type.text(), "Must be given.")));
    }

    @Override
    public boolean verify(InventorySource source, PluginContext context) {
      return source.isReadableFile();
    }

    @Override
    public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
        throws IOException {
      seen = Optional.of(context.configure(source));
    }
  }

  @BeforeEach
  void desk() {
    desk = new Desk(folder);
    desk.reader = new InventoryReader(List.of(new Tester()));
    desk.environment.put("ANSIBLE_INVENTORY_ENABLED", "tester");
  }

  private Inventories.Reading read(String... lines) {
    desk.write("t.yml", "plugin: tester\nmust: x\n" + String.join("\n", lines));
    seen = Optional.empty();
    InventoryRequest request =
        desk.request("t.yml").withExtraVariables(extra).withOptions(arguments);
    return desk.reader.read(request);
  }

  private Object value(String option, String... lines) {
    String problems =
        read(lines).problems().stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    return seen.map(options -> options.get(option)).orElse(problems);
  }

  private String told(String... lines) {
    return read(lines).problems().stream()
        .map(Problem::sentence)
        .map(text -> text.replace(folder + "/", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  @Proves("AN-51")
  void theSourceIsAboveVariablesAboveTheCommandLineAboveEnvironmentAboveFileAboveTheDefault() {
    assertEquals("usual", value("word"));
    desk.write("ansible.cfg", "[old]", "word = file");
    assertEquals("file", value("word"));
    desk.environment.put("T_OLD", "environment");
    assertEquals("environment", value("word"));
    arguments = Map.of("word", "argument");
    assertEquals("argument", value("word"));
    extra = Map.of("var_old", "variable");
    assertEquals("variable", value("word"));
    assertEquals("source", value("word", "word: source"));
  }

  @Test
  @Proves("AN-51")
  void ofSeveralNamesTheLastThatIsSetWins() {
    desk.write("ansible.cfg", "[new]", "word = new file", "[old]", "word = old file");
    assertEquals("new file", value("word"));
    desk.environment.put("T_NEW", "new");
    desk.environment.put("T_OLD", "old");
    assertEquals("new", value("word"));
    arguments = Map.of("word", "all", "tester.word", "mine", "other.word", "theirs");
    assertEquals("mine", value("word"));
    Map<Object, Object> both = new HashMap<>();
    both.put("var_new", "new variable");
    both.put("var_old", "old variable");
    extra = both;
    assertEquals("new variable", value("word"));
  }

  @Test
  @Proves("AN-51")
  void aliasesGiveAValueWhereTheNameDoesNot() {
    assertEquals("alias", value("word", "name: alias"));
    assertEquals("first", value("word", "name: second", "term: first"));
    assertEquals("own", value("word", "term: alias", "word: own"));
  }

  @Test
  @Proves("AN-51")
  void valuesAreTakenAsPeopleWriteThem() {
    assertEquals("quoted", value("word", "word: \"'quoted'\""));
    assertEquals("5", value("word", "word: 5"));
    assertEquals("True", value("word", "word: true"));
    assertEquals(List.of(1L, 2L), value("some", "some: \"1, '2'\""));
    assertEquals(List.of(1L, 2L), value("some", "some: [1, '2']"));
    assertEquals(List.of("a b", "c"), value("words", "words: \"'a b' , c\""));
    for (String yes : List.of("y", "yes", "ON", "1", "True", "t")) {
      desk.environment.put("T_ON", yes);
      assertEquals(true, value("active"), yes);
    }
    desk.environment.put("T_ON", "f");
    assertEquals(false, value("active"));
    assertEquals("high", value("level", "level: high"));
  }

  @Test
  @Proves("AN-51")
  void anEmptyVariableOfTheEnvironmentCountsForTextOnly() {
    desk.environment.put("T_COUNT", "");
    desk.environment.put("T_NEW", "");
    assertEquals(1L, value("count"));
    assertEquals("", value("word"));
  }

  @Test
  @Proves("AN-51")
  void everyWrongValueIsToldAtOnceAndNoneIsChangedSilently() {
    String[] wrong = {
      "active: maybe", "count: 10", "level: hihg", "words: {a: b}", "some: '1,two'"
    };
    for (String name : List.of("active", "count", "level", "words", "some")) {
      assertTrue(value(name, wrong) instanceof String, name);
    }
    String text = told(wrong);
    assertTrue(text.contains("(and 4 more)"), text);
    desk.environment.put("T_COUNT", "many");
    assertTrue(told().contains("(environment or ansible.cfg): count"), told());
    desk.environment.remove("T_COUNT");
    assertTrue(told("count: ten").contains("count"), text);
    assertTrue(told("level: hihg").contains("did you mean 'high'?"), told("level: hihg"));
    assertTrue(told("some: [1, two]").contains("some[1]"), told("some: [1, two]"));
  }

  @Test
  @Proves("AN-51")
  void whatMustBeGivenAndIsNotFailsTheSource() {
    desk.write("bare.yml", "plugin: tester");
    String text = desk.why("bare.yml");
    assertTrue(text.contains("option 'must' is missing"), text);
  }

  @Test
  @Proves("AN-51")
  void anOptionThatIsNotThereIsToldWithTheNearestName() {
    String text = told("cuont: 1");
    assertEquals("", text.lines().filter(line -> line.startsWith("ERROR")).findAny().orElse(""));
    assertTrue(text.contains("HS-INVENTORY-175"), text);
    assertTrue(text.contains("has no option 'cuont' (t.yml:3)"), text);
    assertTrue(told("coun: 1").contains("did you mean 'count'?"), told("coun: 1"));
    assertTrue(seen.isPresent());
  }

  @Test
  void anEncryptedOptionIsDecryptedOrTold() {
    String text = told("word: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  31");
    assertTrue(text.contains("HS-INVENTORY-110"), text);
    assertTrue(text.contains("an option of plugin tester is encrypted"), text);
  }
}
