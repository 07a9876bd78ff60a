package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code enabled-extensions} means. */
@ExtendWith(Homes.class)
class EnabledExtensionsTest {
  @Test
  @Proves({"INM-02", "INM-03", "INM-06"})
  void exactlyTheNamedOnesRunInTheOrderInWhichTheyAreNamed(Home home) {
    deployThree(home);
    home.option("enabled-extensions", "' gamma , ,alpha,, gamma '");
    HotshoeProcess host = home.start();
    List<String> active =
        host.lines("is active").stream().map(EnabledExtensionsTest::name).toList();
    assertEquals(List.of("gamma", "alpha"), active, host::toString);
    assertFalse(home.journalLines().contains("beta.one start"));
  }

  @Test
  @Proves("INM-03")
  void aListInYamlMeansTheSame(Home home) {
    deployThree(home);
    home.option("enabled-extensions", "[beta, alpha, beta]");
    HotshoeProcess host = home.start();
    List<String> active =
        host.lines("is active").stream().map(EnabledExtensionsTest::name).toList();
    assertEquals(List.of("beta", "alpha"), active, host::toString);
  }

  @Test
  @Proves("INM-02")
  void oneThatIsNotNamedIsDisabledAndSaysWhichLineDisablesIt(Home home) {
    deployThree(home);
    home.option("enabled-extensions", "alpha");
    home.start();
    String told = String.join("\n", home.run("shell", "ext:info", "beta").output());
    assertTrue(told.contains("DISABLED"), told);
    assertTrue(told.contains("enabled-extensions"), told);
    assertTrue(told.contains("hotshoe.yaml:1"), told);
  }

  @Test
  @Proves("INM-04")
  void aNameThatIsNotFoundRefusesTheStartNamingItAndTheOption(Home home) {
    deployThree(home);
    home.option("enabled-extensions", "alpha,delta");
    HotshoeProcess host = home.launch();
    assertEquals(4, host.awaitEnd(), host::toString);
    List<String> told = host.lines("delta");
    assertEquals(1, told.size(), host::toString);
    assertTrue(told.get(0).contains("enabled-extensions"), told::toString);
    assertTrue(told.get(0).contains("hotshoe.yaml:1"), told::toString);
    assertEquals(List.of(), home.journalLines(), "code of an extension has run");
  }

  @Test
  @Proves("INM-05")
  void anEmptyListRunsNoneAndOneLineTellsHowToEnableThem(Home home) {
    deployThree(home);
    home.option("enabled-extensions", "''");
    HotshoeProcess host = home.start();
    List<String> hints = host.lines("no extension runs.*enabled-extensions");
    assertEquals(1, hints.size(), host::toString);
    assertTrue(hints.get(0).matches(".*alpha.*beta.*gamma.*"), hints::toString);
    assertEquals(List.of(), host.lines("is active"));
  }

  @Test
  @Proves("INM-02")
  void unsetItRunsAllThatIsDeployed(Home home) {
    deployThree(home);
    HotshoeProcess host = home.start();
    assertEquals(3, host.lines("is active").size(), host::toString);
  }

  private static void deployThree(Home home) {
    for (String name : List.of("alpha", "beta", "gamma")) {
      home.drop(ExtensionJar.named(name).journal(home.journal()).slice("one"), name + ".jar");
    }
  }

  private static String name(String line) {
    return line.replaceAll(".*?(\\w+) 1\\.0\\.0 is active.*", "$1");
  }
}
