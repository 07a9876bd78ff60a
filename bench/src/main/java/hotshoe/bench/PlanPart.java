package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** How long a plan takes for one extension when a thousand are installed. */
final class PlanPart implements Part {

  private static final int INSTALLED = 1000;
  private static final int PLANS = 100;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public int runs() {
    return 3;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("plans " + jdk.name(), round -> run(workplace, jdk)));
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk) throws Exception {
    return new OwnProcess(workplace, jdk, List.of())
        .figures(
            PlanRun.class,
            workplace.root().toString(),
            workplace.fresh("plan").toString(),
            Integer.toString(INSTALLED),
            Integer.toString(PLANS));
  }

  @Override
  public List<Goal> goals() {
    return List.of();
  }
}
