package hotshoe.bench;

import hotshoe.bench.peer.ManyInBareFelix;
import hotshoe.bench.sample.SampleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A thousand and two thousand bundles with one component each, as whole processes with the same
 * options: from their creation to the last component's activation.
 */
final class ScalePart implements Part {

  private static final List<Integer> COUNTS = List.of(0, 1000, 2000);
  private static final Pattern BARE_READY = Pattern.compile("bare ready");

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public int runs() {
    return 5;
  }

  @Override
  public List<Case> cases(Workplace workplace) throws IOException {
    List<Path> all = SampleBundle.writeAll(workplace.samples().resolve("many"), 1, 2000);
    List<Case> cases = new ArrayList<>();
    for (int count : COUNTS) {
      List<Path> samples = all.subList(0, count);
      cases.add(new Case("hotshoe " + count, round -> hotshoe(workplace, samples)));
      cases.add(new Case("bare felix " + count, round -> bareFelix(workplace, samples)));
    }
    return cases;
  }

  /** The distribution with its bundles on the class path, without the options of its script. */
  private static List<Figure> hotshoe(Workplace workplace, List<Path> samples) throws Exception {
    Path home = workplace.fresh("scale");
    Path deploy = Files.createDirectories(home.resolve("deploy"));
    for (Path sample : samples) {
      Files.copy(sample, deploy.resolve(sample.getFileName()));
    }
    return coldAndWarm("hotshoe", samples, new Product(workplace).unpacked(Jdk.first(), home));
  }

  /** It reads the files where they were made. */
  private static List<Figure> bareFelix(Workplace workplace, List<Path> samples) throws Exception {
    Path home = workplace.fresh("scale");
    List<String> command =
        List.of(
            Jdk.first().java(),
            "-cp",
            Workplace.classPath(
                Stream.concat(Stream.of(workplace.ownJar()), workplace.peer("felix").stream())),
            ManyInBareFelix.class.getName(),
            home.resolve("cache").toString(),
            workplace.peers().resolve("services").toString(),
            workplace.samples().resolve("many").toString(),
            Integer.toString(samples.size()));
    return coldAndWarm("bare felix", samples, new ProcessRun(command, home, Map.of(), BARE_READY));
  }

  private static List<Figure> coldAndWarm(String system, List<Path> samples, ProcessRun run)
      throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String state : List.of("cold", "warm")) {
      String variant = Jdk.first().name() + " " + samples.size() + " " + state;
      List<Figure> these =
          run.untilReady(system, variant, process -> heap(system, variant, samples, process));
      figures.addAll(these);
      if (!samples.isEmpty()) {
        double millis = these.get(0).value() / samples.size();
        figures.add(new Figure(system, variant, "per_bundle_ms", millis));
      }
    }
    Workplace.deleteTree(run.folder());
    return figures;
  }

  /** Also makes sure that what was timed did happen. */
  private static List<Figure> heap(
      String system, String variant, List<Path> samples, ProcessHandle process) throws IOException {
    LiveHeap heap = LiveHeap.of(Jdk.first(), process);
    if (heap.components() != samples.size()) {
      throw new IOException(
          "ready with " + heap.components() + " of " + samples.size() + " components");
    }
    return List.of(new Figure(system, variant, "heap_mib", heap.mebibytes()));
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (String state : List.of("cold", "warm")) {
      for (int count : List.of(1000, 2000)) {
        for (String key : List.of("wall_ms", "cpu_ms", "heap_mib")) {
          goals.addAll(besideBareFelix(count, state, key));
        }
      }
      goals.add(
          Goal.ratioAtMost(
              "linear, " + state + ": the second thousand takes times the first",
              difference("hotshoe", 2000, 1000, state, "wall_ms"),
              difference("hotshoe", 1000, 0, state, "wall_ms"),
              1.1));
    }
    return goals;
  }

  /** All of it, and the bundles alone: without what each system takes with none. */
  private static List<Goal> besideBareFelix(int count, String state, String key) {
    String what = count + " bundles " + state + ", " + key;
    return List.of(
        Goal.ratioAtMost(
            what + ": times bare Felix",
            median("hotshoe", count, state, key),
            median("bare felix", count, state, key),
            1.1),
        Goal.ratioAtMost(
            what + " above that of none: times bare Felix",
            difference("hotshoe", count, 0, state, key),
            difference("bare felix", count, 0, state, key),
            1.1));
  }

  private static Goal.Measure difference(
      String system, int more, int fewer, String state, String key) {
    Goal.Measure less = median(system, fewer, state, key);
    return samples ->
        median(system, more, state, key).of(samples).flatMap(a -> less.of(samples).map(b -> a - b));
  }

  private static Goal.Measure median(String system, int count, String state, String key) {
    String variant = Jdk.first().name() + " " + count + " " + state;
    return samples -> samples.median(system, variant, key);
  }
}
