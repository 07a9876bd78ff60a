package hotshoe.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The messages as people read them, one a line, in golden/task-problems.txt. */
class TaskProblemsTest {

  private static final String CLOSE = "billing.close";
  private static final Optional<ExtensionName> BILLING = Optional.of(new ExtensionName("billing"));

  @Test
  void everyMessageReadsAsWrittenDown() throws IOException {
    assertEquals(
        golden(), messages().stream().map(Problem::sentence).collect(Collectors.joining("\n")));
  }

  private static List<Problem> messages() {
    return List.of(
        TaskProblems.cancelled(CLOSE, "its parent 1m7ya9kha0001 was cancelled"),
        TaskProblems.cancelled(CLOSE, "two\nlines " + "x".repeat(500)),
        TaskProblems.overran(CLOSE, Duration.ofMillis(1500)),
        TaskProblems.overran(CLOSE, Duration.ofMinutes(5)),
        TaskProblems.waitedTooLong(CLOSE, BILLING, Duration.ofSeconds(60)),
        TaskProblems.crowded(CLOSE, BILLING, 64, 10_000),
        TaskProblems.crowded("clos", Optional.empty(), 64, 10_000),
        TaskProblems.stopping(CLOSE),
        TaskProblems.noThread(CLOSE, new OutOfMemoryError("unable to create native thread")),
        TaskProblems.broke(CLOSE, new IllegalStateException("no ink")),
        TaskProblems.broke(CLOSE, new IOException()),
        TaskProblems.unheeded(CLOSE, "1m7ya9kha0001", "hotshoe task 1m7ya9kha0001"),
        TaskProblems.cameBack(CLOSE, "1m7ya9kha0001", Duration.ofSeconds(61)),
        TaskProblems.lost(CLOSE),
        TaskProblems.listener(new NullPointerException()));
  }

  private static String golden() throws IOException {
    try (InputStream file =
        TaskProblemsTest.class.getResourceAsStream("/golden/task-problems.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
