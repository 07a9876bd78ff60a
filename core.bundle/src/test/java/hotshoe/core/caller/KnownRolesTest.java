package hotshoe.core.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Role;
import hotshoe.core.fixture.LogLines;
import hotshoe.core.fixture.WrittenConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownRolesTest {

  private static final List<String> LADDER =
      List.of(
          "read-only", "vm-operator", "vm-admin", "vm-power-admin", "pool-operator", "pool-admin");

  @TempDir Path home;

  @Test
  void sixNamedRolesFormALadderEachWithAllBelowIt() throws IOException {
    KnownRoles roles = roles();
    for (int step = 0; step < LADDER.size(); step++) {
      Set<String> expanded = new TreeSet<>(roles.expand(Set.of(LADDER.get(step))));
      expanded.retainAll(LADDER);
      assertEquals(new TreeSet<>(LADDER.subList(0, step + 1)), expanded);
    }
  }

  @Test
  void theLeastRoleIsListedFirst() throws IOException {
    List<String> names = roles().list().stream().map(Role::name).toList();
    assertEquals("read-only", names.get(0));
    assertEquals(LADDER, names.stream().filter(LADDER::contains).toList());
  }

  @Test
  void cloudStacksFourTypesHaveWhatTheirStepOfTheLadderHas() throws IOException {
    KnownRoles roles = roles();
    Map<String, String> types =
        Map.of(
            "user", "vm-operator",
            "domain-admin", "vm-power-admin",
            "resource-admin", "pool-operator",
            "admin", "pool-admin");
    types.forEach(
        (type, step) -> {
          Set<String> expanded = new TreeSet<>(roles.expand(Set.of(type)));
          assertTrue(expanded.containsAll(roles.expand(Set.of(step))), type);
          assertEquals(type.equals("admin"), expanded.contains("pool-admin"), type);
        });
  }

  @Test
  void aRoleTypeIsAMaskAndIncludesNoOtherTypeButForTheAdministrator() throws IOException {
    KnownRoles roles = roles();
    assertEquals(Set.of("domain-admin"), types(roles.expand(Set.of("domain-admin"))));
    assertEquals(Set.of("resource-admin"), types(roles.expand(Set.of("resource-admin"))));
    assertEquals(
        Set.of("user", "domain-admin", "resource-admin", "admin"),
        types(roles.expand(Set.of("admin"))));
  }

  private static Set<String> types(Set<String> roles) {
    Set<String> types = new TreeSet<>(roles);
    types.retainAll(Set.of("user", "domain-admin", "resource-admin", "admin"));
    return types;
  }

  @Test
  void theOperatorsOwnRolesIncludeOthersAndBelongToTheAdministrator() throws IOException {
    KnownRoles roles =
        roles(
            """
            billing-clerk:
              description: May close the month
              includes: [Read-Only]
            billing-admin:
              includes: [billing-clerk, user]
            guest:
            """);
    assertEquals(
        Set.of("billing-admin", "billing-clerk", "user", "vm-operator", "read-only"),
        roles.expand(Set.of("BILLING-ADMIN")));
    assertEquals("May close the month", roles.find("Billing-Clerk").orElseThrow().description());
    assertTrue(roles.expand(Set.of("pool-admin")).containsAll(Set.of("billing-admin", "guest")));
    assertEquals(Set.of("guest"), roles.expand(Set.of("guest", "nobody-knows-this")));
  }

  @Test
  void oneIncludedRoleNeedsNoList() throws IOException {
    assertTrue(roles("clerk: {includes: user}").expand(Set.of("clerk")).contains("vm-operator"));
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndCostsItsRoleOnly() throws IOException {
    try (LogLines log = LogLines.of(KnownRoles.class)) {
      KnownRoles roles =
          roles(
              """
              good: {includes: [user]}
              Bad Name: {}
              pool-admin: {includes: []}
              typo: {include: [user]}
              lost: {includes: [vm-oprator]}
              rests-on-lost: {includes: [lost]}
              rests-on-typo: {includes: [typo]}
              round: {includes: [about]}
              about: {includes: [back]}
              back: {includes: [round]}
              itself: {includes: [itself]}
              good: {includes: [admin]}
              a-list: [user]
              deep: {includes: [[user]]}
              [user]: {}
              """);
      assertEquals(golden("role-faults.txt"), String.join("\n", told(log)) + "\n");
      assertEquals(List.of("good"), own(roles));
      assertTrue(roles.expand(Set.of("good")).contains("vm-operator"));
    }
  }

  @Test
  void aBrokenFileLeavesTheShippedRolesAndSaysWhere() throws IOException {
    Map<String, String> broken = new TreeMap<>();
    broken.put("a: {b", "HS-CALLER-011");
    broken.put("._", "HS-CALLER-012");
    broken.put("- a", "HS-CALLER-012");
    broken.put("just words", "HS-CALLER-012");
    broken.put("[".repeat(10_000), "HS-CALLER-011");
    broken.put("a: &x [1]\nb: *y", "HS-CALLER-011");
    broken.put("#".repeat(2_000_000), "HS-CALLER-010");
    broken.put("!!javax.script.ScriptEngineManager {}", "HS-CALLER-011");
    for (Map.Entry<String, String> file : broken.entrySet()) {
      try (LogLines log = LogLines.of(KnownRoles.class)) {
        KnownRoles roles = roles(file.getKey());
        assertEquals(10, roles.list().size());
        assertTrue(roles.find("pool-admin").isPresent());
        String codes =
            log.lines().stream().map(line -> line.split("[ :]")[1]).collect(Collectors.joining());
        assertEquals(file.getValue(), codes, file.getKey());
      }
    }
  }

  @Test
  void bytesThatAreNoTextAndAFolderAreRefusedInWords() throws IOException {
    Files.write(home.resolve("roles.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
    try (LogLines log = LogLines.of(KnownRoles.class)) {
      assertEquals(10, open().list().size());
      assertEquals(1, log.containing("not encoded as UTF-8"));
    }
    Files.delete(home.resolve("roles.yaml"));
    Files.createDirectory(home.resolve("roles.yaml"));
    try (LogLines log = LogLines.of(KnownRoles.class)) {
      assertEquals(10, open().list().size());
      assertEquals(1, log.containing("HS-CALLER-010"));
    }
  }

  @Test
  void aLongChainOfRolesIsNoTrouble() throws IOException {
    String chain =
        IntStream.range(0, 999)
            .mapToObj(i -> "r" + i + ": {includes: r" + (i + 1) + "}")
            .collect(Collectors.joining("\n"));
    KnownRoles roles = roles(chain + "\nr999: {includes: user}\n");
    assertTrue(roles.expand(Set.of("r0")).contains("vm-operator"));
    assertEquals(1010, roles.list().size());
  }

  private static List<String> told(LogLines log) {
    return log.lines().stream()
        .map(line -> line.replaceAll("[^ (]*roles.yaml", "etc/roles.yaml"))
        .toList();
  }

  private static List<String> own(KnownRoles roles) {
    Set<String> shipped = ShippedRoles.read().stream().map(Role::name).collect(Collectors.toSet());
    return roles.list().stream().map(Role::name).filter(name -> !shipped.contains(name)).toList();
  }

  private KnownRoles roles(String... file) throws IOException {
    for (String text : file) {
      Files.writeString(home.resolve("roles.yaml"), text);
    }
    return open();
  }

  private KnownRoles open() {
    String file = home.resolve("roles.yaml").toString();
    return new KnownRoles(new WrittenConfiguration().with("roles.file", file));
  }

  static String golden(String name) throws IOException {
    try (InputStream file = KnownRolesTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
