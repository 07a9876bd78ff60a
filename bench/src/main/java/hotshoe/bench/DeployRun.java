package hotshoe.bench;

import hotshoe.bench.peer.BareFelix;
import hotshoe.bench.sample.SampleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One JVM with every system side by side; each sample bundle is deployed into each system, in turn.
 * The time runs from just before the rename or the call to the activation of the component.
 *
 * <p>Arguments: the folder of the workspace, a folder to work in, how many deploys to measure.
 */
public final class DeployRun {

  private static final int WARMUP = 3;
  private static final int FIRST = 50_000;

  private final Hub hub = Hub.install();
  private final Random random = new Random(20261121);
  private final Workplace workplace;
  private final Path work;

  private DeployRun(Workplace workplace, Path work) {
    this.workplace = workplace;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    Workplace workplace = new Workplace(Path.of(arguments[0]));
    int status = 1;
    try {
      new DeployRun(workplace, Path.of(arguments[1])).run(Integer.parseInt(arguments[2]));
      status = 0;
    } catch (Exception failed) {
      System.err.println(failed);
    }
    System.out.flush();
    Runtime.getRuntime().halt(status); // the frameworks need not be stopped
  }

  private void run(int count) throws Exception {
    List<DeployTarget> targets = targets();
    for (int i = 0; i < WARMUP + count; i++) {
      for (int j = 0; j < targets.size(); j++) {
        int turned = (i + j) % targets.size();
        double millis = measure(targets.get(turned), sample(turned, i));
        if (i >= WARMUP) {
          new Figure(targets.get(turned).name(), "", "active_ms", millis).print();
        }
      }
    }
  }

  /** No two targets get the same bundle: some share a framework. */
  private Path sample(int target, int deploy) throws IOException {
    int first = FIRST + target * 1000 + deploy;
    return SampleBundle.writeAll(workplace.samples().resolve("hot"), first, 1).get(0);
  }

  private double measure(DeployTarget target, Path sample) throws Exception {
    String name = sample.getFileName().toString().replace(".jar", "");
    target.prepare(sample);
    Thread.sleep(random.nextInt(target.spreadMillis()));
    hub.forget();
    long began = System.nanoTime();
    target.deploy(sample);
    return (hub.await(name, 60).nanos() - began) / 1e6;
  }

  private List<DeployTarget> targets() throws Exception {
    List<DeployTarget> targets = new ArrayList<>();
    Path home = work.resolve("hotshoe");
    Path deploy = Files.createDirectories(home.resolve("deploy"));
    targets.add(new DeployTarget.Folder("hotshoe folder", deploy, 200));
    targets.add(new DeployTarget.Direct("hotshoe direct", new EmbeddedHost(home).context()));
    BareFelix bare = bare("bare", Map.of());
    targets.add(new DeployTarget.Direct("bare felix direct", bare.context()));
    targets.add(fileInstall(2000));
    targets.add(fileInstall(100));
    return targets;
  }

  private DeployTarget fileInstall(int poll) throws Exception {
    String name = "file install " + poll + " ms";
    Path folder = Files.createDirectories(work.resolve("fileinstall-" + poll).resolve("deploy"));
    bare(
            "fileinstall-" + poll,
            Map.of(
                "felix.fileinstall.dir", folder.toString(),
                "felix.fileinstall.poll", Integer.toString(poll),
                "felix.fileinstall.tmpdir", work.resolve("tmp-" + poll).toString(),
                "felix.fileinstall.noInitialDelay", "true",
                "felix.fileinstall.log.level", "1"))
        .install(workplace.peer("fileinstall"));
    return new DeployTarget.Folder(name, folder, poll);
  }

  private BareFelix bare(String name, Map<String, String> properties) throws Exception {
    BareFelix felix = new BareFelix(work.resolve(name).resolve("cache"), properties);
    felix.install(workplace.peer("services"));
    return felix;
  }
}
