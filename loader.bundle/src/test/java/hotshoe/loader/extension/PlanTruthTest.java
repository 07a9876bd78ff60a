package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Outcome;
import hotshoe.extension.Plan;
import hotshoe.extension.Plan.Action;
import hotshoe.extension.Plan.Step;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says is what happens: random changes, each planned and then made. */
class PlanTruthTest {

  private static final int CHANGES = 40;
  private static final Set<Action> QUIET =
      EnumSet.of(Action.INSTALL, Action.UPGRADE, Action.DOWNGRADE, Action.REPLACE, Action.KEEP);

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {1, 28, 42})
  void whatAPlanSaysIsWhatHappens(int seed) throws IOException {
    change(seed);
  }

  @ParameterizedTest
  @Tag("proof")
  @MethodSource("manySeeds")
  void whatAPlanSaysIsWhatHappensInThousandsOfChanges(int seed) throws IOException {
    change(seed);
  }

  static IntStream manySeeds() {
    return IntStream.rangeClosed(1, 60);
  }

  private void change(int seed) throws IOException {
    Random random = new Random(seed);
    try (TestHost host = new TestHost(home)) {
      host.loader.learn(new WordsDialect());
      host.loader.start();
      for (int change = 0; change < CHANGES; change++) {
        List<Extension> there = host.loader.list();
        String where = "seed " + seed + ", change " + change + ": ";
        if (!there.isEmpty() && random.nextInt(4) == 0) {
          remove(host, there.get(random.nextInt(there.size())).name(), where);
        } else {
          install(host, archive(random, change), where);
        }
      }
    }
  }

  private void remove(TestHost host, ExtensionName name, String where) throws IOException {
    Map<String, ExtensionState> before = states(host);
    List<String> files = files();
    Plan plan = host.loader.planUninstall(name);
    assertEquals(before, states(host), where + "a plan changes nothing");
    assertEquals(files, files(), where + "a plan leaves no file");
    host.loader.uninstall(name);
    assertTrue(plan.isPossible(), where + plan);
    assertEquals(states(host), predicted(plan, before), where + plan);
    assertEquals(reasonsOfNewWaiters(host, before, plan), warnings(plan), where + plan);
  }

  private void install(TestHost host, Path archive, String where) throws IOException {
    Map<String, ExtensionState> before = states(host);
    List<String> files = files();
    InstallRequest request = InstallRequest.of(archive.toString()).forced();
    Plan plan = host.loader.plan(request, InstallListener.NONE);
    assertEquals(before, states(host), where + "a plan changes nothing");
    assertEquals(files, files(), where + "a plan leaves no file");
    Outcome outcome = host.loader.install(request, InstallListener.NONE);
    String said = where + plan + " and then " + outcome;
    if (outcome instanceof Outcome.Refused refused) {
      assertFalse(plan.isPossible(), said);
      assertEquals(sentences(refused.problems()), sentences(plan.problems()), said);
    } else if (outcome instanceof Outcome.Failed failed) {
      assertFalse(plan.isPossible(), said);
      assertEquals(sentences(List.of(failed.cause())), sentences(plan.problems()), said);
    } else {
      assertTrue(plan.isPossible(), said);
      assertEquals(states(host), predicted(plan, before), said);
      assertEquals(reasonsOfNewWaiters(host, before, plan), warnings(plan), said);
    }
  }

  /** What keeps those waiting who were not waiting before, or came. */
  private static Set<String> reasonsOfNewWaiters(
      TestHost host, Map<String, ExtensionState> before, Plan plan) {
    Set<String> named =
        plan.steps().stream()
            .filter(step -> step.action() != Action.KEEP)
            .map(step -> step.extension().value())
            .collect(Collectors.toSet());
    return host.loader.list().stream()
        .filter(extension -> extension.state() == ExtensionState.WAITING)
        .filter(
            extension ->
                named.contains(extension.name().value())
                    || before.get(extension.name().value()) != ExtensionState.WAITING)
        .flatMap(extension -> extension.problems().stream())
        .map(Problem::sentence)
        .collect(Collectors.toSet());
  }

  private static Set<String> warnings(Plan plan) {
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Severity.WARNING)
        .map(Problem::sentence)
        .collect(Collectors.toSet());
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream().map(Problem::sentence).toList();
  }

  private static Map<String, ExtensionState> states(TestHost host) {
    return host.loader.list().stream()
        .collect(
            Collectors.toMap(
                extension -> extension.name().value(),
                Extension::state,
                (one, other) -> one,
                TreeMap::new));
  }

  private static Map<String, ExtensionState> predicted(
      Plan plan, Map<String, ExtensionState> before) {
    Map<String, ExtensionState> after = new TreeMap<>(before);
    for (Step step : plan.steps()) {
      String name = step.extension().value();
      switch (step.action()) {
        case REMOVE -> after.remove(name);
        case START, REFRESH -> after.put(name, ExtensionState.ACTIVE);
        case WAIT, STOP -> after.put(name, ExtensionState.WAITING);
        default -> assertTrue(QUIET.contains(step.action()));
      }
    }
    return after;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("data"))) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private Path archive(Random random, int number) throws IOException {
    Path folder = Files.createDirectories(home.resolve("given"));
    String name = "e" + random.nextInt(9);
    if (random.nextInt(6) == 0) {
      String words = name + " 1." + random.nextInt(3) + ".0 hello";
      return BundleJar.plain()
          .entry("words.txt", words.getBytes(StandardCharsets.UTF_8))
          .in(folder, number + ".zip");
    }
    return jar(random, name).in(folder, number + ".jar");
  }

  private static BundleJar jar(Random random, String name) {
    boolean isFragment = random.nextInt(6) == 0;
    BundleJar jar = BundleJar.named(name + (random.nextInt(3) == 0 ? ";singleton:=true" : ""));
    jar.extension(name).version(random.nextInt(3) + "." + random.nextInt(2) + ".0");
    Set<Integer> packages =
        random.ints(2, 0, 6).boxed().collect(Collectors.toCollection(TreeSet::new));
    for (int at : packages) {
      String version = (1 + random.nextInt(2)) + "." + random.nextInt(2);
      switch (random.nextInt(5)) {
        case 0 -> jar.offers("p" + at, version);
        case 1 -> jar.offersUsing("p" + at, version, "p" + random.nextInt(6));
        case 2 -> jar.needs("p" + at, random.nextBoolean() ? "[1,2)" : "[1.1,3)");
        case 3 -> jar.mayUse("p" + at);
        default -> jar.offers("p" + at, version).needs("p" + at, "1.0");
      }
    }
    if (isFragment) {
      jar.header("Fragment-Host", "e" + random.nextInt(9));
    } else if (random.nextInt(6) == 0) {
      jar.header("Require-Bundle", "e" + random.nextInt(9) + ";bundle-version=\"[1,3)\"");
    } else if (random.nextInt(6) == 0) {
      jar.requires(
          "hotshoe.extension;filter:=\"(&(name=e" + random.nextInt(9) + ")(version>=1.1))\"");
    } else if (random.nextInt(12) == 0) {
      jar.header("Bundle-RequiredExecutionEnvironment", random.nextBoolean() ? "JavaSE-17" : "X-9");
    }
    return jar;
  }
}
