package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.OTHER;
import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.codes;
import static hotshoe.core.caller.UserDesk.isLetIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on disk, and what becomes of it. */
class UserFileTest {

  @TempDir Path data;
  private UserDesk desk;

  @BeforeEach
  void noUsers() {
    desk = new UserDesk(data);
  }

  @Test
  void theFileIsForTheHostsUserAloneWithOneUserALine() throws IOException {
    desk.open().add("ada", PASSWORD, Set.of("pool-admin", "user"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    List<String> lines = Files.readAllLines(file());
    assertEquals(3, lines.size());
    assertTrue(
        lines
            .get(1)
            .matches(
                "\\{\"name\":\"ada\",\"password\":\"\\$argon2id\\$v=19\\$m=1024,t=1,p=1\\$[^\"]+\","
                    + "\"roles\":\\[\"pool-admin\",\"user\"],\"tokens\":\\[]}"),
        lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"format\":1,\"users\":[",
        "{\"format\":2,\"users\":[]}",
        "{\"format\":1,\"users\":[{\"name\":\"ada\"}]}",
        "{\"format\":1,\"users\":[{\"name\":\"../x\",\"password\":\"HASH\"}]}",
        "{\"format\":1,\"users\":[{\"name\":\"a\",\"password\":\"s3cret\"}]}",
        "{\"format\":1,\"users\":[{\"name\":\"a\",\"password\":\"HASH\"},"
            + "{\"name\":\"A\",\"password\":\"HASH\"}]}",
        "{\"format\":1,\"users\":[{\"name\":\"a\",\"password\":\"HASH\","
            + "\"tokens\":[{\"name\":\"t\",\"sha256\":\"s3cret\"}]}]}",
        "{\"format\":1,\"users\":[{\"name\":\"a\",\"password\":"
            + "\"$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdA\"}]}"
      })
  void aDamagedFileIsSetAsideAndNoNewAdministratorAppears(String content) throws IOException {
    desk.open().add("ada", PASSWORD, Set.of("pool-admin"));
    String hash = Files.readString(file()).replaceAll("(?s).*\"(\\$argon2[^\"]+)\".*", "$1");
    Files.writeString(file(), content.replace("HASH", hash));
    assertNoAdministratorAppears();
  }

  private void assertNoAdministratorAppears() throws IOException {
    try (LogLines log = LogLines.of(LocalUsers.class)) {
      for (String code : List.of("HS-CALLER-031", "HS-CALLER-032", "HS-CALLER-032")) {
        LocalUsers users = desk.open();
        assertEquals(List.of(), users.list());
        assertFalse(isLetIn(users, "ada", PASSWORD));
        List<String> console = new ArrayList<>();
        new FirstAdministrator(desk.configuration, users, console::add).end();
        assertEquals(List.of(), console);
        assertTrue(log.containing(code) > 0, log.lines()::toString);
      }
      assertEquals(2, log.containing("HS-CALLER-032"), log.lines()::toString);
      assertEquals(0, log.containing("s3cret"), log.lines()::toString);
      assertEquals(3, log.containing("delete it to begin"), log.lines()::toString);
    }
    assertEquals(1, names().size(), names()::toString);
    assertTrue(names().get(0).startsWith("users.json.unreadable-"), names()::toString);
  }

  @Test
  void bytesThatAreNoTextAreSetAside() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertNoAdministratorAppears();
  }

  @Test
  void aRepairedFileIsTakenAgainAndAnOldOneAsideDoesNotMatterWhereThereAreUsers()
      throws IOException {
    desk.open().add("ada", PASSWORD, Set.of("pool-admin"));
    String whole = Files.readString(file());
    Files.writeString(file(), whole.substring(0, 40));
    try (LogLines log = LogLines.of(LocalUsers.class)) {
      desk.open().add("bob", OTHER, Set.of("pool-admin"));
      assertTrue(isLetIn(desk.open(), "bob", OTHER));
      assertEquals(0, log.containing("HS-CALLER-032"), log.lines()::toString);
    }
    Files.writeString(file(), whole);
    assertTrue(isLetIn(desk.open(), "ada", PASSWORD));
  }

  @Test
  void aFileThatCannotBeReadIsNeitherWrittenOverNorReplacedByAnAdministrator() throws IOException {
    Files.createDirectory(file());
    try (LogLines log = LogLines.of(LocalUsers.class)) {
      LocalUsers users = desk.open();
      assertEquals(1, log.containing("HS-CALLER-030"), log.lines()::toString);
      assertEquals(List.of("HS-CALLER-030"), codes(() -> users.add("ada", PASSWORD, Set.of())));
      assertFalse(users.isNew());
    }
    assertTrue(Files.isDirectory(file()));
  }

  @Test
  void whatTheDiskRefusesIsNotDoneAndIsTold() throws IOException {
    LocalUsers users = desk.open();
    users.add("ada", PASSWORD, Set.of("pool-admin"));
    Path inTheWay = data.resolve(".users.json.part");
    Files.writeString(Files.createDirectory(inTheWay).resolve("something"), "");
    assertEquals(List.of("HS-CALLER-033"), codes(() -> users.password("ada", OTHER)));
    assertTrue(isLetIn(users, "ada", PASSWORD));
    assertTrue(isLetIn(desk.open(), "ada", PASSWORD));
    Files.delete(inTheWay.resolve("something"));
    users.password("ada", OTHER);
    assertTrue(isLetIn(desk.open(), "ada", OTHER));
  }

  @Test
  void fieldsOfALaterVersionAreReadOverAndRolesThatNobodyKnowsAreKept() throws IOException {
    desk.open().add("ada", PASSWORD, Set.of("pool-admin"));
    Files.writeString(
        file(),
        Files.readString(file())
            .replace("\"roles\":[", "\"email\":{\"x\":[1]},\"roles\":[\"of-another-day\","));
    LocalUsers users = desk.open();
    users.addToken("ada", "laptop");
    assertEquals(Set.of("of-another-day", "pool-admin"), desk.open().list().get(0).roles());
  }

  @Test
  void thousandsOfUsersAreReadBack() throws IOException {
    LocalUsers users = desk.open();
    users.add("ada", PASSWORD, Set.of("pool-admin"));
    String line = Files.readAllLines(file()).get(1);
    StringBuilder all = new StringBuilder("{\"format\":1,\"users\":[\n").append(line);
    for (int i = 1; i < 10_000; i++) {
      all.append(",\n").append(line.replace("\"ada\"", "\"user" + i + "\""));
    }
    Files.writeString(file(), all.append("]}"));
    LocalUsers many = desk.open();
    assertTrue(isLetIn(many, "user9999", PASSWORD));
    assertEquals(List.of("HS-CALLER-046"), codes(() -> many.add("more", PASSWORD, Set.of())));
  }

  private Path file() {
    return data.resolve("users.json");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
