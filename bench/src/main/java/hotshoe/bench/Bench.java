package hotshoe.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command: {@code bench/run <part>|all|report [runs]}. */
public final class Bench {

  private static final List<Part> PARTS =
      List.of(
          new StartPart(),
          new DeployPart(),
          new MakespanPart(),
          new ScalePart(),
          new GraphPart(),
          new CallsPart(),
          new ProcessesPart(),
          new PowerStatesPart(),
          new PlanPart(),
          new InstallPart(),
          new InventoryPart(),
          new RefreshPart());

  private final Workplace workplace;

  private Bench(Workplace workplace) {
    this.workplace = workplace;
  }

  public static void main(String[] arguments) throws Exception {
    Workplace workplace = new Workplace(Path.of(System.getProperty("hotshoe.bench.root")));
    String what = arguments.length > 0 ? arguments[0] : "help";
    if (what.equals("report")) {
      Report.printAll(PARTS, workplace);
      return;
    }
    List<Part> parts =
        PARTS.stream().filter(part -> what.equals("all") || what.equals(part.name())).toList();
    if (parts.isEmpty()) {
      System.err.println("usage: bench/run " + names() + "|all|report [runs]");
      System.exit(2);
    }
    Optional<Integer> runs =
        arguments.length > 1 ? Optional.of(Integer.valueOf(arguments[1])) : Optional.empty();
    Bench bench = new Bench(workplace);
    for (Part part : parts) {
      bench.run(part, runs.orElse(part.runs()));
    }
    Report.printAll(parts, workplace);
  }

  private static String names() {
    return String.join("|", PARTS.stream().map(Part::name).toList());
  }

  private void run(Part part, int runs) throws Exception {
    System.err.println("== " + part.name());
    Ledger ledger = new Ledger(workplace.results(), part.name());
    ledger.clear();
    int patience = Integer.parseInt(System.getenv().getOrDefault("HOTSHOE_BENCH_WAIT", "15"));
    Pattern only = Pattern.compile(System.getenv().getOrDefault("HOTSHOE_BENCH_ONLY", ""));
    try {
      List<Case> cases =
          part.cases(workplace).stream().filter(it -> only.matcher(it.name()).find()).toList();
      new Rounds(ledger, patience).run(cases, runs);
    } finally {
      Workplace.deleteTree(workplace.root().resolve("bench/target/work"));
    }
  }
}
