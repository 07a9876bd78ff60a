package hotshoe.inventory.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNamesTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @Test
  @Proves("AN-23")
  void aPortIsToldFromAnAddress() {
    String[][] rows = {
      {"h:2222", "h", "2222"},
      {"1.2.3.4:22", "1.2.3.4", "22"},
      {"[2001:db8::1]:22", "2001:db8::1", "22"},
      {"2001:db8::1", "2001:db8::1", ""},
      {"::1", "::1", ""},
      {"h:abc", "h:abc", ""},
      {"user@host", "user@host", ""},
      {"user@host:22", "user@host:22", ""},
      {"fe80::1%eth0", "fe80::1%eth0", ""},
      {"[fe80::1%eth0]:22", "fe80::1%eth0", "22"},
      {"h.example.com.", "h.example.com.", ""},
      {"h.example.com.:22", "h.example.com.:22", ""},
      {"-host:22", "-host:22", ""},
      {"host-:22", "host-:22", ""},
      {"h:99999", "h", "99999"},
      {"ünï:22", "ünï", "22"},
      {"a,b", "a,b", ""},
      {"*", "*", ""},
    };
    for (String[] row : rows) {
      assertEquals(List.of(row[1]), desk.hosts(row[0]), row[0]);
      Object port = desk.variables(row[1], "hosts").getOrDefault("ansible_port", "");
      assertEquals(row[2], port.toString(), row[0]);
    }
    desk.write("hosts", "web[0:2]:2222", "h:22 ansible_port=23", "h:44");
    assertEquals(Map.of("ansible_port", 2222L), desk.variables("web1", "hosts"));
    assertEquals(Map.of("ansible_port", 23L), desk.variables("h", "hosts"));
  }

  @Test
  @Proves("AN-24")
  void rangesAreWrittenOut() {
    assertEquals(List.of("a1", "a2", "a3"), desk.hosts("a[1:3]"));
    assertEquals(List.of("a0", "a1", "a2", "a3"), desk.hosts("a[:3]"));
    assertEquals(List.of("a08", "a09", "a10", "a11"), desk.hosts("a[08:11]"));
    assertEquals(List.of("a1", "a2", "a3"), desk.hosts("a[1:03]"));
    assertEquals(List.of("a01", "a03", "a05"), desk.hosts("a[01:05:2]"));
    assertEquals(List.of("ax", "ay", "az", "aA", "aB"), desk.hosts("a[x:B]"));
    assertEquals(List.of("aa", "af", "ak"), desk.hosts("a[a:m:5]"));
    assertEquals(List.of("a-1", "a0", "a1"), desk.hosts("a[-1:1]"));
    assertEquals(List.of("x1a", "x1b", "x2a", "x2b"), desk.hosts("x[1:2][a:b]"));
    assertEquals(List.of("::a", "::b"), desk.hosts("::[a:b]"));
    assertEquals(List.of("u@1", "u@2"), desk.hosts("u@[1:2]"));
    assertEquals(List.of(), desk.hosts("a[3:1]"));
    assertEquals(List.of(), desk.hosts("a[1:3:-1]"));
    assertEquals(1_000_000, desk.hosts("srv[000000:999999]").size());
  }

  @Test
  @Proves("AN-24")
  void wrongRangesAreRefusedWithTheRecordedReasons() {
    String[][] rows = {
      {"a[1:]", "host range must specify end value"},
      {"a[c:a]", "host range must have begin <= end"},
      {"a[1-3]", "host range must be begin:end or begin:end:step"},
      {"a[1,2]", "host range must be begin:end or begin:end:step"},
      {"a[1:2:3:4]", "host range must be begin:end or begin:end:step"},
      {"a[01:3]", "host range must specify equal-length begin and end formats"},
      {"a[1:3:0]", "range() arg 3 must not be zero"},
      {"a[a:bb]", "invalid literal for int() with base 10: 'a'"},
      {"a[b", "not enough values to unpack (expected 3, got 2)"},
      {"a|[1:2]", "too many values to unpack (expected 3)"},
      {"a[1:999999999]", "host range has more than 2000000 hosts"},
      {"x[1:2000][1:2000]", "host range has more than 2000000 hosts"},
      {"x[0:9].[0:9].[0:9].[0:9].[0:9].[0:9].[0:9]", "host range has more than 2000000 hosts"},
      {"a[1:99999999999999999999]", "invalid literal for int() with base 10"},
    };
    for (String[] row : rows) {
      desk.write("hosts", "first", row[0]);
      String why = desk.why("hosts");
      assertTrue(why.contains(row[1]) && why.contains("hosts:2"), row[0] + ": " + why);
    }
  }

  @Test
  @Proves({"AN-23", "AN-24"})
  void everyRecordedPatternStandsForTheRecordedHosts() throws IOException {
    List<String> differences = new ArrayList<>();
    for (Path table : Samples.files("ansible", "tables/ranges.jsonl")) {
      for (String line : Files.readAllLines(table)) {
        JsonObject row = JsonParser.parseString(line).getAsJsonObject();
        // at the start of a line in INI, what stands in brackets alone is a section
        desk.write("hosts.yml", "g: {hosts: {" + row.get("in") + ": }}");
        String got = row.has("error") ? desk.why("hosts.yml") : names();
        String wanted = row.has("error") ? row.get("error").getAsString() : names(row);
        if (!got.contains(wanted)) {
          differences.add(row.get("in") + ": " + got + " instead of " + wanted);
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  private String names() {
    var inventory = desk.inventory("hosts.yml");
    return inventory.hosts().stream().map(host -> host.name()).toList()
        + inventory.hosts().stream()
            .findFirst()
            .flatMap(host -> host.variables().get("ansible_port"))
            .map(String::valueOf)
            .orElse("null");
  }

  private static String names(JsonObject row) {
    List<String> names = new ArrayList<>();
    for (JsonElement name : row.getAsJsonArray("hosts")) {
      names.add(name.getAsString());
    }
    return names + row.get("port").toString();
  }
}
