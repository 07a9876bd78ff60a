package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's values, from the files and the environment to the extension that uses them. */
@ExtendWith(Homes.class)
class ConfigurationTest {
  @Test
  @Proves({"INM-10", "INM-11"})
  void theLaterSourceWinsPerKeyAndEachValueSaysWhereItCameFrom(Home home) {
    home.append(
        "etc/hotshoe.yaml",
        "slice:\n  start-limit: 1s\n  status-limit: 1s\nstop:\n  drain-limit: 1s\n");
    home.append("etc/hotshoe.d/20-late.yaml", "slice:\n  start-limit: 3s\n");
    home.append("etc/hotshoe.d/10-early.yaml", "slice:\n  start-limit: 2s\n  status-limit: 2s\n");
    home.append("etc/hotshoe.d/99-not.yml.bak", "slice:\n  start-limit: 9s\n");
    home.append("more.yaml", "stop:\n  drain-limit: 4s\n");
    home.environment("HOTSHOE_STOP_HARD_LIMIT", "44s");
    HotshoeProcess config =
        home.run("config", "--config", home.folder().resolve("more.yaml").toString());
    assertEquals(0, config.awaitEnd(), config::toString);
    shows(config, "slice.start-limit", "3s", "20-late.yaml:2");
    shows(config, "slice.status-limit", "2s", "10-early.yaml:3");
    shows(config, "stop.drain-limit", "4s", "more.yaml:2");
    shows(config, "stop.hard-limit", "44s", "HOTSHOE_STOP_HARD_LIMIT");
    shows(config, "stop.graceful-limit", "10s", "default");
  }

  @Test
  void anUnknownKeyIsReportedWithFileAndLineAndTheNearestKnownOne(Home home) {
    home.append("etc/hotshoe.yaml", "stop:\n  gracefull-limit: 3s\n");
    HotshoeProcess host = home.start();
    host.awaitLine("HS-CONFIG-\\d+: .*gracefull-limit.*hotshoe\\.yaml:2");
    assertEquals(0, host.stop());
  }

  @Test
  @Proves({"INM-06", "INM-12"})
  void theOptionsOfAnExtensionReachItsSliceAlsoUnderTheirFormerName(Home home) {
    home.append(
        "etc/hotshoe.yaml", "extensions:\n  hello:\n    greeting: Good morning\n    interval: 1\n");
    home.drop(Build.example("hello"));
    HotshoeProcess host = home.start();
    host.awaitLine("Good morning \\(2\\)");
    assertEquals(1, host.lines("HS-OPTION-\\d+: .*interval.*seconds").size(), host::toString);
  }

  @Test
  @Proves({"INM-10", "INM-35"})
  void variablesReachExtensionsAndFeaturesAndThoseForNobodyAreReported(Home home) {
    home.environment("HOTSHOE_EXTENSIONS_HELLO_GREETING", "Moin");
    home.environment("HOTSHOE_EXTENSIONS_HELLO_SECONDS", "1");
    home.environment("HOTSHOE_FEATURES_HELLO_GREETER_COUNTING", "false");
    home.environment("HOTSHOE_EXTENSIONS_HALLO_GREETING", "lost");
    home.drop(Build.example("hello"));
    HotshoeProcess host = home.start();
    host.awaitLine("HS-CONFIG-010: .*HOTSHOE_EXTENSIONS_HALLO_GREETING.*installed are: hello");
    assertEquals(1, host.lines("HS-CONFIG-010").size(), host::toString);
    host.awaitLine("Moin$");
  }

  @Test
  @Proves("INM-12")
  void wrongOptionsAreAllReportedWithFileAndLineAndTheExtensionDoesNotRunWithThem(Home home) {
    home.append("etc/hotshoe.yaml", "extensions:\n  hello:\n    seconds: soon\n    greting: Hi\n");
    home.drop(Build.example("hello"));
    HotshoeProcess host = home.start();
    host.awaitLine("HS-OPTION-\\d+: .*seconds.*hotshoe\\.yaml:3");
    host.awaitLine("HS-OPTION-\\d+: .*greting.*hotshoe\\.yaml:4.*greeting");
  }

  @Test
  @Proves("INM-35")
  void aFeatureThatTheOperatorSwitchesOffIsOff(Home home) {
    home.append(
        "etc/hotshoe.yaml",
        "extensions:\n  hello:\n    seconds: 1\nfeatures:\n  hello.greeter:\n    counting: false\n");
    home.drop(Build.example("hello"));
    HotshoeProcess host = home.start();
    host.awaitLine("Hello$");
    assertEquals(List.of(), host.lines("Hello \\("), host::toString);
  }

  @Test
  @Proves("INM-34")
  void theVersionCommandListsTheExtensionsWithoutRunningAnyCode(Home home) throws IOException {
    home.drop(
        ExtensionJar.named("alpha").version("3.2.1").journal(home.journal()).slice("one"),
        "alpha.jar");
    HotshoeProcess version = home.run("version");
    assertEquals(0, version.awaitEnd(), version::toString);
    String told = String.join("\n", version.output());
    assertTrue(told.contains("Hotshoe"), told);
    assertTrue(told.matches("(?s).*alpha\\s+3\\.2\\.1.*"), told);
    assertEquals(List.of(), home.journalLines(), "code of an extension has run");
  }

  private static void shows(HotshoeProcess config, String... parts) {
    List<String> lines = config.output();
    assertFalse(
        lines.stream().noneMatch(line -> List.of(parts).stream().allMatch(line::contains)),
        () -> "no line shows " + List.of(parts) + "\n" + config);
  }
}
