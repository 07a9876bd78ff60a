package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@link RandomValuesTest} tries with the same million values in every build, with many more
 * that nobody has seen before.
 */
@Tag("proof")
class ManyValuesTest {

  private static final Path PAGE = Path.of("../docs/proofs/types.md");
  private static final int TYPES = 100_000;
  private static final int VALUES = 200;
  private static final int JUNK = 50;

  @Test
  void twentyMillionValuesComeBackAndNoJunkMakesACheckThrow() throws IOException {
    long seed = Long.getLong("hotshoe.seed", System.nanoTime());
    Reading[] readings = Reading.values();
    Map<String, Integer> kinds = new TreeMap<>();
    long begin = System.nanoTime();
    for (long each = seed; each < seed + TYPES; each++) {
      Type type = new RandomTypes(each).type(3);
      kinds.merge(type.getClass().getSimpleName(), 1, Integer::sum);
      RandomValues random = new RandomValues(each);
      for (int i = 0; i < VALUES; i++) {
        RandomValuesTest.comesBack(type, random.value(type), each);
      }
      for (int i = 0; i < JUNK; i++) {
        RandomValuesTest.checkJunk(type, random.junk(3), readings[i % readings.length]);
      }
    }
    Files.writeString(PAGE, page(seed, kinds, (System.nanoTime() - begin) / 1_000_000_000));
  }

  private static String page(long seed, Map<String, Integer> kinds, long seconds) {
    StringBuilder page = new StringBuilder();
    kinds.forEach((kind, count) -> page.append("| %s | %,d |%n".formatted(kind, count)));
    return """
        # What is written is read back as it was

        * When: %s
        * Where: %d processors, %s %s, Java %s
        * Again: `mvn -Pproofs -pl api.bundle -am test -Dtest=ManyValuesTest -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dhotshoe.seed=%d`

        %,d random types, from seed %d, up to three levels deep, with %d random values of each:
        %,d values. Each was written in its plain form and read back, and written as JSON text, parsed
        by Gson and read back; both times it was equal to what it had been. %,d pieces of junk (half
        characters, endless numbers, odd objects, values of other types) were checked against the same types in
        all three readings: no check threw, every fault had at most 300 characters, and every fault could be
        written as UTF-8. It took %d s.

        | outermost type | types |
        |---|---:|
        %s"""
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            seed,
            TYPES,
            seed,
            VALUES,
            TYPES * VALUES,
            TYPES * JUNK,
            seconds,
            page);
  }
}
