package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.operation.CallRequest;
import hotshoe.resource.Resource;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.Ref;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources that are put and removed by operations, as every door can. */
class ResourceOperationsTest {

  private static final Caller OLGA = new Caller("olga", Set.of("pool-operator"), "http");
  private static final Ref HOST = new Ref("Host", "h-1");

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() {
    hotshoe = Hotshoe.builder().home(home).option("gateway.port", 0).start();
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  @Test
  void aResourceIsPutWithItsDetailsAndWhatTheCallerDoesNotSeeStays() {
    done(
        OLGA,
        "resource-put",
        Map.of(
            "resource",
            "Host:h-1",
            "name",
            "alpha",
            "extension",
            "racks",
            "details",
            Map.of("cluster", "c-1"),
            "hidden",
            Map.of("rack", "B7"),
            "secret",
            Map.of("token", "s3cret")));
    Resource put = hotshoe.resources().require(HOST);
    assertEquals("alpha", put.name());
    assertEquals("racks", put.extension().orElseThrow().value());
    assertEquals(Optional.of("s3cret"), put.reveal("token"));
    assertFalse(hotshoe.audit().tail(100).toString().contains("s3cret"));
    done(OLGA, "resource-put", Map.of("resource", "Host:h-1", "details", Map.of("a", "b")));
    Resource again = hotshoe.resources().require(HOST);
    assertEquals("h-1", again.name());
    assertEquals(Optional.empty(), again.reveal("cluster"));
    assertEquals(Optional.of("B7"), again.reveal("rack"));
    assertEquals(Optional.of("s3cret"), again.reveal("token"));
  }

  @Test
  void removingIsDoneByWhoMayAndWhatIsNotThereIsNoError() {
    done(OLGA, "resource-put", Map.of("resource", "Host:h-1"));
    Caller reader = new Caller("rita", Set.of("read-only"), "http");
    assertInstanceOf(
        Refused.class, call(reader, "resource-remove", Map.of("resource", "Host:h-1")));
    assertEquals(
        Map.of("removed", true), done(OLGA, "resource-remove", Map.of("resource", "Host:h-1")));
    assertEquals(
        Map.of("removed", false), done(OLGA, "resource-remove", Map.of("resource", "Host:h-1")));
    TaskOutcome odd =
        call(OLGA, "resource-put", Map.of("resource", "Host:h-1", "extension", "../x"));
    assertTrue(odd.problems().get(0).sentence().contains("HS-OPERATION-008"), odd::toString);
  }

  private Object done(Caller caller, String operation, Map<String, ?> arguments) {
    TaskOutcome outcome = call(caller, operation, arguments);
    return assertInstanceOf(Succeeded.class, outcome, outcome::toString).result();
  }

  private TaskOutcome call(Caller caller, String operation, Map<String, ?> arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments).by(caller));
  }
}
