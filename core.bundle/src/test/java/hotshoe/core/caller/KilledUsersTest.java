package hotshoe.core.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Users.User;
import hotshoe.core.fixture.KilledProcess;
import hotshoe.core.fixture.LogLines;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that changes users is killed at random moments. */
class KilledUsersTest {

  @TempDir Path data;

  @Test
  void whateverTheMomentOfAKillWhatWasToldIsThereAndTheFileIsWhole() throws Exception {
    Random random = new Random(7);
    int last = 0;
    for (int round = 0; round < 4; round++) {
      int told = addUntilKilled(random.nextInt(150));
      try (LogLines log = LogLines.of(LocalUsers.class)) {
        LocalUsers users = new UserDesk(data).open();
        List<User> all = users.list();
        assertEquals(List.of(), log.lines());
        assertTrue(all.size() >= told && all.size() >= last, told + " told, " + all.size());
        String name = "user" + (told - 1);
        assertTrue(UserDesk.isLetIn(users, name, password(told - 1)), name);
        last = all.size();
      }
    }
    assertTrue(last > 1, "hardly anything was done");
  }

  private static SecretText password(int number) {
    return SecretText.of("pass phrase " + number);
  }

  private int addUntilKilled(int milliseconds) throws IOException, InterruptedException {
    return (int) KilledProcess.run(Adding.class, data, milliseconds).max().orElse(0);
  }

  /** Adds users and tells each time how many there are. */
  static final class Adding {
    private Adding() {}

    public static void main(String[] arguments) {
      LocalUsers users = new UserDesk(Path.of(arguments[0])).open();
      for (int i = users.list().size(); true; i++) {
        users.add("user" + i, password(i), Set.of("pool-admin"));
        System.out.println(i + 1);
      }
    }
  }
}
