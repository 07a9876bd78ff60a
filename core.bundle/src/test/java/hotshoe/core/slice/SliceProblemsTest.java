package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.extension.ExtensionName;
import hotshoe.host.ExitRefused;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The messages as people read them, one a line, in golden/slice-problems.txt. */
class SliceProblemsTest {

  private static final SliceName GREETER = new SliceName("hello.greeter");
  private static final SliceName DATABASE = new SliceName("core.database");
  private static final String OWNER = "hello 1.0.0 (bundle 12)";

  @Test
  void everyMessageReadsAsWrittenDown() throws IOException {
    assertEquals(
        golden(), messages().stream().map(Problem::sentence).collect(Collectors.joining("\n")));
  }

  private static List<Problem> messages() {
    List<SliceName> known = List.of(DATABASE, GREETER, new SliceName("core.server"));
    return List.of(
        SliceProblems.malformed(OWNER, "the service property hotshoe.slice.name is missing"),
        SliceProblems.outside(DATABASE, new ExtensionName("hello"), OWNER),
        SliceProblems.duplicate(GREETER, "other 2.0.0 (bundle 13)", OWNER),
        SliceProblems.cycle(GREETER, OWNER, List.of(DATABASE, GREETER)),
        threw(Phase.PRESTART, new CreationFailed(new NoClassDefFoundError("org/sqlite/JDBC"))),
        threw(Phase.START, new IllegalStateException("no route", new IOException("port 5432"))),
        threw(Phase.START, new IllegalStateException("line one\nline two")),
        threw(Phase.PRESTART, new IOException()),
        threw(Phase.START, refusal()),
        SliceProblems.overran(
            GREETER,
            Phase.START,
            OWNER,
            Duration.ofSeconds(60),
            "thread 'hello.greeter start' is at hello.Greeter.connect (Greeter.java:42)"),
        SliceProblems.threwAtTheEnd(GREETER, "stop", OWNER, new IOException("still open")),
        SliceProblems.unknown(GREETER, new SliceName("core.databse"), known),
        SliceProblems.unknown(GREETER, new SliceName("acme.billing"), known),
        SliceProblems.notThere(GREETER, DATABASE, "it failed in start: IOException: port 5432"),
        SliceProblems.otherType(GREETER, DATABASE, Runnable.class, String.class),
        SliceProblems.leftBehind(GREETER, OWNER, Step.STOPPING),
        SliceProblems.joined(DATABASE, GREETER),
        SliceProblems.cameBack(GREETER, Phase.START, Duration.ofMillis(61_500)));
  }

  private static Problem threw(Phase phase, Throwable thrown) {
    return SliceProblems.threw(GREETER, phase, OWNER, thrown);
  }

  private static ExitRefused refusal() {
    try {
      ExitRefused.exit(3);
      throw new AssertionError("it was not refused");
    } catch (ExitRefused e) {
      return e;
    }
  }

  private static String golden() throws IOException {
    try (InputStream file =
        SliceProblemsTest.class.getResourceAsStream("/golden/slice-problems.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
