package hotshoe.bench;

import hotshoe.bench.peer.Karaf;
import java.util.ArrayList;
import java.util.List;

/** From the creation of the process to the line that says it is ready. */
final class StartPart implements Part {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public int runs() {
    return 9;
  }

  @Override
  public List<Case> cases(Workplace workplace) throws Exception {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : List.of(Jdk.first())) {
      Karaf karaf = Karaf.copy(workplace);
      cases.add(
          new Case(
              "karaf " + jdk.name(),
              round -> {
                karaf.forget();
                List<Figure> figures =
                    new ArrayList<>(karaf.start(jdk).untilReady("karaf", jdk.name() + " cold"));
                figures.addAll(karaf.start(jdk).untilReady("karaf", jdk.name() + " warm"));
                return figures;
              }));
    }
    return cases;
  }

  @Override
  public List<Goal> goals() {
    return List.of();
  }
}
