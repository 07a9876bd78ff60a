package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files come, change and go in the deploy folder of a running host. */
@ExtendWith(Homes.class)
class DeployTest {
  @Test
  @Proves("INM-01")
  void aDroppedJarIsActiveAndARemovedOneIsGoneWithOneLineEach(Home home) {
    HotshoeProcess host = home.start();
    home.drop(alpha("1.0.0").journal(home.journal()), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active \\(deploy/alpha\\.jar, \\d+ ms\\)");
    assertEquals(
        List.of("alpha.one construct", "alpha.one prestart", "alpha.one start"),
        home.journalLines());
    home.remove("alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is gone \\(deploy/alpha\\.jar was removed\\)");
    assertEquals(List.of("alpha.one prestop", "alpha.one stop"), home.journalLines().subList(3, 5));
    assertEquals(0, host.stop());
    assertEquals(2, host.lines("alpha").size(), host::toString);
  }

  @Test
  void aReplacedJarIsAnUpgrade(Home home) {
    HotshoeProcess host = home.start();
    home.drop(alpha("1.0.0"), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active");
    home.drop(alpha("1.1.0"), "alpha.jar");
    host.awaitLine("alpha 1\\.1\\.0 is active");
    home.drop(alpha("1.0.1"), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.1 is active");
  }

  @Test
  void anUpgradeThatCannotBeReadLeavesTheOldVersionRunning(Home home) throws IOException {
    HotshoeProcess host = home.start();
    Path jar = home.drop(alpha("1.0.0").journal(home.journal()), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active");
    Files.writeString(jar, "this is not a jar");
    host.awaitLine("HS-ARCHIVE-\\d+: .*alpha\\.jar");
    assertEquals(3, home.journalLines().size(), "the old version was stopped");
    assertTrue(extensions(home).contains("alpha"), () -> extensions(home));
  }

  @Test
  void anUpgradeThatCannotResolveLeavesTheOldVersionRunning(Home home) {
    HotshoeProcess host = home.start();
    home.drop(alpha("1.0.0").journal(home.journal()), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active");
    home.drop(alpha("2.0.0").needs("org.example.weather", "[3,4)"), "alpha.jar");
    host.awaitLine("HS-EXTENSION-\\d+: .*org\\.example\\.weather");
    assertEquals(3, home.journalLines().size(), "the old version was stopped");
  }

  @Test
  void anUpgradeThatFailsToStartPutsTheOldVersionBack(Home home) {
    HotshoeProcess host = home.start();
    home.drop(alpha("1.0.0").journal(home.journal()), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active");
    home.drop(
        ExtensionJar.named("alpha").version("2.0.0").activator(Deed.THROW, Deed.NOTHING),
        "alpha.jar");
    host.awaitLine("HS-EXTENSION-\\d+: .*alpha");
    host.await(
        "the old version has been started again",
        () -> home.journalLines().stream().filter("alpha.one start"::equals).count() == 2);
  }

  @Test
  void aBrokenJarIsReportedOnceInWordsAndTriedAgainWhenItChanges(Home home) throws IOException {
    HotshoeProcess host = home.start();
    Path jar = Files.writeString(home.deploy().resolve("alpha.jar"), "this is not a jar");
    host.awaitLine("HS-ARCHIVE-\\d+: .*alpha\\.jar");
    home.drop(ExtensionJar.named("beta"), "beta.jar");
    host.awaitLine("beta 1\\.0\\.0 is active");
    assertEquals(1, host.lines("alpha\\.jar").size(), host::toString);
    alpha("1.0.0").in(jar.getParent(), "alpha.jar");
    host.awaitLine("alpha 1\\.0\\.0 is active");
  }

  @Test
  void aTruncatedJarIsReportedAndItsWholeFormIsTaken(Home home) throws IOException {
    HotshoeProcess host = home.start();
    byte[] bytes = alpha("1.0.0").ballast(50_000).bytes();
    Path jar = home.deploy().resolve("alpha.jar");
    Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
    host.awaitLine("HS-ARCHIVE-\\d+: .*alpha\\.jar");
    Files.write(jar, bytes);
    host.awaitLine("alpha 1\\.0\\.0 is active");
  }

  @Test
  void aJarThatIsCopiedSlowlyIsTakenWhenItIsWhole(Home home) throws IOException {
    HotshoeProcess host = home.start();
    byte[] bytes = alpha("1.0.0").ballast(200_000).bytes();
    try (OutputStream file = Files.newOutputStream(home.deploy().resolve("alpha.jar"))) {
      for (int offset = 0; offset < bytes.length; offset += 20_000) {
        file.write(bytes, offset, Math.min(20_000, bytes.length - offset));
        file.flush();
        Home.pause(40);
      }
    }
    host.awaitLine("alpha 1\\.0\\.0 is active");
    assertEquals(0, host.stop());
    assertEquals(List.of(), host.lines("HS-ARCHIVE"), host::toString);
  }

  @Test
  void atomicRenamesInQuickSuccessionEndWithTheLast(Home home) {
    HotshoeProcess host = home.start();
    for (int minor = 0; minor < 30; minor++) {
      home.move(alpha("1." + minor + ".0").bytes(), "alpha.jar");
    }
    host.awaitLine("alpha 1\\.29\\.0 is active");
    home.remove("alpha.jar");
    host.awaitLine("alpha 1\\.29\\.0 is gone");
  }

  @Test
  void filesThatAreNotMeantForTheHostAreLeftAlone(Home home) throws IOException {
    HotshoeProcess host = home.start();
    Files.writeString(home.deploy().resolve(".alpha.jar.swp"), "an editor's");
    Files.writeString(home.deploy().resolve("alpha.jar.part"), "a browser's");
    Files.writeString(home.deploy().resolve("README.txt"), "a person's");
    Files.createDirectories(home.deploy().resolve("folder"));
    home.drop(ExtensionJar.named("beta"), "beta.jar");
    host.awaitLine("beta 1\\.0\\.0 is active");
    assertEquals(0, host.stop());
    assertEquals(List.of(), host.lines("swp|part|README"), host::toString);
  }

  @Test
  void fiveHundredJarsAtOnceAllBecomeActiveAndAllGoAgain(Home home) {
    HotshoeProcess host = home.start();
    for (int number = 0; number < 500; number++) {
      home.drop(ExtensionJar.named("many" + number).slice("one"), "many" + number + ".jar");
    }
    host.awaitLines("many\\d+ 1\\.0\\.0 is active", 500);
    for (int number = 0; number < 500; number++) {
      home.remove("many" + number + ".jar");
    }
    host.awaitLines("many\\d+ 1\\.0\\.0 is gone", 500);
    assertEquals(0, host.stop());
    assertEquals(1000, host.lines("many\\d+").size());
  }

  @Test
  void ofTwoJarsWithOneIdentityTheFirstRunsAndTheSecondIsRefusedByName(Home home) {
    home.drop(Build.example("hello"));
    HotshoeProcess host = home.start();
    host.awaitLine("hello 1\\.0\\.0 is active");
    home.drop(Build.example("conflict.identity"));
    host.awaitLine("HS-EXTENSION-002: .*'hello'.*deploy/hotshoe\\.example\\.hello\\.jar");
    home.drop(ExtensionJar.named("beta"), "beta.jar");
    host.awaitLine("beta 1\\.0\\.0 is active");
  }

  @Test
  void anExtensionForANewerHostWaitsAndSaysWhatItMisses(Home home) {
    home.drop(Build.example("conflict.version"));
    HotshoeProcess host = home.start();
    host.awaitLine("future 1\\.0\\.0 waits.*hotshoe\\.slice.*9\\.0");
  }

  private static ExtensionJar alpha(String version) {
    return ExtensionJar.named("alpha").version(version).slice("one");
  }

  private static String extensions(Home home) {
    return String.join("\n", home.run("shell", "ext:list").output());
  }
}
