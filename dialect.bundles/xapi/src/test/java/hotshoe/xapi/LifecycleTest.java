package hotshoe.xapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.archive.DocumentReader.Read;
import hotshoe.conformance.Proves;
import hotshoe.loader.document.YamlDocuments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which step of a lifecycle may follow which. */
class LifecycleTest {

  private static final List<String> STEPS =
      List.of("prototyped", "published", "extended", "changed", "deprecated", "removed");

  /** A way to each state, and the steps that XenAPI's own model allows from there. */
  private static final Map<List<String>, Set<String>> ALLOWED =
      Map.of(
          List.of(), Set.of("prototyped", "published"),
          List.of("prototyped"), Set.of("published", "extended", "changed", "removed"),
          List.of("published"), Set.of("extended", "changed", "deprecated"),
          List.of("prototyped", "changed"), Set.of("published", "extended", "changed", "removed"),
          List.of("published", "extended"), Set.of("extended", "changed", "deprecated"),
          List.of("published", "deprecated"), Set.of("removed"),
          List.of("prototyped", "removed"), Set.of("published"));

  @Test
  @Proves("XA-43")
  void eachStateAllowsTheStepsOfTheModelAndNoOthers() {
    ALLOWED.forEach(
        (way, allowed) -> {
          Set<String> taken = new TreeSet<>();
          for (String step : STEPS) {
            List<String> steps = new ArrayList<>(way);
            steps.add(step);
            if (faults(steps).isEmpty()) {
              taken.add(step);
            }
          }
          assertEquals(new TreeSet<>(allowed), taken, "after " + way);
        });
  }

  private static List<String> faults(List<String> states) {
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    Faults faults =
        new Faults(
            ((Read) new YamlDocuments().read("x", new ByteArrayInputStream(nothing))).document());
    new LifecycleRules(faults, "lifecycle").read(states.stream().map(LifecycleTest::step).toList());
    return faults.problems().stream().map(Object::toString).toList();
  }

  private static Given step(String state) {
    return new Given(new TreeMap<>(Map.of("state", state, "version", "1.0.0")));
  }
}
