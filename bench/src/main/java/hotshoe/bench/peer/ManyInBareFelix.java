package hotshoe.bench.peer;

import hotshoe.bench.Hub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Bare Felix with Declarative Services and many sample bundles. Says {@code bare ready} when the
 * last component is active.
 *
 * <p>Arguments: the storage folder, the folder of the services' bundles, the folder of the samples,
 * how many of them.
 */
public final class ManyInBareFelix {

  private static final int LIMIT_SECONDS = 300;

  private ManyInBareFelix() {}

  public static void main(String[] arguments) throws Exception {
    Hub hub = Hub.install();
    int count = Integer.parseInt(arguments[3]);
    BareFelix felix = new BareFelix(Path.of(arguments[0]), Map.of());
    if (!felix.isWarm()) {
      felix.install(jars(arguments[1], Integer.MAX_VALUE));
      felix.install(jars(arguments[2], count));
    }
    hub.awaitCount(count, LIMIT_SECONDS);
    System.out.println("bare ready");
    felix.awaitStop();
  }

  private static List<Path> jars(String folder, int count) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.sorted().limit(count).toList();
    }
  }
}
