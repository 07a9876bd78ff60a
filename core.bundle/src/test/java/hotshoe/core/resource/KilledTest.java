package hotshoe.core.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.KilledProcess;
import hotshoe.core.fixture.LogLines;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that puts resources is killed at random moments. */
class KilledTest {
  private static final int RESOURCES = 200;

  @TempDir Path data;

  @Test
  void whateverTheMomentOfAKillWhatWasToldToBeThereIsThereAndEveryFileIsWhole() throws Exception {
    Random random = new Random(5);
    long last = -1;
    for (int round = 0; round < 5; round++) {
      long told = putUntilKilled(random.nextInt(150));
      try (LogLines log = LogLines.of(Stock.class)) {
        long found = generationOf(new Registry(data).open());
        assertEquals(List.of(), log.lines());
        assertTrue(found >= told && found >= last, told + " was told, " + found + " is there");
        last = found;
      }
    }
    assertTrue(last > 0, "nothing was ever put");
  }

  private static long generationOf(Resources resources) {
    List<Long> generations =
        resources.list("Host").stream()
            .map(it -> Long.parseLong(it.reveal("generation").orElseThrow()))
            .distinct()
            .toList();
    assertTrue(generations.size() <= 1, "half of a change is there: " + generations);
    return generations.isEmpty() ? -1 : generations.get(0);
  }

  private long putUntilKilled(int milliseconds) throws IOException, InterruptedException {
    return KilledProcess.run(Putting.class, data, milliseconds).max().orElse(-1);
  }

  /** Puts all resources again and again and tells each time that it has. */
  static final class Putting {
    private Putting() {}

    public static void main(String[] arguments) {
      Resources resources = new Registry(Path.of(arguments[0])).open();
      for (long i = generationOf(resources) + 1; true; i++) {
        Detail generation = Detail.secret("" + i);
        resources.putAll(
            IntStream.range(0, RESOURCES)
                .mapToObj(
                    it -> Resource.of("Host", "h" + it, "host").with("generation", generation))
                .toList());
        System.out.println(i);
      }
    }
  }
}
