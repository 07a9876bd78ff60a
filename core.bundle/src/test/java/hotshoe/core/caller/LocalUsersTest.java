package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.OTHER;
import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.codes;
import static hotshoe.core.caller.UserDesk.isLetIn;
import static hotshoe.core.caller.UserDesk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.caller.Users;
import hotshoe.caller.Users.User;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with users, and by whom. */
class LocalUsersTest {

  @TempDir Path data;
  private UserDesk desk;
  private LocalUsers users;

  @BeforeEach
  void anAdministratorAndAReader() {
    desk = new UserDesk(data);
    users = desk.open();
    users.add("ada", PASSWORD, Set.of("Pool-Admin"));
    users.add("Rita", OTHER, Set.of("read-only"));
  }

  @Test
  void theRightPasswordMakesACallerWithTheRolesOfThisMoment() {
    Users later = desk.open();
    assertEquals(
        new Caller("ada", Set.of("pool-admin"), "http"),
        later.authenticate("ADA", PASSWORD, "http").orElseThrow());
    later.roles("ada", Set.of("pool-admin", "user"));
    assertEquals(
        Set.of("pool-admin", "user"),
        later.authenticate("ada", PASSWORD, "http").orElseThrow().roles());
  }

  @Test
  void nobodyElseIsLetIn() {
    assertFalse(isLetIn(users, "ada", OTHER));
    assertFalse(isLetIn(users, "nobody", PASSWORD));
    assertFalse(isLetIn(users, "ada", SecretText.of("")));
    assertFalse(isLetIn(users, "", SecretText.of("")));
    assertFalse(isLetIn(users, "x".repeat(10_000_000), SecretText.of("y".repeat(10_000_000))));
    assertFalse(isLetIn(users, "ad\ud800", SecretText.of("correct horse batter\ud800")));
  }

  @Test
  void aPasswordIsTheSameHoweverItsCharactersAreComposed() {
    users.password("rita", SecretText.of("cafe\u0301 creme"));
    assertTrue(isLetIn(users, "rita", SecretText.of("caf\u00e9 creme")));
  }

  @Test
  void halfACharacterIsNotTakenForAQuestionMark() {
    users.password("rita", SecretText.of("who is there?"));
    assertFalse(isLetIn(users, "rita", SecretText.of("who is there\ud800")));
    assertTrue(isLetIn(users, "rita", SecretText.of("who is there?")));
  }

  @Test
  void anotherPasswordTakesTheOldOnesPlace() {
    users.password("ada", OTHER);
    assertFalse(isLetIn(users, "ada", PASSWORD));
    assertTrue(isLetIn(desk.open(), "ada", OTHER));
  }

  @Test
  void aRemovedUserIsGoneWithItsTokens() {
    SecretText token = users.addToken("rita", "laptop");
    users.remove("RITA");
    assertFalse(isLetIn(users, "rita", OTHER));
    assertTrue(users.authenticate(token, "http").isEmpty());
    assertEquals(List.of("ada"), users.list().stream().map(User::name).toList());
  }

  @Test
  void everyFaultOfANewUserIsToldAtOnce() {
    assertEquals(
        List.of("HS-CALLER-034", "HS-CALLER-035", "HS-CALLER-036"),
        codes(() -> users.add("../x", SecretText.of("short"), Set.of("read-onyl"))));
    Problem role = refused(() -> users.add("x", PASSWORD, Set.of("read-onyl"))).get(0);
    assertTrue(role.sentence().contains("did you mean 'read-only'?"), role::sentence);
  }

  @Test
  void namesAreShortPlainAndNotTheHosts() {
    for (String name :
        List.of(
            "", " ", "a b", "a/b", "..", "-a", "h\u00f6st", "a\u0000", "a".repeat(65), "\ud800")) {
      assertEquals(
          List.of("HS-CALLER-034"), codes(() -> users.add(name, PASSWORD, Set.of())), name);
    }
    assertEquals(List.of("HS-CALLER-034"), codes(() -> users.add("Host", PASSWORD, Set.of())));
    users.add("a.b_c@example.org+x-9", PASSWORD, Set.of());
  }

  @Test
  void passwordsAreTextOfSomeLengthAndNotTheName() {
    List<String> bad =
        List.of("", "seven77", "x".repeat(1001), "half a \udc00 sign", "two\nlines ", "RITARITA");
    users.add("ritarita", PASSWORD, Set.of());
    for (String password : bad) {
      assertEquals(
          List.of("HS-CALLER-035"),
          codes(() -> users.password("ritarita", SecretText.of(password))),
          password);
    }
    users.password("ritarita", SecretText.of("\ud83d\ude00 x".repeat(4)));
  }

  @Test
  void aNameIsThereOnceWhateverItsCase() {
    assertEquals(List.of("HS-CALLER-038"), codes(() -> users.add("ADA", OTHER, Set.of())));
  }

  @Test
  void anUnknownUserIsToldWithTheNearest() {
    Problem problem = refused(() -> users.remove("Rit")).get(0);
    assertEquals("HS-CALLER-037", problem.code());
    assertTrue(problem.why().contains("Rita"), problem::sentence);
  }

  @Test
  void theLastAdministratorCanBeNeitherRemovedNorDemoted() {
    assertEquals(List.of("HS-CALLER-039"), codes(() -> users.remove("ada")));
    assertEquals(List.of("HS-CALLER-039"), codes(() -> users.roles("ada", Set.of("read-only"))));
    users.roles("rita", Set.of("admin"));
    users.remove("ada");
    assertEquals(List.of("HS-CALLER-039"), codes(() -> users.remove("rita")));
  }

  @Test
  void twoAdministratorsWhoRemoveEachOtherLeaveOne() throws Exception {
    for (int round = 0; round < 20; round++) {
      String other = "bob" + round;
      users.add(other, OTHER, Set.of("pool-admin"));
      String first = "ann" + round;
      users.add(first, OTHER, Set.of("pool-admin"));
      users.roles("ada", Set.of());
      List<Callable<Boolean>> both =
          List.of(() -> isDone(() -> users.remove(first)), () -> isDone(() -> users.remove(other)));
      assertEquals(1, count(both));
      users.roles("ada", Set.of("pool-admin"));
      isDone(() -> users.remove(first));
      isDone(() -> users.remove(other));
    }
  }

  @Test
  void manyWhoAddUsersAtOnceLoseNone() throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String name = "user" + i % 20;
      all.add(() -> isDone(() -> users.add(name, OTHER, Set.of())));
    }
    assertEquals(20, count(all));
    assertEquals(22, desk.open().list().size());
  }

  private static boolean isDone(Runnable change) {
    try {
      change.run();
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private static int count(List<Callable<Boolean>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      int done = 0;
      for (Future<Boolean> one : threads.invokeAll(all)) {
        done += one.get() ? 1 : 0;
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void onlyAdministratorsChangeOthersAndEverybodyChangesTheirOwnPasswordAndTokens() {
    Users rita = users.as(new Caller("Rita", Set.of("pool-operator"), "http"));
    List<List<String>> refusals =
        List.of(
            codes(() -> rita.add("x", PASSWORD, Set.of())),
            codes(() -> rita.remove("rita")),
            codes(() -> rita.roles("rita", Set.of("pool-admin"))),
            codes(() -> rita.password("ada", OTHER)),
            codes(() -> rita.addToken("ada", "x")),
            codes(() -> rita.removeToken("ada", "x")),
            codes(() -> rita.password("nobody", OTHER)));
    refusals.forEach(codes -> assertEquals(List.of("HS-CALLER-001"), codes));
    rita.password("rita", PASSWORD);
    rita.addToken("rita", "laptop");
    rita.removeToken("rita", "laptop");
    assertEquals(List.of("Rita"), rita.list().stream().map(User::name).toList());
    Users ada = users.as(new Caller("ada", Set.of("pool-admin"), "shell"));
    ada.password("rita", OTHER);
    assertEquals(2, ada.list().size());
  }

  @Test
  void theAuditKnowsWhoDidWhatAndWhoWasNotLet() {
    Users rita = users.as(new Caller("Rita", Set.of("read-only"), "http"));
    codes(() -> rita.remove("ada"));
    rita.addToken("rita", "laptop");
    codes(() -> rita.removeToken("rita", "lap"));
    isLetIn(users, "rita", OTHER);
    isLetIn(users, "rita", PASSWORD);
    isLetIn(users, "my secret password typed as a name", PASSWORD);
    assertEquals(
        List.of(
            "host java user.add ada allowed ok",
            "host java user.add Rita allowed ok",
            "Rita http user.remove ada denied  HS-CALLER-001",
            "Rita http user.token-add rita/laptop allowed ok",
            "Rita http user.token-remove rita/lap allowed failed HS-CALLER-042",
            "host http user.login Rita allowed ok by password",
            "host http user.login rita denied  wrong name or password",
            "host http user.login  denied  wrong name or password"),
        desk.audit());
  }
}
