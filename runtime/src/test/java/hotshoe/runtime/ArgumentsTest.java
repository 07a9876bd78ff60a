package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void no_words_mean_run() throws UsageException {
    Arguments arguments = Arguments.parse();
    assertEquals(Command.RUN, arguments.command());
    assertEquals(Optional.empty(), arguments.home());
  }

  @Test
  void options_stand_before_or_after_the_command() throws UsageException {
    Arguments before = Arguments.parse("--home", "/h", "-o", "gateway.port=1", "config");
    Arguments after = Arguments.parse("config", "--home=/h", "-o", "gateway.port=1");
    assertEquals(before, after);
    assertEquals(Optional.of(Path.of("/h")), after.home());
    assertEquals(Map.of("gateway.port", "1"), after.options());
  }

  @Test
  void paths_start_at_the_current_folder() throws UsageException {
    Arguments arguments = Arguments.parse("--data", "d", "--deploy", "e", "--config", "f");
    Path here = Path.of("").toAbsolutePath();
    assertEquals(here.resolve("d").toString(), arguments.options().get("data"));
    assertEquals(here.resolve("e").toString(), arguments.options().get("deploy"));
    assertEquals(List.of(here.resolve("f")), arguments.files());
  }

  @Test
  void files_keep_their_order() throws UsageException {
    assertEquals(
        List.of(Path.of("/b"), Path.of("/a")),
        Arguments.parse("--config", "/b", "--config", "/a").files());
  }

  @Test
  void words_after_shell_belong_to_the_shell() throws UsageException {
    Arguments arguments =
        Arguments.parse("shell", "slice:graph", "--dot", "-o", "x", "--home", "/h", "--", "--home");
    assertEquals(Command.SHELL, arguments.command());
    assertEquals(List.of("slice:graph", "--dot", "-o", "x", "--home"), arguments.rest());
    assertEquals(Optional.of(Path.of("/h")), arguments.home());
  }

  @Test
  void all_words_after_inventory_are_its_own() throws UsageException {
    Arguments arguments =
        Arguments.parse("--home=/h", "inventory", "--list", "--home=/x", "-o", "--help", "shell");
    assertEquals(Command.INVENTORY, arguments.command());
    assertEquals(List.of("--list", "--home=/x", "-o", "--help", "shell"), arguments.rest());
    assertEquals(Optional.of(Path.of("/h")), arguments.home());
  }

  @Test
  void a_value_may_hold_an_equals_sign() throws UsageException {
    assertEquals(
        Map.of("log.levels", "a=debug"), Arguments.parse("-o", "log.levels=a=debug").options());
  }

  @Test
  void switches_of_config_are_understood() throws UsageException {
    assertEquals(
        Set.of(Arguments.Flag.JSON, Arguments.Flag.OPTIONS),
        Arguments.parse("config", "--json", "--options").flags());
  }

  @Test
  void help_wins_over_a_command() throws UsageException {
    assertEquals(Command.HELP, Arguments.parse("run", "--help").command());
    assertEquals(Command.HELP, Arguments.parse("--help", "run").command());
  }

  @Test
  void mistakes_are_answered_with_what_was_probably_meant() {
    assertMistake("unknown command 'versoin'; did you mean version?", "versoin");
    assertMistake("unknown option --confg; did you mean --config?", "--confg");
    assertMistake("unknown option --frobnicate", "--frobnicate");
    assertMistake("--home takes a value", "--home");
    assertMistake("-o takes <option>=<value>, not 'x'", "-o", "x");
    assertMistake("'config' is too much after the command run", "run", "config");
    assertMistake("--json and --options belong to the command config", "run", "--json");
    assertMistake("--home: 'a\0b' is not a path", "--home", "a\0b");
  }

  private static void assertMistake(String message, String... words) {
    assertEquals(
        message, assertThrows(UsageException.class, () -> Arguments.parse(words)).getMessage());
  }
}
