package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.operation.CallRequest;
import hotshoe.shell.FakeTask;
import hotshoe.shell.command.CallResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a result is shown of which its script says what people should see. */
class PrintedResultTest {

  private static final Screen SCREEN = new Screen(100, false, true);

  @Test
  @Proves("CS-69")
  void objectsAreATableAndATextIsShownAsItIs() {
    assertEquals(
        "Done.\nname  size  tags\nweb   1     [\"a\",{}]\ndb",
        shown(
            "[{\"name\": \"web\", \"size\": 1, \"tags\": [\"a\", {}]},"
                + " {\"name\": \"db\", \"more\": 2}]"));
    assertEquals("Done.\nstate\non", shown("{\"state\": \"on\"}"));
    assertEquals("Done.\nall is\nwell", shown("\"all is\\nwell\""));
  }

  @Test
  void whatElseAScriptWritesStaysBesideTheOtherFields() {
    assertEquals(
        "Done.\nname     list\ndetails  {\"printmessage\": true, \"message\": 7}", shown("7"));
  }

  private static String shown(String message) {
    Map<String, Object> result = new java.util.LinkedHashMap<>(Map.of("name", "list"));
    result.put("details", "{\"printmessage\": true, \"message\": " + message + "}");
    FakeTask task = new FakeTask("T1", "demo.list", CallRequest.of("demo.list", Map.of()));
    return ValueConverter.page(new CallResult(task.report(), "Done.", result), SCREEN)
        .orElseThrow();
  }
}
