package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the host says of itself over HTTP, also while it stops. */
@ExtendWith(Homes.class)
class HealthTest {
  @Test
  @Proves({"INM-33", "INM-34"})
  void aHealthyHostAnswersTwoHundredAndListsWhatRuns(Home home) {
    home.drop(Build.example("hello"));
    Door door = new Door(home.start());
    assertEquals(200, door.get("/health").statusCode());
    String status = door.get("/status").body();
    for (String part : new String[] {"Hotshoe", "hello", "1.0.0", "hello.greeter", "counting"}) {
      assertTrue(status.contains(part), () -> part + " is missing in " + status);
    }
  }

  @Test
  @Proves({"INM-32", "INM-33"})
  void aSliceThatIsLateWithItsStatusMakesTheHostUnhealthyAndIsNamed(Home home) {
    home.drop(
        ExtensionJar.named("late")
            .slice("one", slice -> slice.does("status", Deed.HANG))
            .slice("two"),
        "late.jar");
    Door door = new Door(home.start());
    assertEquals(503, door.get("/health").statusCode());
    assertTrue(door.get("/status").body().contains("late.one"));
  }

  @Test
  @Proves({"INM-05", "INM-33"})
  void aBrokenExtensionIsShownWithItsCauseAndComesBackToHealthWhenItIsReplaced(Home home) {
    home.drop(
        ExtensionJar.named("bad").slice("one", slice -> slice.does("start", Deed.THROW)),
        "bad.jar");
    HotshoeProcess host = home.start();
    Door door = new Door(host);
    assertEquals(503, door.get("/health").statusCode());
    String status = door.get("/status").body();
    assertTrue(status.contains("bad.one") && status.contains("told to fail"), status);
    HotshoeProcess asked = home.run("status");
    assertEquals(1, asked.awaitEnd(), asked::toString);
    assertFalse(asked.lines("bad\\.one").isEmpty(), asked::toString);
    home.drop(ExtensionJar.named("bad").version("1.0.1").slice("one"), "bad.jar");
    host.awaitLine("bad 1\\.0\\.1 is active");
    assertEquals(0, home.run("status").awaitEnd());
    assertEquals(200, door.get("/health").statusCode());
  }

  @Test
  @Proves("INM-24")
  void aRequestThatComesDuringTheStopIsAnsweredWithUnavailable(Home home) {
    home.drop(
        ExtensionJar.named("slow")
            .journal(home.journal())
            .slice("one", slice -> slice.does("prestop", Deed.LINGER)),
        "slow.jar");
    HotshoeProcess host = home.start();
    Door door = new Door(host);
    assertEquals(200, door.get("/health").statusCode());
    host.terminate();
    host.await("the slice stops", () -> home.journalLines().contains("slow.one prestop"));
    assertEquals(503, door.get("/health").statusCode());
    assertEquals(503, door.get("/status").statusCode());
    assertEquals(0, host.awaitEnd(), host::toString);
  }

  @Test
  @Proves("INM-23")
  void aRequestInFlightIsAnsweredInFullBeforeTheEnd(Home home) throws Exception {
    home.drop(
        ExtensionJar.named("slow").slice("one", slice -> slice.does("status", Deed.PAUSE)),
        "slow.jar");
    HotshoeProcess host = home.start();
    Door door = new Door(host);
    assertEquals(200, door.get("/status").statusCode());
    CompletableFuture<HttpResponse<String>> answer = door.ask("/status");
    Home.pause(100);
    host.terminate();
    HttpResponse<String> response = answer.get(30, TimeUnit.SECONDS);
    assertEquals(200, response.statusCode());
    assertTrue(response.body().strip().endsWith("}"), response.body());
    assertEquals(0, host.awaitEnd(), host::toString);
  }
}
