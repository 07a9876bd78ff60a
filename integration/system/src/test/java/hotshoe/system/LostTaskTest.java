package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host that is killed in the middle of a call, as an operator at the shell sees it. */
@ExtendWith(Homes.class)
class LostTaskTest {

  @Test
  void aTaskThatWasRunningWhenTheHostWasKilledIsFoundAsLostAndSettingsAreAsTheyWere(Home home) {
    home.drop(Build.example("billing"));
    HotshoeProcess host = home.start();
    assertTold(home, "tax_percent", "setting:set", "tax_percent=7");
    home.run("shell", "op:call", "billing.quote", "seats=1");
    home.begin("shell", "op:call", "billing.close", "month=1", "pace=60000", "--background");
    host.await("the task is written down", () -> isRunning(home) && isNoted(home));
    host.kill();

    home.start();
    List<String> tasks = home.run("shell", "task:list").output();
    assertEquals(
        1,
        tasks.stream().filter(it -> it.contains("billing.close") && it.contains("LOST")).count(),
        tasks::toString);
    assertEquals(
        1,
        tasks.stream().filter(it -> it.contains("billing.quote") && it.contains("SUCC")).count(),
        tasks::toString);
    assertTold(home, "7", "setting:get", "tax_percent");
    assertTold(home, "10.7", "op:call", "billing.quote", "seats=1");
  }

  private static void assertTold(Home home, String text, String... command) {
    String[] arguments =
        Stream.concat(Stream.of("shell"), Stream.of(command)).toArray(String[]::new);
    HotshoeProcess shell = home.run(arguments);
    assertEquals(0, shell.awaitEnd(), shell::toString);
    assertTrue(String.join("\n", shell.output()).contains(text), shell::toString);
  }

  private static boolean isRunning(Home home) {
    return home.run("shell", "task:list").output().stream()
        .anyMatch(it -> it.contains("billing.close") && it.contains("RUNNING"));
  }

  private static boolean isNoted(Home home) {
    return Home.attempt(
        () -> {
          try (Stream<Path> files = Files.walk(home.data().resolve("tasks"))) {
            return files
                .filter(Files::isRegularFile)
                .anyMatch(file -> holds(file, "billing.close"));
          }
        });
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }
}
