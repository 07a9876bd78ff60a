package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The distribution as a process: how it begins, how it ends, and what its exit code says. */
@ExtendWith(Homes.class)
class StartAndStopTest {
  @Test
  @Proves("INM-25")
  void anEmptyHostStartsAndEndsCleanlyWhenAskedTo(Home home) {
    assertEquals(0, home.start().stop());
  }

  @Test
  @Proves("INM-25")
  void aHostThatIsAskedToEndWhileItStartsEndsCleanlyToo(Home home) {
    home.drop(
        ExtensionJar.named("slow")
            .journal(home.journal())
            .slice("one", s -> s.does("start", Deed.HANG)),
        "slow.jar");
    home.option("slice.start-limit", "50s");
    HotshoeProcess host = home.launch();
    host.await("the slice is starting", () -> home.journalLines().contains("slow.one start"));
    assertEquals(0, host.stop(), host::toString);
  }

  @Test
  @Proves("INM-25")
  void aSliceThatHangsInItsStartKeepsNobodyWaitingAndTheExitCodeSaysThatItIsLeftBehind(Home home) {
    HotshoeProcess host = home.start();
    home.drop(
        ExtensionJar.named("stuck").slice("one", slice -> slice.does("start", Deed.HANG_ON)),
        "stuck.jar");
    host.awaitLine("stuck 1\\.0\\.0 is starting .*stuck\\.one is starting");
    home.drop(ExtensionJar.named("good"), "good.jar");
    host.awaitLine("good 1\\.0\\.0 is active");
    assertEquals(5, host.stop(), host::toString);
    host.awaitLine("HS-SLICE-011: the slice stuck\\.one was left behind");
    assertEquals(List.of(), host.lines("stuck 1\\.0\\.0 is active"));
    String last = host.output().get(host.output().size() - 1);
    assertTrue(last.endsWith("stopped, leaving behind what did not stop"), host::toString);
  }

  @Test
  @Proves("INM-25")
  void aHostThatIsAskedToEndWhileAStartHangsSaysWhatItLeavesBehind(Home home) {
    home.drop(
        ExtensionJar.named("stuck")
            .journal(home.journal())
            .slice("one", slice -> slice.does("start", Deed.HANG_ON)),
        "stuck.jar");
    HotshoeProcess host = home.launch();
    host.await("the slice is starting", () -> home.journalLines().contains("stuck.one start"));
    assertEquals(5, host.stop(), host::toString);
    assertEquals(List.of(), host.lines("stuck 1\\.0\\.0 is active"));
    assertEquals(1, host.lines("HS-SLICE-011").size(), host::toString);
  }

  @Test
  void killedAtRestItStartsAgainWithWhatWasThere(Home home) {
    home.drop(ExtensionJar.named("alpha").slice("one"), "alpha.jar");
    home.start().kill();
    HotshoeProcess again = home.start();
    again.awaitLine("alpha 1\\.0\\.0 is active");
    assertEquals(0, again.stop());
  }

  @Test
  @Proves("INM-25")
  void aSliceThatDoesNotStopIsLeftBehindAndTheExitCodeSaysSo(Home home) {
    home.option("stop.graceful-limit", "1s");
    home.drop(
        ExtensionJar.named("stuck")
            .journal(home.journal())
            .slice("one", slice -> slice.does("stop", Deed.HANG_ON))
            .slice("two", slice -> slice.dependedOnBy("stuck.one")),
        "stuck.jar");
    HotshoeProcess host = home.start();
    assertEquals(5, host.stop(), host::toString);
    assertFalse(host.lines("HS-[A-Z]+-\\d+: .*stuck\\.one").isEmpty(), host::toString);
  }

  @Test
  @Proves("INM-25")
  void aHostThatCannotStopIsCutOffWithADumpOfItsThreads(Home home) {
    home.option("stop.graceful-limit", "20s").option("stop.hard-limit", "2s");
    home.drop(
        ExtensionJar.named("stuck").slice("one", slice -> slice.does("stop", Deed.HANG_ON)),
        "stuck.jar");
    HotshoeProcess host = home.start();
    assertEquals(3, host.stop(), host::toString);
    assertFalse(host.lines("at hotshoe.system.script.ScriptedSlice").isEmpty(), host::toString);
  }

  @Test
  @Proves("INM-25")
  void anActivatorThatHangsInItsStopIsLeftBehindAndTheOthersStop(Home home) {
    home.option("stop.graceful-limit", "1s");
    home.drop(ExtensionJar.named("stuck").activator(Deed.NOTHING, Deed.HANG_ON), "stuck.jar");
    HotshoeProcess host = home.start();
    assertEquals(5, host.stop(), host::toString);
    host.awaitLine(
        "HS-HOST-011: the bundle stuck 1\\.0\\.0 was left behind: .* its stop: thread '");
    assertEquals(1, host.lines("HS-HOST-011").size(), host::toString);
    host.awaitLine("stopped, leaving behind what did not stop");
  }

  @Test
  @Proves("INM-25")
  void anActivatorThatHangsInItsStartIsLeftBehindAndTheOthersStop(Home home) {
    home.option("stop.drain-limit", "1s");
    home.drop(ExtensionJar.named("stuck").activator(Deed.HANG_ON, Deed.NOTHING), "stuck.jar");
    HotshoeProcess host = home.launch();
    host.awaitLine("answering on");
    assertEquals(5, host.stop(), host::toString);
    host.awaitLine(
        "HS-HOST-011: the bundle stuck 1\\.0\\.0 was left behind: .* its start: thread '");
    assertEquals(List.of(), host.lines("stuck .* is active"));
  }

  @Test
  @Proves("INM-25")
  void askedForItTheHostDumpsItsThreadsAndRunsOn(Home home) throws Exception {
    home.drop(ExtensionJar.named("alpha").slice("one"), "alpha.jar");
    HotshoeProcess host = home.start();
    int signalled =
        new ProcessBuilder("kill", "-USR1", Long.toString(host.pid())).start().waitFor();
    assertEquals(0, signalled);
    host.awaitLine("hotshoe-extensions");
    host.awaitLine("alpha\\.one");
    home.drop(ExtensionJar.named("beta"), "beta.jar");
    host.awaitLine("beta 1\\.0\\.0 is active");
    assertEquals(0, host.stop());
  }

  @Test
  void aSecondHostOnTheSameDataIsRefusedAndTheFirstRunsOn(Home home) {
    HotshoeProcess first = home.start();
    HotshoeProcess second = home.launch();
    assertEquals(4, second.awaitEnd(), second::toString);
    assertFalse(second.lines("HS-HOST-\\d+: .*" + first.pid()).isEmpty(), second::toString);
    home.drop(ExtensionJar.named("alpha"), "alpha.jar");
    first.awaitLine("alpha 1\\.0\\.0 is active");
    assertEquals(0, first.stop());
  }

  @Test
  void aDataFolderThatCannotBeWrittenRefusesTheStartNamingIt(Home home) throws IOException {
    Files.writeString(home.data(), "a file is in the way");
    HotshoeProcess host = home.launch();
    assertEquals(4, host.awaitEnd(), host::toString);
    assertFalse(host.lines("HS-HOST-\\d+: .*data").isEmpty(), host::toString);
    assertEquals(List.of(), host.lines("\\tat "), "a stack trace for a person");
  }

  @Test
  void aPortInUseIsReportedAndTheRestOfTheHostRuns(Home home) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      home.environment("HOTSHOE_GATEWAY_PORT", Integer.toString(taken.getLocalPort()));
      home.drop(ExtensionJar.named("alpha"), "alpha.jar");
      HotshoeProcess host = home.start();
      host.awaitLine("HS-GATEWAY-\\d+: .*" + taken.getLocalPort());
      host.awaitLine("alpha 1\\.0\\.0 is active");
      assertEquals(0, host.stop());
    }
  }

  @Test
  void nonsenseOnTheCommandLineIsAnsweredWithUsageAndExitCodeTwo(Home home) {
    HotshoeProcess host = home.run("frobnicate");
    assertEquals(2, host.awaitEnd(), host::toString);
    assertTrue(String.join("\n", host.output()).contains("frobnicate"), host::toString);
  }
}
