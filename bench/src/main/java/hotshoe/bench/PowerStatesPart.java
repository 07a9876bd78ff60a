package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** What it costs to ask 500 instances of CloudStack whether they are on, all at once and singly. */
final class PowerStatesPart implements Part {

  private static final double LIMIT = 20;

  @Override
  public String name() {
    return "powerstates";
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
              "powerstates " + jdk.name(),
              round ->
                  new OwnProcess(workplace, jdk, List.of())
                      .figures(PowerStatesRun.class, workplace.fresh("powerstates").toString())));
    }
    return cases;
  }

  @Override
  public List<Goal> goals() {
    return Jdk.all().stream()
        .map(
            jdk ->
                Goal.ratioAtLeast(
                    jdk.name() + ": times as long singly as all at once",
                    samples -> samples.median("status", jdk.name(), "wall_ms"),
                    samples -> samples.median("statuses", jdk.name(), "wall_ms"),
                    LIMIT))
        .toList();
  }
}
