package hotshoe.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes strangers send, every reader of them ends in words: nothing is thrown, no time is
 * lost, and 256 MB are enough. The fuzzer is Jazzer; it looks for bytes that reach new code.
 */
class FuzzTest {

  private static final List<Class<?>> TARGETS =
      List.of(
          Targets.Yaml.class,
          Targets.CloudStack.class,
          Targets.Universal.class,
          Targets.Xapi.class,
          Targets.Archives.class,
          Targets.Minisign.class,
          Targets.Jars.class,
          InventoryTargets.Ini.class,
          InventoryTargets.InventoryYaml.class,
          InventoryTargets.Json.class,
          InventoryTargets.Toml.class,
          InventoryTargets.Script.class,
          InventoryTargets.Ranges.class,
          InventoryTargets.Constructed.class,
          InventoryTargets.Expressions.class,
          InventoryTargets.Patterns.class);

  private static final Pattern ENDING = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+)");

  @TempDir Path folder;

  @Test
  void secondsOfFuzzingFindNothing() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Matcher>> endings = new ArrayList<>();
      for (Class<?> target : TARGETS) {
        endings.add(two.submit(() -> fuzz(target, 1)));
      }
      for (Future<Matcher> ending : endings) {
        ending.get();
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  @Tag("proof")
  void tenMinutesOfFuzzingFindNothing() throws Exception {
    List<String> rows = new ArrayList<>();
    for (Class<?> target : TARGETS) {
      Matcher ending = fuzz(target, 600 / TARGETS.size());
      rows.add(
          "| "
              + target.getSimpleName()
              + " | "
              + ending.group(1)
              + " | "
              + ending.group(2)
              + " |\n");
    }
    Files.writeString(
        Path.of("../../docs/proofs/fuzzing.md"),
        "# Bytes that strangers send\n\n"
            + "Ten minutes of Jazzer, guided by coverage, in processes with 256 MB of memory: no"
            + " exception, nothing that takes more than ten seconds.\n\n"
            + "| reader | inputs | branches reached |\n|---|---|---|\n"
            + String.join("", rows));
  }

  private Matcher fuzz(Class<?> target, int seconds) throws IOException, InterruptedException {
    Path place = Files.createDirectory(folder.resolve(target.getSimpleName()));
    Seeds.plant(target, Files.createDirectory(place.resolve("corpus")));
    Path output = place.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=/dev/null",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=hotshoe.**",
                // patterns of hosts and filters take regular expressions: that is what they are for
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "-max_total_time=" + seconds,
                "-max_len=8192",
                "-timeout=10",
                "corpus")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean hasEnded = process.waitFor(seconds + 90, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertTrue(hasEnded, () -> target + " does not end: " + said);
    assertEquals(0, process.exitValue(), () -> target + ": " + said);
    Matcher ending = ENDING.matcher(said);
    assertTrue(ending.find(), () -> target + ": " + said);
    assertTrue(
        Integer.parseInt(ending.group(2)) > 20, () -> target + " reached too little: " + said);
    return ending;
  }
}
