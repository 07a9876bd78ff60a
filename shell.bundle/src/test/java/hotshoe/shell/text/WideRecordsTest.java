package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.operation.CallRequest;
import hotshoe.shell.FakeTask;
import hotshoe.shell.command.CallResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How records are shown that have more fields than a table has room for. */
class WideRecordsTest {

  private static final Screen SCREEN = new Screen(100, false, true);

  @Test
  void eachIsShownLineByLineWithABlankLineBetween() {
    assertEquals(
        "Done.\nf1  1\nf2  1\nf3  1\nf4  1\nf5  1\nf6  1\nf7  1\nf8  1\nf9  1\n\n"
            + "f1  2\nf2  2\nf3  2\nf4  2\nf5  2\nf6  2\nf7  2\nf8  2\nf9  2",
        shown(List.of(record(9, 1), record(9, 2))));
    assertEquals("Done.\nf1  f2\n1   1\n2   2", shown(List.of(record(2, 1), record(2, 2))));
  }

  private static Map<String, Object> record(int fields, int value) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 1; i <= fields; i++) {
      record.put("f" + i, value);
    }
    return record;
  }

  private static String shown(Object result) {
    FakeTask task = new FakeTask("T1", "demo.list", CallRequest.of("demo.list", Map.of()));
    return ValueConverter.page(new CallResult(task.report(), "Done.", result), SCREEN)
        .orElseThrow();
  }
}
