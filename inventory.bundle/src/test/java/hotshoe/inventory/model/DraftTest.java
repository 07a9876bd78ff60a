package hotshoe.inventory.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.Layer;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.ReadSource;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static final InventorySource FIRST = new InventorySource("/first");
  private static final InventorySource SECOND = new InventorySource("/second");

  private final List<Problem> warnings = new ArrayList<>();

  @Test
  @Proves("AN-13")
  void allAndUngroupedAreAlwaysThereAndEveryHostIsInItsPlace() {
    Draft draft = draft(Rules.usual());
    draft.addHost("loose");
    draft.addHost("top", "all");
    draft.addHost("both", "ungrouped");
    draft.addGroup("web");
    draft.addHost("both", "web");
    draft.addGroup("db");
    Inventory inventory = finished(draft);
    assertEquals(List.of("all", "ungrouped", "web", "db"), names(inventory.groups()));
    assertEquals(
        List.of("ungrouped", "web", "db"), names(inventory.group("all").orElseThrow().children()));
    assertEquals(List.of("loose", "top"), hosts(inventory, "ungrouped"));
    assertEquals(List.of("both"), hosts(inventory, "web"));
  }

  @Test
  @Proves("AN-14")
  void aGroupIsNeverItsOwnChildAndNeverBelowItsDescendant() {
    Draft draft = draft(Rules.usual());
    List.of("a", "b", "c", "d").forEach(draft::addGroup);
    draft.addChild("a", "b");
    draft.addChild("b", "c");
    assertTrue(told(() -> draft.addChild("a", "a")).contains("can't add group to itself"));
    assertTrue(
        told(() -> draft.addChild("c", "a"))
            .contains("Adding group 'a' as child to 'c' creates a recursive dependency loop."));
    draft.addChild("a", "d");
    draft.addChild("d", "c");
    assertEquals(List.of("b", "d"), names(draft.group("c").orElseThrow().parents()));
  }

  @Test
  @Proves("AN-16")
  void theDeeperGroupWinsThenThePriorityThenTheName() {
    Draft draft = draft(Rules.usual());
    List.of("parent", "b_child", "a_child").forEach(draft::addGroup);
    draft.addHost("h", "b_child");
    draft.addHost("h", "a_child");
    draft.addChild("parent", "a_child");
    draft.addChild("parent", "b_child");
    for (String group : List.of("b_child", "a_child", "parent", "all")) {
      draft.setVariable(group, "x", group);
    }
    draft.setVariable("parent", "y", "parent");
    Inventory inventory = finished(draft);
    assertEquals(Map.of("x", "b_child", "y", "parent"), variables(inventory, "h"));
  }

  @Test
  @Proves("AN-15")
  void aPriorityDecidesAmongGroupsOfOneDepthAndIsNoVariable() {
    Draft draft = draft(Rules.usual());
    for (String group : List.of("a", "z")) {
      draft.addGroup(group);
      draft.addHost("h", group);
      draft.setVariable(group, "x", group);
    }
    draft.setVariable("a", "ansible_group_priority", " 1_0 ");
    Inventory inventory = finished(draft);
    assertEquals(Map.of("x", "a"), variables(inventory, "h"));
    assertEquals(10L, inventory.exported(inventory.group("a").get()).get("ansible_group_priority"));
    Draft other = draft(Rules.usual());
    other.addGroup("g");
    assertTrue(
        told(() -> other.setVariable("g", "ansible_group_priority", "high")).contains("high"));
  }

  @Test
  @Proves("AN-18")
  void mapsAreReplacedOrMergedAndListsAlwaysReplaced() {
    assertEquals(
        Map.of("m", Map.of("b", 2L), "l", List.of(2L)), variables(nested(Merging.REPLACE), "h"));
    assertEquals(
        Map.of("m", Map.of("a", 1L, "b", 2L), "l", List.of(2L)),
        variables(nested(Merging.MERGE), "h"));
  }

  private Inventory nested(Merging merging) {
    Draft draft =
        draft(new Rules(merging, Sanitising.NEVER, Rules.USUAL, Failures.LEAVE_NOTHING, "python3"));
    draft.addHost("h", "all");
    draft.setVariable("all", "m", Map.of("a", 1L));
    draft.setVariable("h", "m", Map.of("b", 2L));
    draft.setVariable("all", "l", List.of(1L));
    draft.setVariable("h", "l", List.of(2L));
    return finished(draft);
  }

  @Test
  @Proves("AN-20")
  void theImplicitLocalhostIsInNoGroupAndGoesWhenOneIsDefined() {
    Draft draft = draft(Rules.usual());
    draft.setVariable("all", "x", 1L);
    Inventory inventory = finished(draft);
    Host implicit = inventory.implicitLocalhost("127.0.0.1").orElseThrow();
    assertEquals(
        Map.of(
            "x", 1L,
            "ansible_connection", "local",
            "ansible_python_interpreter", "/usr/bin/python3"),
        inventory.variables(implicit));
    assertTrue(implicit.allGroups().isEmpty());
    assertTrue(inventory.hosts().isEmpty());
    Draft defined = draft(Rules.usual());
    defined.addHost("::1");
    defined.addHost("localhost");
    Inventory explicit = finished(defined);
    assertTrue(explicit.implicitLocalhost("localhost").isEmpty());
    assertTrue(warnings.get(0).what().contains("A duplicate localhost-like entry"));
  }

  @Test
  @Proves("AN-21")
  void variablesOfANameThatIsHostAndGroupGoToTheGroup() {
    Draft draft = draft(Rules.usual());
    draft.addHost("same");
    draft.addGroup("same");
    draft.setVariable("same", "x", 1L);
    Inventory inventory = finished(draft);
    assertEquals(Map.of(), variables(inventory, "same"));
    assertEquals(Map.of("x", 1L), inventory.group("same").orElseThrow().variables().asMap());
    assertEquals(
        "Found both group and host with same name: same", warnings.get(warnings.size() - 1).what());
  }

  @Test
  @Proves("AN-21")
  void aGroupThatComesLaterTakesTheVariablesFromThenOn() {
    Draft draft = draft(Rules.usual());
    draft.addHost("same", "all");
    draft.setVariable("same", "x", 1L);
    draft.addGroup("same");
    draft.setVariable("same", "x", 2L);
    assertEquals(Map.of("x", 1L), draft.host("same").orElseThrow().variables().asMap());
    draft.removeHost("same");
    draft.addHost("other", "all");
    draft.setVariable("other", "x", 3L);
    draft.removeHost("other");
    assertTrue(told(() -> draft.setVariable("other", "x", 4L)).contains("other"));
  }

  @Test
  @Proves("AN-22")
  void badNamesOfGroupsAreKeptOrReplacedAsTheSettingSays() {
    assertEquals("a-b", sanitised(Sanitising.NEVER, "a-b"));
    assertEquals(1, warnings.size());
    assertEquals("a-b", sanitised(Sanitising.IGNORE, "a-b"));
    assertEquals(1, warnings.size());
    assertEquals("a_b", sanitised(Sanitising.ALWAYS, "a-b"));
    assertEquals(2, warnings.size());
    assertEquals(
        "_9__x", sanitised(Sanitising.SILENTLY, "19  x".replace("  ", ". ")).substring(0, 5));
    assertEquals("équipe_Ж_字", sanitised(Sanitising.SILENTLY, "équipe Ж 字"));
    assertEquals(2, warnings.size());
  }

  private String sanitised(Sanitising how, String name) {
    Rules rules = new Rules(Merging.REPLACE, how, Rules.USUAL, Failures.LEAVE_NOTHING, "python3");
    return draft(rules).addGroup(name);
  }

  @Test
  @Proves("AN-11")
  void aSourceThatFailsLeavesNothingBehindUnlessTheRulesSaySo() {
    Inventory before = finished(halfRead(Failures.LEAVE_NOTHING, false));
    Inventory nothing = finished(halfRead(Failures.LEAVE_NOTHING, true));
    assertEquals(described(before), described(nothing));
    Inventory traces = finished(halfRead(Failures.LEAVE_TRACES, true));
    assertTrue(traces.host("new").isPresent());
    assertFalse(described(before).equals(described(traces)));
  }

  private Draft halfRead(Failures failures, boolean withSecond) {
    Draft draft =
        draft(new Rules(Merging.MERGE, Sanitising.NEVER, Rules.USUAL, failures, "python3"));
    List.of("a", "b").forEach(draft::addGroup);
    draft.addHost("h1", "a");
    draft.addHost("h2", "a");
    draft.setVariable("h1", "m", Map.of("x", 1L));
    draft.setVariable("a", "v", "old");
    draft.keep();
    if (withSecond) {
      draft.begin(SECOND);
      draft.addGroup("c");
      draft.addChild("b", "a");
      draft.addChild("c", "b");
      draft.addHost("new", "a");
      draft.addHost("h1", "b");
      draft.setVariable("h1", "m", Map.of("y", 2L));
      draft.setVariable("a", "v", "new");
      draft.setVariable("a", "ansible_group_priority", 7L);
      draft.removeHost("h2");
      draft.removeGroup("b");
      draft.drop();
    }
    return draft;
  }

  private static String described(Inventory inventory) {
    StringBuilder text = new StringBuilder();
    for (Group group : inventory.groups()) {
      text.append(group.name())
          .append(group.depth())
          .append(group.priority())
          .append(group.children())
          .append(group.parents())
          .append(group.hosts())
          .append(group.variables())
          .append('\n');
    }
    for (Host host : inventory.hosts()) {
      text.append(host.name()).append(host.groups()).append(inventory.variables(host)).append('\n');
    }
    return text.toString();
  }

  @Test
  void everyValueKnowsItsSourceLineAndLayer() {
    Draft draft = draft(Rules.usual());
    draft.at(3);
    draft.addHost("h", "all");
    draft.setVariable("h", "x", 1L);
    draft.at(4);
    draft.setVariable("all", "x", 2L);
    draft.setVariable("all", "other", 2L);
    draft.keep();
    draft.begin(SECOND);
    draft.at(9);
    draft.setVariable("h", "y", 3L);
    draft.setVariable("h", "x", 4L);
    Inventory inventory = finished(draft);
    List<LayeredValue> values = inventory.explain(inventory.host("h").orElseThrow(), "x");
    assertEquals(
        List.of(Layer.ALL_INVENTORY, Layer.HOST_INVENTORY),
        values.stream().map(LayeredValue::layer).toList());
    assertEquals("/first:4", values.get(0).origin().toString());
    assertEquals("/second:9", values.get(1).origin().toString());
    assertEquals(4L, values.get(1).value());
  }

  @Test
  void manyVariablesKeepTheirOrderTheirValuesAndTheirPlaces() {
    Bag bag = new Bag(new Book());
    for (long i = 0; i < 200; i++) {
      bag.set("k" + i, i, i);
    }
    bag.set("k7", "seven", 1000);
    assertEquals(200, bag.size());
    assertEquals("seven", bag.get("k7").orElseThrow());
    assertEquals(1000, bag.origin("k7").orElseThrow().line());
    assertEquals(41, bag.origin("k41").orElseThrow().line());
    assertEquals("k0", bag.asMap().keySet().iterator().next());
    assertEquals("k199", List.copyOf(bag.asMap().keySet()).get(199));
  }

  @Test
  void whatIsUnknownIsRefusedWithItsNearestName() {
    Draft draft = draft(Rules.usual());
    draft.addGroup("webservers");
    assertTrue(told(() -> draft.addHost("h", "webserver")).contains("'webservers'"));
    assertTrue(told(() -> draft.addChild("webservers", "nobody")).contains("nobody"));
    assertTrue(told(() -> draft.setVariable("nobody", "x", 1L)).contains("nobody"));
    assertTrue(told(() -> draft.addGroup("")).contains("Invalid empty group name"));
    assertTrue(told(() -> draft.addHost("")).contains("Invalid empty host name"));
  }

  private Draft draft(Rules rules) {
    Draft draft = new Draft(rules, VariableFolders.NONE, warnings::add);
    draft.begin(FIRST);
    return draft;
  }

  private static Inventory finished(Draft draft) {
    return draft.finish(List.of(new ReadSource(FIRST, "test")), Map.of());
  }

  private static String told(Runnable refused) {
    return assertThrows(ProblemException.class, refused::run).problems().get(0).sentence();
  }

  private static Map<Object, Object> variables(Inventory inventory, String host) {
    return inventory.variables(inventory.host(host).orElseThrow());
  }

  private static List<String> names(List<Group> groups) {
    return groups.stream().map(Group::name).toList();
  }

  private static List<String> hosts(Inventory inventory, String group) {
    return inventory.group(group).orElseThrow().hosts().stream().map(Host::name).toList();
  }
}
