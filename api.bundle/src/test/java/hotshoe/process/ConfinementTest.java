package hotshoe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.ProcessSupport.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and sandbox in words. */
class ConfinementTest {

  private static Confinement saying(String... pairs) {
    Map<ConfinementKey, String> words = new EnumMap<>(ConfinementKey.class);
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(ConfinementKey.find(pairs[i]).orElseThrow(), pairs[i + 1]);
    }
    return new Confinement(words);
  }

  @Test
  void wordsBecomeLimits() {
    ProcessLimits limits =
        saying(
                "limits.memory",
                "256MiB",
                "LIMITS_CPU",
                "5",
                "limits-open-files",
                "9",
                "limits-processes",
                "3",
                "limits-file-size",
                "1KiB",
                "limits-time",
                "60",
                "limits-output",
                "10B")
            .limits();
    assertEquals(256L << 20, limits.memory().getAsLong());
    assertEquals(Optional.of(Duration.ofSeconds(5)), limits.processorTime());
    assertEquals(9, limits.openFiles().getAsLong());
    assertEquals(3, limits.processes().getAsLong());
    assertEquals(1024, limits.fileSize().getAsLong());
    assertEquals(Optional.of(Duration.ofMinutes(1)), limits.time());
    assertEquals(10, limits.outputInMemory());
    assertEquals(10, limits.outputOnDisk());
    assertEquals(ProcessLimits.none(), Confinement.OPEN.limits());
  }

  @Test
  void theLargestSizesFitAndWhatOverflowsIsNoSize() {
    assertEquals(
        999_999_999L << 30, saying("limits-memory", "999999999GiB").limits().memory().getAsLong());
    assertEquals(
        999_999_999_999_999L,
        saying("limits-memory", "999999999999999").limits().memory().getAsLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-1", "1.5GiB", "9999999999GiB", "12 MiB", "1MB", "\u0661", "1\n"})
  void whatIsNoSizeIsRefusedInWords(String size) {
    String words =
        assertThrows(IllegalArgumentException.class, () -> saying("limits-memory", size))
            .getMessage();
    assertTrue(words.contains("limits-memory: a size such as"), words);
  }

  @Test
  void aHeaderSaysTheSameWhateverThePathsHold() {
    Confinement confinement =
        saying("sandbox", "required", "sandbox-writable", "/a b;c=d%:/\u00e9", "limits-cpu", "7");
    assertEquals(confinement, Confinement.ofHeader(confinement.header()));
    assertEquals(Confinement.OPEN, Confinement.ofHeader(Confinement.OPEN.header()));
    assertEquals(Confinement.OPEN, Confinement.ofHeader("later=1"));
  }

  @Test
  void theOperatorsWordsHoldAndNoneTakesAWordAway() {
    Confinement declared = saying("limits-cpu", "7", "limits-memory", "1GiB");
    assertEquals(
        saying("limits-cpu", "9"),
        declared.overruledBy(
            Map.of(ConfinementKey.CPU, "9", ConfinementKey.MEMORY, Confinement.NONE)));
  }

  @Test
  void aSandboxBeginsRelativePathsInTheFolder() {
    Path folder = Path.of("/srv/x");
    assertEquals(Optional.empty(), saying("sandbox-network", "true").sandbox(folder));
    assertEquals(Optional.empty(), saying("sandbox", "off").sandbox(folder));
    assertEquals(
        Optional.of(
            new Sandbox(true, List.of(Path.of("/etc/a")), List.of(Path.of("/srv/x/state")), false)),
        saying(
                "sandbox",
                "wanted",
                "sandbox-network",
                "true",
                "sandbox-readable",
                "/etc/a",
                "sandbox-writable",
                "state:")
            .sandbox(folder));
  }

  @Test
  void onlyWhatIsSaidCanFallShort() {
    ProcessSupport nothing =
        new ProcessSupport(
            Stream.of(ProcessFeature.values())
                .map(feature -> new Answer(feature, false, "there is none"))
                .toList());
    assertEquals(List.of(), saying("limits-time", "1").shortfalls(nothing));
    assertEquals(
        List.of("the number of processes cannot be limited: there is none"),
        saying("limits-processes", "1").shortfalls(nothing));
    assertEquals(3, saying("sandbox", "wanted").shortfalls(nothing).size());
    assertEquals(List.of(), saying("sandbox", "off").shortfalls(nothing));
  }
}
