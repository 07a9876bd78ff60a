package hotshoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    Path result = workplace.fresh("jmh").resolve("result.csv");
    Path core =
        Workplace.only(
            workplace.root().resolve("core.bundle/target"),
            "hotshoe\\.core-[^-]*(-SNAPSHOT)?\\.jar");
    Path api =
        Workplace.only(
            workplace.root().resolve("api.bundle/target"), "hotshoe\\.api-[^-]*(-SNAPSHOT)?\\.jar");
    String classPath =
        Workplace.classPath(
            Stream.concat(
                Stream.of(workplace.ownJar(), core, api),
                Stream.of("jmh", "felix", "calls").flatMap(peer -> jars(workplace, peer))));
    List<String> command =
        List.of(
            jdk.java(),
            "-cp",
            classPath,
            "org.openjdk.jmh.Main",
            "hotshoe.core.operation.*Benchmark",
            "-rf",
            "csv",
            "-rff",
            result.toString());
    new ProcessRun(command, workplace.root(), Map.of(), Pattern.compile("$^")).untilExit();
    return figures(jdk, result);
  }

  private static Stream<Path> jars(Workplace workplace, String peer) {
    return workplace.peer(peer).stream();
  }

  /** JMH's columns: name, mode, threads, samples, score, error, unit. */
  private static List<Figure> figures(Jdk jdk, Path result) throws IOException {
    List<Figure> figures = new ArrayList<>();
    List<String> lines = Files.readAllLines(result);
    for (String line : lines.subList(1, lines.size())) {
      String[] column = line.replace("\"", "").split(",");
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
