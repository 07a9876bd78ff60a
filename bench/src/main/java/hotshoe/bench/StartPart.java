package hotshoe.bench;

import hotshoe.bench.peer.BareFelix;
import hotshoe.bench.peer.FixedConfiguration;
import hotshoe.bench.peer.Karaf;
import hotshoe.bench.peer.WorkingBareFelix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From the creation of the process to the line that says it is ready. */
final class StartPart implements Part {

  private static final Pattern BARE_READY = Pattern.compile("bare ready");

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
    Product product = new Product(workplace);
    Path bundles = workplace.fresh("bundles");
    List<Path> hostBundles = product.unpackBundles(bundles);
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(javaItself(workplace, jdk));
      cases.add(plain(product, jdk));
      cases.add(bare("bare felix", BareFelix.class, product, jdk, hostBundles));
      cases.add(bare("bare felix working", WorkingBareFelix.class, product, jdk, hostBundles));
      cases.add(withArchive(product, jdk));
      cases.add(bareWithArchive(product, jdk, hostBundles));
    }
    // its script passes an option that JDK 24 and later refuse, and without it it hangs
    cases.add(karaf(workplace, Jdk.first()));
    return cases;
  }

  /** A program that does nothing, for scale. */
  private static Case javaItself(Workplace workplace, Jdk jdk) {
    List<String> command =
        List.of(
            jdk.java(), "-cp", workplace.ownJar().toString(), "hotshoe.bench.peer.NothingAtAll");
    Pattern ready = Pattern.compile("nothing ready");
    ProcessRun run = new ProcessRun(command, workplace.root(), Map.of(), ready);
    return new Case("java " + jdk.name(), round -> run.untilReady("java alone", jdk.name()));
  }

  /** The executable jar with plain {@code java -jar}. */
  private static Case plain(Product product, Jdk jdk) {
    return new Case(
        "hotshoe " + jdk.name(),
        round -> {
          ProcessRun run = product.plain(jdk, product.workplace().fresh("home"));
          return coldAndWarm("hotshoe", jdk, run);
        });
  }

  /** The same bundles, started by the shortest launcher. */
  private static Case bare(
      String name, Class<?> launcher, Product product, Jdk jdk, List<Path> bundles) {
    return new Case(
        name + " " + jdk.name(),
        round -> {
          Path home = product.workplace().fresh("bare");
          List<String> command = bareCommand(launcher, product, jdk, bundles, home, List.of());
          return coldAndWarm(name, jdk, new ProcessRun(command, home, Map.of(), BARE_READY));
        });
  }

  private static List<Figure> coldAndWarm(String system, Jdk jdk, ProcessRun run) throws Exception {
    List<Figure> figures = new ArrayList<>(run.untilReady(system, jdk.name() + " cold"));
    figures.addAll(run.untilReady(system, jdk.name() + " warm"));
    return figures;
  }

  /** The distribution by its script: the first start, and then those that it has made quick. */
  private static Case withArchive(Product product, Jdk jdk) throws Exception {
    Path copy = product.workplace().fresh("distribution").resolve("hotshoe");
    String name = "hotshoe script";
    return new Case(
        name + " " + jdk.name(),
        round -> {
          Workplace.deleteTree(copy);
          Workplace.copyTree(product.distribution(), copy);
          ProcessRun run = Product.script(jdk, copy);
          List<Figure> figures = new ArrayList<>();
          figures.addAll(
              run.untilReady(name, jdk.name() + " first", process -> awaitArchive(copy)));
          figures.addAll(run.untilReady(name, jdk.name() + " next"));
          Workplace.deleteTree(copy.resolve("data/framework"));
          figures.addAll(run.untilReady(name, jdk.name() + " next, no bundle cache"));
          return figures;
        });
  }

  private static List<Figure> awaitArchive(Path copy) throws InterruptedException {
    for (int i = 0; i < 600 && !holdsArchive(copy); i++) {
      Thread.sleep(100);
    }
    return List.of();
  }

  private static boolean holdsArchive(Path copy) {
    try (Stream<Path> files = Files.list(copy.resolve("data/cache"))) {
      return files.anyMatch(file -> file.toString().matches(".*\\.(jsa|aot)"));
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Bare Felix with what a knowing user would add: a class archive and quick-start options. */
  private static Case bareWithArchive(Product product, Jdk jdk, List<Path> bundles)
      throws Exception {
    Path home = product.workplace().fresh("bare-archive");
    Path archive = home.resolve("classes.jsa");
    List<String> quick = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:cds=off");
    return new Case(
        "bare felix archive " + jdk.name(),
        round -> {
          if (!Files.exists(archive)) {
            List<String> train = with(quick, "-XX:ArchiveClassesAtExit=" + archive);
            bareRun(product, jdk, bundles, home, train).untilReady("bare felix", "training");
          }
          List<String> use = with(quick, "-XX:SharedArchiveFile=" + archive);
          return bareRun(product, jdk, bundles, home, use)
              .untilReady("bare felix", jdk.name() + " archive");
        });
  }

  private static List<String> with(List<String> options, String option) {
    return Stream.concat(options.stream(), Stream.of(option)).toList();
  }

  private static ProcessRun bareRun(
      Product product, Jdk jdk, List<Path> bundles, Path home, List<String> options)
      throws IOException {
    return new ProcessRun(
        bareCommand(BareFelix.class, product, jdk, bundles, home, options),
        home,
        Map.of(),
        BARE_READY);
  }

  private static List<String> bareCommand(
      Class<?> launcher,
      Product product,
      Jdk jdk,
      List<Path> bundles,
      Path home,
      List<String> options)
      throws IOException {
    Path own = product.workplace().ownJar();
    return bareCommand(launcher, product, own, jdk, bundles, home, options);
  }

  /** The command that starts a peer, whose classes lie in the path that comes third. */
  static List<String> bareCommand(
      Class<?> launcher,
      Product product,
      Path own,
      Jdk jdk,
      List<Path> bundles,
      Path home,
      List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(options);
    command.add("-D" + FixedConfiguration.PROPERTY + "=" + Product.defaults());
    command.add("-cp");
    command.add(Workplace.classPath(Stream.concat(Stream.of(own), product.libraries())));
    command.add(launcher.getName());
    command.add(home.resolve("cache").toString());
    command.add(product.systemPackages());
    bundles.forEach(bundle -> command.add(bundle.toString()));
    return command;
  }

  private static Case karaf(Workplace workplace, Jdk jdk) throws IOException {
    Karaf karaf = Karaf.copy(workplace);
    return new Case(
        "karaf " + jdk.name(),
        round -> {
          karaf.forget();
          return coldAndWarm("karaf", jdk, karaf.start(jdk));
        });
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      for (String peer : List.of("bare felix", "bare felix working")) {
        for (String state : List.of("cold", "warm")) {
          goals.add(
              Goal.ratioAtMost(
                  jdk.name() + " " + state + ", without tricks: times " + peer,
                  wall("hotshoe", jdk, state),
                  wall(peer, jdk, state),
                  1.1));
        }
      }
      goals.add(
          new Goal(
              jdk.name() + ", with what the first run leaves: ms",
              wall("hotshoe script", jdk, "next"),
              450,
              true));
    }
    goals.add(
        Goal.ratioAtLeast(
            "Karaf's warm start: times ours",
            wall("karaf", Jdk.first(), "warm"),
            wall("hotshoe script", Jdk.first(), "next"),
            8));
    return goals;
  }

  private static Goal.Measure wall(String system, Jdk jdk, String state) {
    return samples -> samples.median(system, jdk.name() + " " + state, "wall_ms");
  }
}
