package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** How near 500 slices of a random graph come to their critical path. */
final class MakespanPart implements Part {

  /** How far back dependencies reach: wide graphs of some 16 steps, longer ones of some 35. */
  private static final List<Integer> REACHES = List.of(500, 50);

  private static final List<Integer> SEEDS = List.of(1, 2, 3, 4, 5);

  @Override
  public String name() {
    return "makespan";
  }

  @Override
  public int runs() {
    return 3;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (int reach : REACHES) {
      for (int seed : SEEDS) {
        cases.add(
            new Case("reach " + reach + " seed " + seed, round -> run(workplace, reach, seed)));
      }
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, int reach, int seed) throws Exception {
    return new OwnProcess(workplace, Jdk.first(), List.of())
        .figures(
            MakespanRun.class,
            workplace.fresh("makespan").toString(),
            Integer.toString(reach),
            Integer.toString(seed));
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (int reach : REACHES) {
      for (int seed : SEEDS) {
        String variant = Jdk.first().name() + " reach " + reach + " seed " + seed;
        goals.add(
            new Goal(
                variant + ": times the critical path",
                samples -> samples.median("hotshoe", variant, "again_ratio"),
                1.05,
                true));
      }
    }
    return goals;
  }
}
