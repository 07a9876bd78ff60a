package hotshoe.bench;

import hotshoe.bench.sample.SampleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A thousand and two thousand bundles with one component each. */
final class ScalePart implements Part {

  private static final List<Integer> COUNTS = List.of(0, 1000, 2000);
  private static final List<String> SYSTEMS = List.of("hotshoe", "bare felix");

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public int runs() {
    return 5;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (int count : COUNTS) {
      for (String system : SYSTEMS) {
        cases.add(new Case(system + " " + count, round -> coldAndWarm(workplace, system, count)));
      }
    }
    return cases;
  }

  private static List<Figure> coldAndWarm(Workplace workplace, String system, int count)
      throws Exception {
    Path home = workplace.fresh("scale");
    fill(Files.createDirectories(home.resolve("deploy")), workplace, count);
    OwnProcess process = new OwnProcess(workplace, Jdk.first(), List.of());
    List<Figure> figures = new ArrayList<>();
    for (String state : List.of("cold", "warm")) {
      figures.addAll(
          process.figures(
              ScaleRun.class,
              workplace.root().toString(),
              system,
              state,
              Integer.toString(count),
              home.toString()));
    }
    Workplace.deleteTree(home);
    return figures;
  }

  /** Bare Felix has no such folder and reads the same files where they were made. */
  private static void fill(Path deploy, Workplace workplace, int count) throws IOException {
    for (Path sample : SampleBundle.writeAll(workplace.samples().resolve("many"), 1, count)) {
      Files.copy(sample, deploy.resolve(sample.getFileName()));
    }
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (int count : List.of(1000, 2000)) {
      for (String state : List.of("cold", "warm")) {
        for (String key : List.of("total_ms", "cpu_ms", "heap_mib")) {
          goals.add(
              Goal.ratioAtMost(
                  count + " bundles " + state + ", " + key + ": times bare Felix",
                  median("hotshoe", count, state, key),
                  median("bare felix", count, state, key),
                  1.1));
        }
      }
    }
    for (String state : List.of("cold", "warm")) {
      goals.add(
          Goal.ratioAtMost(
              "linear, " + state + ": the second thousand takes times the first",
              difference(2000, 1000, state),
              difference(1000, 0, state),
              1.1));
    }
    return goals;
  }

  private static Goal.Measure difference(int more, int fewer, String state) {
    return samples ->
        median("hotshoe", more, state, "total_ms")
            .of(samples)
            .flatMap(a -> median("hotshoe", fewer, state, "total_ms").of(samples).map(b -> a - b));
  }

  private static Goal.Measure median(String system, int count, String state, String key) {
    return samples -> {
      Optional<Double> median =
          samples.median(system, Jdk.first().name() + " " + count + " " + state, key);
      return median;
    };
  }
}
