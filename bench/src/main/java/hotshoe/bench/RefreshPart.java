package hotshoe.bench;

import hotshoe.bench.GeneratedInventory.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a running host takes to read a large inventory anew and to tell what is different. */
final class RefreshPart implements Part {

  private static final int HOSTS = 100_000;
  private static final int REFRESHES = 40;

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public int runs() {
    return 3;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      for (Form form : List.of(Form.INI, Form.YAML)) {
        cases.add(
            new Case("refresh " + form + " " + jdk.name(), round -> run(workplace, jdk, form)));
      }
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk, Form form) throws Exception {
    Path source = new GeneratedInventory(HOSTS).in(workplace.samples(), form);
    return new OwnProcess(workplace, jdk, List.of("-Xmx2g"))
        .figures(
            RefreshRun.class,
            workplace.fresh("refresh").toString(),
            source.toString(),
            form.name(),
            Integer.toString(REFRESHES));
  }

  @Override
  public List<Goal> goals() {
    String variant = Jdk.first().name() + " ini";
    return List.of(
        new Goal(
            "milliseconds to refresh 100,000 hosts in INI in a running host",
            samples -> samples.median("hotshoe", variant, "p50_ms"),
            300,
            true));
  }
}
