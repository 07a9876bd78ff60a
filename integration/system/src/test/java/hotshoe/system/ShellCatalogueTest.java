package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the billing example offers, used by an operator from another terminal and from scripts. */
class ShellCatalogueTest {

  @TempDir private static Path folder;

  private static Home home;

  @BeforeAll
  static void start() throws Exception {
    home = new Home(folder);
    home.drop(Build.example("billing"));
    HotshoeProcess host = home.start();
    host.awaitLine("billing .* is active");
  }

  @AfterAll
  static void stop() {
    home.close();
  }

  @Test
  void operationsAreListedExplainedAndCalled() {
    assertEquals(1, shell("op:list").lines("^billing.quote +Says what a plan costs").size());
    assertTrue(shell("op:info quote").lines("^seats +integer 1 to 500 +required").size() == 1);
    HotshoeProcess quote = shell("op:call quote seats=2 plan=large --json");
    assertEquals(0, quote.awaitEnd());
    assertEquals(
        "{ \"net\": 50.0, \"tax\": 9.5, \"total\": 59.5}",
        String.join("", quote.output()).replace("  ", " "));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndTheExitCodeSaysSo() {
    HotshoeProcess call = shell("op:call billing.close month=13 pace=x day=1");
    assertEquals(1, call.awaitEnd());
    assertEquals(1, call.lines("^HS-OPERATION-\\d+  the arguments of billing.close").size());
    assertEquals(1, call.lines("^  why    month: 13 is above the maximum 12$").size());
    assertEquals(1, call.lines("^ {9}pace: ").size());
    assertEquals(1, call.lines("^ {9}day: is not known here").size());
    assertEquals(124, shell("op:call close month=1 pace=5000 --limit 200ms").awaitEnd());
    HotshoeProcess refund = shell("op:call refund invoice=nosuch");
    assertEquals(1, refund.awaitEnd());
    assertEquals(1, refund.lines("^UNKNOWN_INVOICE").size());
  }

  @Test
  void aTaskInTheBackgroundIsSeenCancelledAndRemembered() {
    String task = shell("op:call close month=2 pace=20000 --background").output().get(0);
    assertEquals(1, shell("task:list --state running").lines("^" + task).size());
    assertEquals(0, shell("task:cancel " + task + " 'wrong month'").awaitEnd());
    HotshoeProcess shown = shell("task:show " + task + " -f");
    assertEquals(1, shown.lines("billing.close is CANCELLED").size(), shown.toString());
    assertEquals(1, shown.lines("wrong month").size(), shown.toString());
  }

  @Test
  void theEndOfTheClientCancelsItsCall() {
    int before = cancelled();
    HotshoeProcess call = home.begin("shell", "op:call close month=3 pace=700");
    call.awaitLine("wrote the invoice of Ada");
    call.terminate();
    call.awaitEnd();
    long end = System.nanoTime() + 30_000_000_000L;
    while (cancelled() == before) {
      assertTrue(System.nanoTime() < end, "the task goes on without anybody");
    }
  }

  @Test
  void settingsAreSetWithinTheirBounds() {
    assertEquals(0, shell("setting:set retain_days=30").awaitEnd());
    assertEquals(1, shell("setting:list").lines("^retain_days +30 +set").size());
    HotshoeProcess refused = shell("setting:set tax_percent=5 retain_days=400");
    assertEquals(1, refused.awaitEnd());
    assertEquals(1, shell("setting:list").lines("^tax_percent +19.0 +default").size());
    assertEquals(0, shell("setting:reset retain_days").awaitEnd());
    assertTrue(!shell("audit:tail -n 100").lines("setting.set .*retain_days").isEmpty());
  }

  private static int cancelled() {
    return shell("task:list --state cancelled").lines("billing.close +CANCELLED").size();
  }

  private static HotshoeProcess shell(String line) {
    return home.run("shell", line);
  }
}
