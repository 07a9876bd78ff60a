package hotshoe.core.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hotshoe.caller.Access;
import hotshoe.caller.Access.KeyAccess;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleAuthorityTest {

  private static final List<String> LADDER =
      List.of(
          "read-only", "vm-operator", "vm-admin", "vm-power-admin", "pool-operator", "pool-admin");

  @TempDir Path home;
  private Authority authority;

  @BeforeEach
  void readRoles() throws IOException {
    Path file = Files.writeString(home.resolve("roles.yaml"), "clerk: {includes: [user]}");
    authority =
        new RoleAuthority(
            new KnownRoles(new WrittenConfiguration().with("roles.file", file.toString())));
  }

  @Test
  @Proves("XA-15")
  void aLeastRoleIsRefusedToEveryRoleBelowAndAllowedToEveryRoleAbove() {
    for (int least = 0; least < LADDER.size(); least++) {
      for (int held = 0; held < LADDER.size(); held++) {
        Access access = Access.role(LADDER.get(least));
        assertEquals(held >= least, allowed(caller(LADDER.get(held)), access), held + "/" + least);
      }
    }
  }

  @Test
  @Proves("CS-47")
  void aMaskAlwaysLetsTheHighestRoleThroughAndNobodyItDoesNotName() {
    Access mask = anyOf("domain-admin");
    assertTrue(allowed(caller("domain-admin"), mask));
    assertTrue(allowed(caller("pool-admin"), mask));
    assertTrue(allowed(caller("admin"), mask));
    assertFalse(allowed(caller("user"), mask));
    assertFalse(allowed(caller("resource-admin"), mask));
    assertFalse(allowed(caller("vm-power-admin"), mask));
    assertTrue(allowed(caller("clerk"), anyOf("user")));
  }

  @Test
  void theHighestRoleAlsoHasARoleNobodyKnowsAndNobodyElseHasIt() {
    assertTrue(allowed(caller("pool-admin"), anyOf("of-an-extension")));
    assertFalse(allowed(caller("of-an-extension"), anyOf("of-an-extension")));
    assertFalse(allowed(caller("pool-operator"), anyOf("of-an-extension")));
  }

  @Test
  void onlyTheHostMayDoWhatNamesNoRole() {
    assertTrue(allowed(Caller.HOST, anyOf()));
    assertFalse(allowed(caller("pool-admin"), anyOf()));
    assertFalse(allowed(new Caller("host", Set.of("pool-admin"), "http"), anyOf()));
    assertFalse(allowed(caller(), anyOf()));
  }

  @Test
  void caseDoesNotMatterInNamesOfRoles() {
    assertTrue(allowed(caller("VM-Admin"), anyOf("vm-operator")));
    assertTrue(allowed(caller("vm-admin"), anyOf("VM-Operator")));
  }

  @Test
  @Proves("XA-37")
  void aKeyCanNeedAStrongerRoleThanItsCall() {
    Access access =
        keys(
            key("other-config", "pci", "pool-admin"),
            key("other-config", "xenrt*", "vm-admin"),
            key("force", "", "vm-admin"));
    Caller operator = caller("vm-operator");
    assertTrue(may(operator, access, Map.of()));
    assertTrue(may(operator, access, Map.of("other-config", Map.of("folder", "a"))));
    assertTrue(may(operator, access, Map.of("another", Map.of("pci", "a"))));
    assertFalse(may(operator, access, Map.of("other-config", Map.of("pci", "a"))));
    assertFalse(may(operator, access, Map.of("other-config", Map.of("xenrt", "a"))));
    assertFalse(may(operator, access, Map.of("other-config", Map.of("xenrt-seed", "a"))));
    assertFalse(may(operator, access, Map.of("force", true)));
    assertTrue(may(caller("vm-admin"), access, Map.of("force", true)));
    assertTrue(may(caller("vm-admin"), access, Map.of("other-config", Map.of("xenrt-1", 1))));
    assertFalse(may(caller("vm-admin"), access, Map.of("other-config", Map.of("pci", 1))));
    assertTrue(may(caller("pool-admin"), access, Map.of("other-config", Map.of("pci", 1))));
    assertTrue(may(Caller.HOST, access, Map.of("other-config", Map.of("pci", 1))));
  }

  @Test
  void theMostSpecificRuleOfAKeyHolds() {
    Access access =
        keys(
            key("map", "*", "pool-admin"),
            key("map", "custom*", "vm-admin"),
            key("map", "custom.colour", "read-only"));
    assertFalse(may(caller("vm-admin"), access, Map.of("map", Map.of("a", 1))));
    assertTrue(may(caller("vm-admin"), access, Map.of("map", Map.of("custom.size", 1))));
    assertFalse(may(caller("vm-operator"), access, Map.of("map", Map.of("custom.size", 1))));
    assertTrue(may(caller("vm-operator"), access, Map.of("map", Map.of("custom.colour", 1))));
  }

  @Test
  void neitherCaseNorBlanksNorAnotherFormOfTheValueGetRoundARule() {
    Access access = keys(key("map", "pci", "pool-admin"));
    Caller operator = caller("vm-operator");
    assertFalse(may(operator, access, Map.of("MAP", Map.of("PCI", 1))));
    assertFalse(may(operator, access, Map.of(" map ", Map.of(" pci\t", 1))));
    assertFalse(may(operator, access, Map.of("map", "pci=1")));
    assertFalse(may(operator, access, Map.of("map", List.of(Map.of("pci", 1)))));
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("map", null);
    assertTrue(may(operator, access, nothing));
    Map<Object, Object> odd = new HashMap<>();
    odd.put(null, 1);
    odd.put(7, 1);
    assertTrue(may(operator, access, Map.of("map", odd)));
    nothing.put(null, odd);
    assertTrue(may(operator, access, nothing));
  }

  @Test
  void aKeyThatNamesNoRoleIsTheHostsAlone() {
    Access access = keys(key("map", "secret", new String[0]));
    assertFalse(may(caller("pool-admin"), access, Map.of("map", Map.of("secret", 1))));
    assertTrue(may(Caller.HOST, access, Map.of("map", Map.of("secret", 1))));
  }

  @Test
  void aRefusalSaysWhoAskedWithWhatAndWhatWouldDo() throws IOException {
    Access keyed = keys(key("map", "pci*", "pool-operator"));
    List<Problem> told = new ArrayList<>();
    add(told, caller("vm-operator"), anyOf("vm-admin"), Map.of());
    add(told, caller("user", "read-only"), anyOf("pool-operator"), Map.of());
    add(told, caller(), anyOf("of-an-extension"), Map.of());
    add(told, caller("pool-admin"), anyOf(), Map.of());
    add(told, caller("vm-operator"), keyed, Map.of("map", Map.of("pci\n1", 2)));
    add(told, caller("pool-admin"), keys(key("force", "", new String[0])), Map.of("force", 1));
    Caller hostile = new Caller("eve\n2026 INFO all is well\u202E\uD800", Set.of("\u001B[2J"), "x");
    add(told, hostile, anyOf("clerk"), Map.of());
    assertEquals(
        KnownRolesTest.golden("refusals.txt"),
        told.stream().map(problem -> problem.sentence() + "\n").collect(Collectors.joining()));
  }

  private void add(List<Problem> told, Caller caller, Access access, Map<String, ?> arguments) {
    told.add(authority.refusal(caller, "billing.close", access, arguments).orElseThrow());
  }

  @Test
  void anAllowedCallAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Caller caller = caller("pool-operator", "user");
    Access access = anyOf("vm-admin", "domain-admin");
    Map<String, Object> arguments = Map.of("a", 1);
    long most = allocated(threads, caller, access, arguments);
    most = Math.min(most, allocated(threads, caller, access, arguments));
    assertTrue(most < 10_000, "10,000 decisions allocated " + most + " bytes");
  }

  private long allocated(
      ThreadMXBean threads, Caller caller, Access access, Map<String, ?> arguments) {
    long self = Thread.currentThread().getId();
    authority.refusal(caller, "a.b", access, arguments);
    long before = threads.getThreadAllocatedBytes(self);
    for (int i = 0; i < 10_000; i++) {
      if (authority.refusal(caller, "a.b", access, arguments).isPresent()) {
        throw new AssertionError("refused");
      }
    }
    return threads.getThreadAllocatedBytes(self) - before;
  }

  @Test
  void aFloodOfInventedRolesIsNotRemembered() {
    for (int i = 0; i < 50_000; i++) {
      assertFalse(allowed(caller("invented-" + i), anyOf("read-only")));
    }
    assertTrue(allowed(caller("read-only"), anyOf("read-only")));
  }

  private boolean allowed(Caller caller, Access access) {
    boolean allowed = authority.allows(caller, access);
    assertEquals(allowed, may(caller, access, Map.of()));
    return allowed;
  }

  private boolean may(Caller caller, Access access, Map<String, ?> arguments) {
    return authority.refusal(caller, "billing.close", access, arguments).isEmpty();
  }

  private static Caller caller(String... roles) {
    return new Caller("alice", Set.of(roles), "http");
  }

  private static Access anyOf(String... roles) {
    return new Access(Set.of(roles), List.of());
  }

  private static Access keys(KeyAccess... keys) {
    return new Access(Set.of("vm-operator"), Arrays.asList(keys));
  }

  private static KeyAccess key(String parameter, String key, String... roles) {
    return new KeyAccess(parameter, key, Set.of(roles));
  }
}
