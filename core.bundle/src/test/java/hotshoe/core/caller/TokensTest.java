package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.caller.Users.Token;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens: made once, shown once, known by their digest. */
class TokensTest {

  @TempDir Path data;
  private UserDesk desk;
  private LocalUsers users;

  @BeforeEach
  void aUser() {
    desk = new UserDesk(data);
    users = desk.open();
    users.add("robot", PASSWORD, Set.of("vm-operator"));
  }

  @Test
  void aTokenLetsItsUserInAlsoAfterARestartUntilItIsRevoked() {
    SecretText token = users.addToken("robot", "build");
    Caller expected = new Caller("robot", Set.of("vm-operator"), "http");
    assertEquals(Optional.of(expected), users.authenticate(token, "http"));
    users.close();
    LocalUsers later = desk.open();
    assertEquals(Optional.of(expected), later.authenticate(token, "http"));
    later.removeToken("Robot", "build");
    assertEquals(Optional.empty(), later.authenticate(token, "http"));
    later.close();
    assertEquals(Optional.empty(), desk.open().authenticate(token, "http"));
  }

  @Test
  void noTwoTokensAreTheSameAndEachHas256RandomBits() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      String token = users.addToken("robot", "t" + i).reveal();
      assertTrue(token.matches("hotshoe_[A-Za-z0-9_-]{43}"), token);
      all.add(token);
    }
    assertEquals(50, all.size());
  }

  @Test
  void neitherTokenNorPasswordStandsInTheFile() throws IOException {
    String token = users.addToken("robot", "build").reveal();
    String file = Files.readString(data.resolve("users.json"));
    assertFalse(file.contains(token.substring(10)), file);
    assertFalse(file.contains(PASSWORD.reveal()), file);
  }

  @Test
  void whatIsNoTokenLetsNobodyIn() {
    users.addToken("robot", "build");
    for (String wrong : List.of("", "hotshoe_", "hotshoe_\ud800", "x".repeat(10_000_000))) {
      assertEquals(Optional.empty(), users.authenticate(SecretText.of(wrong), "http"));
    }
  }

  @Test
  void aTokenIsListedWithItsCreationAndItsLastUseWhichSurvivesARestart() {
    Instant before = Instant.now().minusSeconds(1);
    SecretText token = users.addToken("robot", "build");
    Token fresh = listed(users);
    assertEquals("build", fresh.name());
    assertTrue(fresh.created().isAfter(before) && !fresh.created().isAfter(Instant.now()));
    assertEquals(Optional.empty(), fresh.used());
    users.authenticate(token, "http");
    Instant used = listed(users).used().orElseThrow();
    assertEquals(0, used.getEpochSecond() % 60);
    users.close();
    assertEquals(Optional.of(used), listed(desk.open()).used());
  }

  private static Token listed(LocalUsers users) {
    return users.list().get(0).tokens().get(0);
  }

  @Test
  void aTokensNameIsThereOnceAndUnknownOnesAreToldWithTheNearest() {
    users.addToken("robot", "build");
    assertEquals(List.of("HS-CALLER-041"), codes(() -> users.addToken("robot", "build")));
    assertEquals(List.of("HS-CALLER-034"), codes(() -> users.addToken("robot", "../x")));
    assertEquals(List.of("HS-CALLER-037"), codes(() -> users.addToken("nobody", "x")));
    assertTrue(
        UserDesk.refused(() -> users.removeToken("robot", "buid")).get(0).why().contains("build"));
  }

  @Test
  void aUserHasAHundredTokensAtMost() {
    for (int i = 0; i < 100; i++) {
      users.addToken("robot", "t" + i);
    }
    assertEquals(List.of("HS-CALLER-046"), codes(() -> users.addToken("robot", "more")));
  }
}
