package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** What one call of an executable costs beside the same executable started with nothing around. */
final class ProcessesPart implements Part {

  private static final double LIMIT = 1.15;

  @Override
  public String name() {
    return "processes";
  }

  @Override
  public int runs() {
    return 5;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(
          new Case(
              "processes " + jdk.name(),
              round ->
                  new OwnProcess(workplace, jdk, List.of())
                      .figures(ProcessesRun.class, workplace.fresh("processes").toString())));
    }
    return cases;
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      for (String entrypoint : ProcessesRun.ENTRYPOINTS) {
        for (String key : List.of("p50_ms", "p99_ms")) {
          String variant = jdk.name() + " " + entrypoint;
          goals.add(
              Goal.ratioAtMost(
                  variant + ", " + key.substring(0, 3) + ": times a bare posix_spawn",
                  samples -> samples.median("hotshoe", variant, key),
                  samples -> samples.median("posix_spawn", variant, key),
                  LIMIT));
        }
      }
    }
    return goals;
  }
}
