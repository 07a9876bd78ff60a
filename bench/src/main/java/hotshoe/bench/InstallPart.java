package hotshoe.bench;

import java.util.ArrayList;
import java.util.List;

/** How long the installation of a large archive takes, beside {@code tar} unpacking it. */
final class InstallPart implements Part {

  private static final int INSTALLATIONS = 7;

  @Override
  public String name() {
    return "install";
  }

  @Override
  public int runs() {
    return 3;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("installations " + jdk.name(), round -> run(workplace, jdk)));
    }
    return cases;
  }

  private static List<Figure> run(Workplace workplace, Jdk jdk) throws Exception {
    return new OwnProcess(workplace, jdk, List.of())
        .figures(
            InstallRun.class,
            workplace.fresh("install").toString(),
            Integer.toString(INSTALLATIONS));
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.ratioAtMost(
            "a 50 MB tar.gz is installed and active, beside tar xzf",
            samples -> samples.median("hotshoe", "jdk17", "installed_ms"),
            samples -> samples.median("tar xzf", "jdk17", "unpacked_ms"),
            1.3));
  }
}
