package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import hotshoe.caller.Caller;
import hotshoe.cloudstack.lifecycle.Cloud;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.conformance.Proves;
import hotshoe.resource.Resource;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What entrypoints are given, beside files that people have read. */
class PayloadTest {

  private static final Caller ULLA = new Caller("ulla", Set.of("user"), "http");

  private final Cloud cloud = Cloud.whole();

  private Payload payload() {
    return Payload.of(Map.of("region", "eu"));
  }

  @Test
  @Proves({"CS-40", "CS-58"})
  void thePayloadOfAFirstStartHasEveryGroupAndEveryKey() throws IOException {
    matches("payload-create.json", payload().by(ULLA).about(cloud.placement(), Moment.DEPLOYING));
  }

  @Test
  @Proves("CS-58")
  void thePayloadOfAPollHasNoCallerAndNoVlan() throws IOException {
    matches("payload-status.json", payload().about(cloud.placement(), Moment.ANY));
  }

  @Test
  @Proves("CS-58")
  void thePayloadOfAHostIsAboutNoInstance() throws IOException {
    Payload payload = payload().about(cloud.host(), cloud.instances().mapping(cloud.host()));
    matches("payload-statuses.json", payload);
  }

  @Test
  @Proves("CS-58")
  void groupsInWhichNothingIsAreLeftOut() throws IOException {
    Resource plain = Resource.of("VirtualMachine", "vm-1", "web");
    Payload payload =
        Payload.of(Map.of()).about(cloud.instances().placement(plain), Moment.STARTING);
    matches("payload-plain.json", payload);
  }

  @Test
  void itsTextHoldsNothingOfIt() {
    String text = payload().about(cloud.placement(), Moment.ANY).toString();
    assertFalse(text.contains("t0ken"), text);
  }

  @Test
  void aProgramThatSaysInJsonThatItFailedHasFailed() {
    assertEquals(true, new Answer(0, "{\"status\":\"success\"}", "").isSuccess());
    assertEquals(true, new Answer(0, "status: error", "").isSuccess());
    assertEquals(true, new Answer(0, "{\"job\":{\"status\":\"error\"}}", "").isSuccess());
    assertEquals("no room", complaint("{\"status\":\"ERROR\",\"error\":\"no room\"}"));
    assertEquals("no disk", complaint("{\"status\":\"error\",\"message\":\"no disk\"}"));
    assertEquals("full", complaint("{\"success\":false,\"result\":{\"message\":\"full\"}}"));
    assertEquals("", complaint("{\"success\":false}"));
  }

  private static String complaint(String output) {
    Answer answer = new Answer(0, output, "");
    assertFalse(answer.isSuccess(), output);
    return answer.complaint().orElseThrow();
  }

  private static void matches(String name, Payload payload) throws IOException {
    String pretty =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(JsonParser.parseString(payload.json()));
    Golden.matches(name, List.of(pretty));
  }
}
