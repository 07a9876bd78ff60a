package hotshoe.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.bench.peer.BareFelix;
import hotshoe.bench.peer.FixedConfiguration;
import hotshoe.bench.peer.WorkingBareFelix;
import hotshoe.configuration.OptionDescription;
import hotshoe.runtime.configuration.HostOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bench that nobody ran for a week must still start the product of today. */
class PeerTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Jdk JDK = new Jdk("this", Path.of(System.getProperty("java.home")));

  @TempDir Path folder;

  @Test
  void aPeerReadsEveryDefaultOfTheHost() {
    FixedConfiguration configuration = new FixedConfiguration(folder, Product.defaults());
    for (OptionDescription option : HostOptions.standard().descriptions()) {
      if (option.defaultValue().isPresent()) {
        assertEquals(option.key(), configuration.find(option.key()).orElseThrow().key());
      }
    }
    assertEquals(folder.resolve("data"), configuration.path("data"));
    assertEquals(0, configuration.number("gateway.port"));
    assertEquals(Duration.ofMinutes(10), configuration.duration("operations.limit"));
  }

  @ParameterizedTest
  @ValueSource(classes = {BareFelix.class, WorkingBareFelix.class})
  void aPeerStartsTheBundlesOfThisBuildAndTheirComponents(Class<?> launcher) throws Exception {
    Product product = new Product(new Workplace(ROOT));
    List<Path> bundles = product.unpackBundles(folder);
    assertTrue(bundles.size() > 5, bundles.toString());
    Path home = Files.createDirectory(folder.resolve("home"));
    Path own = ROOT.resolve("bench/target/classes");
    List<String> command =
        StartPart.bareCommand(launcher, product, own, JDK, bundles, home, List.of());
    ProcessRun run = new ProcessRun(command, home, Map.of(), Pattern.compile("bare ready"));
    assertEquals("wall_ms", run.untilReady("bare", "").get(0).key());
  }
}
