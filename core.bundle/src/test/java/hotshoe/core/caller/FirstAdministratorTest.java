package hotshoe.core.caller;

import static hotshoe.core.caller.UserDesk.PASSWORD;
import static hotshoe.core.caller.UserDesk.isLetIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {

  private static final Pattern SHOWN = Pattern.compile("password +(\\S+)");

  @TempDir Path data;
  private final List<String> console = new ArrayList<>();

  @Test
  void overTwoStartsThePasswordIsShownOnceAndLetsTheAdministratorInAndStandsNowhere()
      throws IOException {
    UserDesk desk = new UserDesk(data);
    try (LogLines log = LogLines.of(FirstAdministrator.class)) {
      start(desk);
      LocalUsers again = start(desk);
      assertEquals(1, console.size());
      Matcher shown = SHOWN.matcher(console.get(0));
      assertTrue(shown.find(), console.get(0));
      assertTrue(isLetIn(again, "admin", SecretText.of(shown.group(1))));
      assertEquals(Set.of("pool-admin"), again.list().get(0).roles());
      assertEquals(0, log.containing(shown.group(1)));
      assertFalse(Files.readString(data.resolve("users.json")).contains(shown.group(1)));
      assertTrue(desk.audit().stream().noneMatch(line -> line.contains(shown.group(1))));
    }
  }

  @Test
  void whereSomebodyIsThereNobodyIsMade() throws IOException {
    UserDesk desk = new UserDesk(data);
    desk.open().add("bob", PASSWORD, Set.of());
    assertEquals(1, start(desk).list().size());
    assertEquals(List.of(), console);
  }

  @Test
  void nobodyIsMadeWhereThatIsNotWanted() throws IOException {
    UserDesk desk = new UserDesk(data);
    WrittenConfiguration without =
        new WrittenConfiguration().with("users.first-administrator", false);
    LocalUsers users = desk.open();
    new FirstAdministrator(without, users, console::add).end();
    assertEquals(List.of(), users.list());
    assertFalse(Files.exists(data.resolve("users.json")));
  }

  @Test
  void whenTheDiskIsFullThatIsToldAndTheNextStartTriesAgain() throws IOException {
    UserDesk desk = new UserDesk(data);
    Path inTheWay = Files.createDirectory(data.resolve(".users.json.part")).resolve("something");
    Files.writeString(inTheWay, "");
    try (LogLines log = LogLines.of(FirstAdministrator.class)) {
      start(desk);
      assertEquals(List.of(), console);
      assertEquals(1, log.containing("HS-CALLER-033"), log.lines()::toString);
    }
    Files.delete(inTheWay);
    start(desk);
    assertEquals(1, console.size());
  }

  private LocalUsers start(UserDesk desk) {
    LocalUsers users = desk.open();
    new FirstAdministrator(desk.configuration, users, console::add).end();
    return users;
  }
}
