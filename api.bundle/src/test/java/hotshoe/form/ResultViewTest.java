package hotshoe.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.form.ResultView.Table;
import hotshoe.form.ResultView.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a script wants people to see of its result. */
class ResultViewTest {

  @Test
  @Proves("CS-69")
  void aListOfObjectsIsATableWithTheColumnsOfItsFirstRow() {
    assertEquals(
        Optional.of(
            new Table(
                List.of("name", "size"),
                List.of(Map.of("name", "a", "size", 1L), Map.of("name", "b")))),
        ResultView.of(
            details(
                "{\"printmessage\": true, \"message\":"
                    + " [{\"name\": \"a\", \"size\": 1}, {\"name\": \"b\", \"more\": 2}]}")));
  }

  @Test
  @Proves("CS-69")
  void anObjectIsATableOfOneRowAndATextIsShown() {
    assertEquals(
        Optional.of(new Table(List.of("a"), List.of(Map.of("a", true)))),
        ResultView.of(details(" {\"printmessage\": \"true\", \"message\": {\"a\": true}}\n")));
    assertEquals(
        Optional.of(new Words("all is well")),
        ResultView.of(details("{\"printmessage\": true, \"message\": \"all is well\"}")));
    assertEquals(
        Optional.of(new Words("bare")),
        ResultView.of(Map.of("printmessage", true, "message", "bare")));
  }

  @Test
  void nothingElseIsShownInAnotherWay() {
    for (String output :
        List.of(
            "",
            "ok",
            "{",
            "[]",
            "{\"message\": \"x\"}",
            "{\"printmessage\": false, \"message\": \"x\"}",
            "{\"printmessage\": true}",
            "{\"printmessage\": true, \"message\": []}",
            "{\"printmessage\": true, \"message\": [1, {}]}",
            "{\"printmessage\": true, \"message\": 7}",
            "{\"printmessage\":" + "[".repeat(100_000))) {
      assertEquals(Optional.empty(), ResultView.of(details(output)), () -> "" + output.length());
    }
    assertEquals(Optional.empty(), ResultView.of("text"));
    assertEquals(Optional.empty(), ResultView.of(null));
  }

  private static Map<String, Object> details(String output) {
    return Map.of("name", "list", "success", true, "details", output);
  }
}
