package hotshoe.runtime.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostBundlesTest {

  @Test
  void the_list_names_exactly_the_bundles_that_are_packed() throws IOException {
    Set<String> named = new TreeSet<>(HostBundles.ofThisBuild().all());
    try (Stream<Path> files = Files.list(Path.of("target/nested/hotshoe/runtime/bundles"))) {
      Set<String> packed =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(packed, named);
    }
  }
}
