package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad extension hurts nobody else. */
@ExtendWith(Homes.class)
class ContainmentTest {
  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "construct, THROW",
    "construct, EXIT",
    "prestart, THROW",
    "prestart, HANG",
    "start, THROW",
    "start, DIE",
    "start, END_THREAD",
    "start, HANG",
    "start, HANG_ON",
    "start, EXIT",
    "start, HALT"
  })
  @Proves("INM-20")
  void aSliceThatFailsTakesDownOnlyWhatDependsOnIt(String step, Deed deed, Home home) {
    home.option("slice.start-limit", "1s");
    home.drop(
        ExtensionJar.named("bad")
            .journal(home.journal())
            .slice("one", slice -> slice.does(step, deed))
            .slice("two", slice -> slice.dependsOn("bad.one"))
            .slice("three"),
        "bad.jar");
    home.drop(ExtensionJar.named("good").journal(home.journal()).slice("one"), "good.jar");
    HotshoeProcess host = home.start();
    assertTrue(home.journalLines().contains("good.one start"), host::toString);
    assertTrue(home.journalLines().contains("bad.three start"), host::toString);
    assertFalse(home.journalLines().contains("bad.two start"), host::toString);
    host.awaitLine("HS-SLICE-\\d+: .*bad\\.one");
    assertTrue(host.isAlive());
    assertEquals(0, host.stop(), host::toString);
  }

  @Test
  @Proves("INM-17")
  void aCycleIsNamedMemberByMemberAndTheOthersStart(Home home) {
    home.drop(
        ExtensionJar.named("ring")
            .journal(home.journal())
            .slice("a", slice -> slice.dependsOn("ring.b"))
            .slice("b", slice -> slice.dependsOn("ring.c"))
            .slice("c", slice -> slice.dependsOn("ring.a"))
            .slice("self", slice -> slice.dependsOn("ring.self"))
            .slice("free"),
        "ring.jar");
    HotshoeProcess host = home.start();
    assertEquals(
        java.util.List.of("ring.free start"),
        home.journalLines().stream().filter(line -> line.endsWith(" start")).toList());
    host.awaitLine("HS-SLICE-\\d+: .*ring\\.b.*ring\\.c.*ring\\.a");
    host.awaitLine("HS-SLICE-\\d+: .*ring\\.self");
  }

  @Test
  @Proves("INM-08")
  void aSliceNamedOutsideOfItsExtensionIsRejectedNamingBoth(Home home) {
    home.drop(
        ExtensionJar.named("alpha").journal(home.journal()).slice("one").sliceOutside("beta.one"),
        "alpha.jar");
    HotshoeProcess host = home.start();
    host.awaitLine("HS-SLICE-\\d+: .*beta\\.one.*alpha");
    assertTrue(home.journalLines().contains("alpha.one start"));
    assertFalse(home.journalLines().contains("beta.one start"));
  }

  @Test
  @Proves("INM-22")
  void aSliceThatFailsToStopKeepsNobodyFromStopping(Home home) {
    home.drop(
        ExtensionJar.named("bad")
            .journal(home.journal())
            .slice("a", slice -> slice.does("prestop", Deed.THROW))
            .slice("b", slice -> slice.does("stop", Deed.THROW).dependsOn("bad.a"))
            .slice("c", slice -> slice.dependsOn("bad.b")),
        "bad.jar");
    HotshoeProcess host = home.start();
    assertEquals(0, host.stop(), host::toString);
    assertEquals(
        java.util.List.of(
            "bad.c prestop",
            "bad.b prestop",
            "bad.a prestop",
            "bad.c stop",
            "bad.b stop",
            "bad.a stop"),
        home.journalLines().stream().filter(line -> line.endsWith("stop")).toList());
    assertFalse(host.lines("HS-SLICE-\\d+: .*bad\\.a").isEmpty(), host::toString);
    assertFalse(host.lines("HS-SLICE-\\d+: .*bad\\.b").isEmpty(), host::toString);
  }

  @Test
  void anActivatorThatThrowsOrExitsBreaksItsOwnExtensionOnly(Home home) {
    home.drop(ExtensionJar.named("thrower").activator(Deed.THROW, Deed.NOTHING), "thrower.jar");
    home.drop(ExtensionJar.named("leaver").activator(Deed.EXIT, Deed.NOTHING), "leaver.jar");
    home.drop(ExtensionJar.named("good"), "good.jar");
    HotshoeProcess host = home.start();
    host.awaitLine("HS-EXTENSION-\\d+: .*thrower");
    host.awaitLine("HS-EXTENSION-\\d+: .*leaver");
    host.awaitLine("good 1\\.0\\.0 is active");
    assertEquals(0, host.stop());
  }
}
