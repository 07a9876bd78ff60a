package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published graph as slices that write down what happens to them. */
@ExtendWith(Homes.class)
class LifeCycleTest {
  @Test
  @Proves({"INM-13", "INM-15", "INM-19"})
  void everyPrestartPrecedesAnyStartAndEveryPrestopAnyStopAlongTheEdges(Home home) {
    deployTheGraph(home);
    HotshoeProcess host = home.start();
    assertEquals(0, host.stop(), host::toString);
    List<String> journal = new ArrayList<>(home.journalLines());
    journal.removeIf(line -> line.endsWith(" construct"));
    List<String> steps = journal.stream().map(line -> line.replaceAll(".* ", "")).toList();
    List<String> expected = new ArrayList<>();
    for (String step : List.of("prestart", "start", "prestop", "stop")) {
      expected.addAll(Collections.nCopies(21, step));
    }
    assertEquals(expected, steps);
    followTheEdges(named(journal, "start"));
    List<String> stopped = new ArrayList<>(named(journal, "stop"));
    Collections.reverse(stopped);
    followTheEdges(stopped);
  }

  @Test
  @Proves({"INM-14", "INM-16"})
  void theShellShowsThePublishedOrderAndWhatIsMissing(Home home) {
    home.drop(Build.example("ui"));
    HotshoeProcess host = home.start();
    String alone = String.join("\n", home.run("shell", "slice:list").output());
    assertTrue(alone.contains("ui.ui"), alone);
    assertTrue(
        alone.contains("core.server"), () -> "the missing dependency is not named\n" + alone);
    home.drop(Build.example("twenty"));
    host.awaitLine("core 19\\.1\\.0 is active");
    List<String> listed =
        home.run("shell", "slice:list").output().stream()
            .map(line -> line.replaceAll("^\\W*(\\S+).*", "$1"))
            .filter(Published.graph().keySet()::contains)
            .toList();
    assertEquals(Published.order(), listed);
  }

  @Test
  void aSliceThatLeavesTakesItsDependentsDownFirstAndTheyComeBackWithIt(Home home) {
    HotshoeProcess host = home.start();
    ExtensionJar lower = ExtensionJar.named("lower").journal(home.journal()).slice("one");
    home.drop(lower, "lower.jar");
    host.awaitNext("lower 1\\.0\\.0 is active");
    home.drop(
        ExtensionJar.named("upper")
            .journal(home.journal())
            .slice("one", slice -> slice.dependsOn("lower.one")),
        "upper.jar");
    host.awaitNext("upper 1\\.0\\.0 is active");
    home.remove("lower.jar");
    host.awaitNext("lower 1\\.0\\.0 is gone");
    assertEquals(
        List.of("upper.one prestop", "lower.one prestop", "upper.one stop", "lower.one stop"),
        home.journalLines().stream().filter(line -> line.endsWith("stop")).toList());
    home.drop(lower, "lower.jar");
    host.await(
        "both have been started again",
        () -> home.journalLines().stream().filter(line -> line.endsWith(" start")).count() == 4);
    assertEquals(
        List.of("lower.one start", "upper.one start", "lower.one start", "upper.one start"),
        home.journalLines().stream().filter(line -> line.endsWith(" start")).toList());
  }

  @Test
  @Proves("INM-14")
  void independentSlicesStartSideBySide(Home home) {
    ExtensionJar jar = ExtensionJar.named("wide").journal(home.journal());
    for (int number = 0; number < 20; number++) {
      jar.slice("s" + number, slice -> slice.does("start", Deed.PAUSE));
    }
    home.drop(jar, "wide.jar");
    HotshoeProcess host = home.start();
    String took = host.awaitLine("wide 1\\.0\\.0 is active \\(.*?(\\d+) ms\\)").group(1);
    assertTrue(Long.parseLong(took) < 20 * 300 / 2, "one after another: " + took + " ms");
  }

  private static void deployTheGraph(Home home) {
    ExtensionJar core = ExtensionJar.named("core").journal(home.journal());
    List<Published.Edges> shuffled = new ArrayList<>(Published.graph().values());
    Collections.shuffle(shuffled, new Random(4));
    for (Published.Edges edges : shuffled) {
      ExtensionJar jar = core;
      String extension = edges.name().replaceAll("\\..*", "");
      if (!extension.equals("core")) {
        jar = ExtensionJar.named(extension).journal(home.journal());
      }
      jar.slice(
          edges.name().substring(extension.length() + 1),
          slice ->
              slice
                  .dependsOn(edges.dependsOn().toArray(String[]::new))
                  .dependedOnBy(edges.dependedOnBy().toArray(String[]::new)));
      if (jar != core) {
        home.drop(jar, extension + ".jar");
      }
    }
    home.drop(core, "core.jar");
  }

  private static List<String> named(List<String> journal, String step) {
    return journal.stream()
        .filter(line -> line.endsWith(" " + step))
        .map(line -> line.replaceAll(" .*", ""))
        .toList();
  }

  private static void followTheEdges(List<String> order) {
    for (Published.Edges edges : Published.graph().values()) {
      precede(order, edges.dependsOn(), List.of(edges.name()));
      precede(order, List.of(edges.name()), edges.dependedOnBy());
    }
  }

  private static void precede(
      List<String> order, Collection<String> first, Collection<String> then) {
    for (String one : first) {
      for (String other : then) {
        assertTrue(
            order.indexOf(one) < order.indexOf(other),
            () -> one + " comes after " + other + " in " + order);
      }
    }
  }
}
