package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** JMH's turn: what a call by way of the catalogue costs, and what 100,000 operations cost. */
final class CallsPart implements Part {

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public int runs() {
    return 1;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("calls " + jdk.name(), round -> run(workplace, jdk)));
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String[] column :
        new Jmh(workplace, jdk).run("hotshoe.core.operation.*Benchmark", "felix", "calls")) {
      String name = column[0].substring(column[0].lastIndexOf("Benchmark.") + 10);
      String what = name.replaceAll(":.*p", " p");
      String unit = column[6].startsWith("ns") ? "ns" : "us";
      figures.add(new Figure("catalogue", jdk.name() + " " + what, unit, score(column)));
    }
    return figures;
  }

  private static double score(String[] column) {
    return Double.parseDouble(column[4]);
  }

  @Override
  public List<Goal> goals() {
    return Jdk.all().stream()
        .map(
            jdk ->
                new Goal(
                    "overhead of a call at p50 in ns, " + jdk.name(),
                    samples ->
                        samples
                            .median("catalogue", jdk.name() + " call p0.50", "ns")
                            .flatMap(
                                whole ->
                                    samples
                                        .median("catalogue", jdk.name() + " direct p0.50", "ns")
                                        .map(handler -> whole - handler)),
                    2000,
                    true))
        .toList();
  }
}
