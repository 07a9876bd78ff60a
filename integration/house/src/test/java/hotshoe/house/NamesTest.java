package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void conceptsArePackagesAndLayersAreNot() {
    assertEquals(List.of(), found("hotshoe/core/slice/SliceOrder.java"));
    assertEquals(
        List.of("the package is called \"internal\""),
        found("hotshoe/core/internal/SliceOrder.java"));
    assertEquals(List.of("the package is called \"util\""), found("hotshoe/util/Strings.java"));
  }

  @Test
  void aTypeIsNotNamedForItsInterface() {
    assertEquals(
        List.of("SlicesImpl is named for its interface"),
        found("hotshoe/core/slice/SlicesImpl.java"));
  }

  private static List<String> found(String source) {
    return Names.check("where", Path.of(source)).stream().map(Finding::what).toList();
  }
}
