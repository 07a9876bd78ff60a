package hotshoe.bench;

import hotshoe.bench.sample.SampleBundle;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A host with many extensions, and plans for one more, each beside the same bundle really put into
 * the framework, wired and taken out again.
 *
 * <p>Arguments: the folder of the workspace, a folder to work in, how many are installed, how many
 * plans to measure.
 */
public final class PlanRun {

  private static final int NEWCOMER = 40_000;
  private static final int WARMUP = 50;

  private PlanRun() {}

  public static void main(String[] arguments) throws Exception {
    Workplace workplace = new Workplace(Path.of(arguments[0]));
    Path home = Path.of(arguments[1]).resolve("hotshoe");
    int installed = Integer.parseInt(arguments[2]);
    Path deploy = Files.createDirectories(home.resolve("deploy"));
    for (Path sample : SampleBundle.writeAll(workplace.samples().resolve("many"), 0, installed)) {
      Files.copy(sample, deploy.resolve(sample.getFileName()));
    }
    Path newcomer = SampleBundle.writeAll(workplace.samples().resolve("one"), NEWCOMER, 1).get(0);
    int status = 1;
    try (EmbeddedHost host = new EmbeddedHost(home)) {
      measure(host, newcomer, Integer.parseInt(arguments[3]));
      status = 0;
    }
    System.out.flush();
    Runtime.getRuntime().halt(status);
  }

  private static void measure(EmbeddedHost host, Path newcomer, int plans) throws Exception {
    Installer installer =
        host.context().getService(host.context().getServiceReference(Installer.class));
    InstallRequest request = InstallRequest.of(newcomer.toString());
    double first = millis(() -> check(installer, request));
    new Figure("hotshoe", "", "first_plan_ms", first).print();
    double[] planned = new double[plans];
    double[] made = new double[plans];
    for (int i = -WARMUP; i < plans; i++) {
      double plan = millis(() -> check(installer, request));
      double real = millis(() -> install(host.context(), newcomer));
      if (i >= 0) {
        planned[i] = plan;
        made[i] = real;
      }
    }
    print("hotshoe", planned);
    print("felix, put in and taken out", made);
  }

  private static void print(String system, double[] times) {
    Arrays.sort(times);
    new Figure(system, "", "p50_ms", times[times.length / 2]).print();
    new Figure(system, "", "p99_ms", times[times.length * 99 / 100]).print();
  }

  private static void check(Installer installer, InstallRequest request) {
    if (installer.plan(request, InstallListener.NONE).steps().size() != 2) {
      throw new IllegalStateException("no plan: " + installer.plan(request, InstallListener.NONE));
    }
  }

  private static void install(BundleContext context, Path jar) throws Exception {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    try (InputStream bytes = Files.newInputStream(jar)) {
      Bundle bundle = context.installBundle("bench:" + jar.getFileName(), bytes);
      if (!wiring.resolveBundles(List.of(bundle))) {
        throw new IllegalStateException("not wired: " + bundle);
      }
      bundle.uninstall();
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  private static double millis(Act act) throws Exception {
    long began = System.nanoTime();
    act.run();
    return (System.nanoTime() - began) / 1e6;
  }
}
