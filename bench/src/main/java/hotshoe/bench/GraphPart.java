package hotshoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JMH's turn: how long the start order of many slices takes to work out, nothing started. */
final class GraphPart implements Part {

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public int runs() {
    return 1;
  }

  @Override
  public List<Case> cases(Workplace workplace) {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      cases.add(new Case("start order " + jdk.name(), round -> run(workplace, jdk)));
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
                Stream.of(workplace.ownJar(), core, api), workplace.peer("jmh").stream()));
    List<String> command =
        List.of(
            jdk.java(),
            "-cp",
            classPath,
            "org.openjdk.jmh.Main",
            "StartOrderBenchmark",
            "-rf",
            "csv",
            "-rff",
            result.toString());
    new ProcessRun(command, workplace.root(), Map.of(), Pattern.compile("$^")).untilExit();
    return figures(jdk, result);
  }

  /** JMH's columns: name, mode, threads, samples, score, error, unit, then the parameters. */
  private static List<Figure> figures(Jdk jdk, Path result) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String line : Files.readAllLines(result).subList(1, Files.readAllLines(result).size())) {
      String[] column = line.replace("\"", "").split(",");
      String variant = jdk.name() + " " + column[8] + " " + column[7];
      figures.add(new Figure("start order", variant, "us", Double.parseDouble(column[4])));
      figures.add(new Figure("start order", variant, "error_us", Double.parseDouble(column[5])));
    }
    return figures;
  }

  @Override
  public List<Goal> goals() {
    return List.of();
  }
}
