package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IniFilesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  @Proves("AN-25")
  void sectionsHoldHostsChildrenAndVariables() {
    desk.write(
        "hosts",
        "loose",
        "# a comment",
        "; another",
        "  [web]  # with a comment",
        "    w1",
        "[all:children]",
        "site # a comment",
        "[site:children]",
        "web",
        "late#odd",
        "[web:vars]",
        "  key with blanks =  a = b # no comment  ",
        "[late#odd]",
        "l1");
    assertEquals(
        "{\"_meta\": {\"hostvars\": {\"w1\": {\"key with blanks\": \"a = b # no comment\"}}},"
            + "\"all\": {\"children\": [\"ungrouped\",\"site\"]},"
            + "\"late#odd\": {\"hosts\": [\"l1\"]},"
            + "\"site\": {\"children\": [\"web\",\"late#odd\"]},"
            + "\"ungrouped\": {\"hosts\": [\"loose\"]},"
            + "\"web\": {\"hosts\": [\"w1\"]}}",
        desk.json("hosts"));
  }

  @Test
  @Proves("AN-25")
  void whatIsNoSectionIsToldWithFileAndLine() {
    String[][] rows = {
      {"[g:foo]", "Section [g:foo] has unknown type: foo"},
      {"[g:]", "Invalid section entry: '[g:]'"},
      {"[two words]", "Invalid section entry: '[two words]'"},
      {"[2001:db8::1]", "Invalid section entry"},
      {"[g:children]\nmissing", "Section [g:children] includes undefined group: missing"},
      {"[g:vars]\na=1", "Section [g:vars] not valid for undefined group: g"},
      {"[g:children]\na b", "Expected group name, got: a b"},
      {"[g]\n[g:vars]\nnovalue", "Expected key=value, got: novalue"},
      {"---", "'---' is normally a sign this is a YAML file."},
      {"host:", "ending in ':' is not allowed"},
      {"[a:children]\na", "can't add group to itself"},
    };
    for (String[] row : rows) {
      desk.write("hosts.ini", row[0]);
      String why = desk.why("hosts.ini");
      assertTrue(why.contains(row[1]), row[0] + ": " + why);
    }
    desk.write("hosts.ini", "a", "", "[g:foo]");
    assertTrue(desk.why("hosts.ini").contains("(hosts.ini:3)"), desk.why("hosts.ini"));
  }

  @Test
  @Proves("AN-26")
  void linesOfHostsAreSplitAsAShellDoesIt() {
    String[][] rows = {
      {"h a=abc#def b=1", "{a=abc}"},
      {"h a='x y' b=\"z\\\"w\" c=\\ d", "{a=x y, b=z\"w, c= d}"},
      {"h a='\\n' b=\"\\n\"", "{a=\\n, b=\\n}"},
      {"h =1", "{=1}"},
      {"h a= b=''", "{a=, b=}"},
      {"h a=1 b=2 a=3", "{a=3, b=2}"},
      {"h b=\"01\" f={'a':1} s=\"'5'\"", "{b=01, f={a:1}, s=5}"},
      {"h a=x;y", "{a=x;y}"},
      {"h\ta=1\t b=x=y", "{a=1, b=x=y}"},
      {"h#c a=1", "{}"},
    };
    for (String[] row : rows) {
      desk.write("hosts", row[0]);
      assertEquals(row[1], desk.variables("h", "hosts").toString(), row[0]);
    }
    for (String[] row :
        new String[][] {
          {"h 'a=1", "No closing quotation"},
          {"h a=1\\", "No escaped character"},
          {"h novalue", "Expected key=value host variable assignment, got: novalue"},
        }) {
      desk.write("hosts", row[0]);
      assertTrue(desk.why("hosts").contains(row[1]), desk.why("hosts"));
    }
  }

  @Test
  @Proves("AN-27")
  void linesOfHostsAndOfVariablesHaveTheSameTypes() {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("1", 1L);
    typed.put("1.5", 1.5);
    typed.put("True", true);
    typed.put("yes", "yes");
    typed.put("[1,2]", List.of(1L, 2L));
    typed.put("01", "01");
    typed.forEach(
        (text, value) -> {
          desk.write("hosts", "[g]", "h a=" + text, "[g:vars]", "b=" + text);
          assertEquals(Map.of("a", value, "b", value), desk.variables("h", "hosts"));
        });
    desk.write("hosts", "[g]", "h", "[g:vars]", "b={{ 1 }}");
    assertTrue(desk.why("hosts").contains("unhashable type: 'set'"), desk.why("hosts"));
  }

  @Test
  @Proves("AN-28")
  void textFollowsPythonsRules() {
    desk.bytes(
        "hosts",
        "[g]\r\nh a=1\r\rk\u000bl\fm\u001cn\u0085o\u2028p".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("h", "k", "l", "m", "n", "o", "p"),
        desk.inventory("hosts").hosts().stream().map(host -> host.name()).toList());
    desk.bytes("hosts", "# caf\u00e9\n[g]\nh a=\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(desk.json("hosts").contains("{\"a\": \"?\"}"), desk.json("hosts"));
    desk.bytes("hosts", "\ufeff[g]\nh\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(desk.why("hosts").contains("hosts:1"), desk.why("hosts"));
    desk.write("hosts", "[gruppe]", "ünï größe=weiß");
    assertTrue(desk.json("hosts").contains("\"größe\": \"weiß\""), desk.json("hosts"));
  }

  @Test
  @Proves("AN-11")
  void aBrokenFileLeavesWhatItLeavesAtHomeOrNothing() {
    desk.write("hosts", "early a=1", "[g]", "h1", "h2 b=2", "h3 c");
    String traces =
        "{\"_meta\": {\"hostvars\": {\"early\": {\"a\": 1}}},"
            + "\"all\": {\"children\": [\"ungrouped\"]},"
            + "\"ungrouped\": {\"hosts\": [\"early\"]}}";
    assertEquals(traces, desk.json("hosts"));
    desk.failures = hotshoe.inventory.InventoryRequest.Failures.LEAVE_NOTHING;
    String nothing = "{\"_meta\": {\"hostvars\": {}},\"all\": {\"children\": [\"ungrouped\"]}}";
    assertEquals(nothing, desk.json("hosts"));
    desk.write("good", "[g]", "h1");
    assertTrue(desk.json("hosts", "good").contains("\"g\": {\"hosts\": [\"h1\"]}"));
  }
}
