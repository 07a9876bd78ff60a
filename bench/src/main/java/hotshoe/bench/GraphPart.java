package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** JMH's turn: how long the start order of many slices takes to work out, nothing started. */
final class GraphPart implements Part {

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public int runs() {
    return 1;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("start order " + jdk.name(), round -> run(workplace, jdk)));
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String[] column : new Jmh(workplace, jdk).run("StartOrderBenchmark")) {
      String variant = jdk.name() + " " + column[8] + " " + column[7];
      figures.add(new Figure("start order", variant, "us", Double.parseDouble(column[4])));
      figures.add(new Figure("start order", variant, "error_us", Double.parseDouble(column[5])));
    }
    return figures;
  }

  @Override
  public List<Goal> goals() {
    return List.of();
  }
}
