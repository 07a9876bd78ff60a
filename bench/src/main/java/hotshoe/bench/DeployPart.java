package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the arrival of a bundle to the activation of its component. */
final class DeployPart implements Part {

  private static final int DEPLOYS = 20;

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public int runs() {
    return 5;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("deploys " + jdk.name(), round -> run(workplace, jdk)));
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk) throws Exception {
    OwnProcess process = new OwnProcess(workplace, jdk, List.of());
    return process.figures(
        DeployRun.class,
        workplace.root().toString(),
        workplace.fresh("deploy").toString(),
        Integer.toString(DEPLOYS));
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      goals.add(
          new Goal(
              jdk.name() + ": ms that the folder's p50 is above the direct call's",
              samples ->
                  p50(samples, "hotshoe folder", jdk)
                      .flatMap(
                          ours -> p50(samples, "hotshoe direct", jdk).map(direct -> ours - direct)),
              10,
              true));
    }
    return goals;
  }

  private static Optional<Double> p50(Goal.Samples samples, String system, Jdk jdk) {
    return samples.median(system, jdk.name(), "active_ms");
  }
}
