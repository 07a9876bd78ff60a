package hotshoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Benchmarks of the host's own classes, run by JMH in a process of its own. */
final class Jmh {

  private final Workplace workplace;
  private final Jdk jdk;

  Jmh(Workplace workplace, Jdk jdk) {
    this.workplace = workplace;
    this.jdk = jdk;
  }

  /**
   * Runs the benchmarks of this pattern, with these peers on the class path beside JMH.
   *
   * @return the columns of each result: name, mode, threads, samples, score, error, unit, then the
   *     parameters
   */
  List<String[]> run(String benchmarks, String... peers) throws Exception {
    Path result = workplace.fresh("jmh").resolve("result.csv");
    List<String> command =
        List.of(
            jdk.java(),
            "-cp",
            classPath(peers),
            "org.openjdk.jmh.Main",
            benchmarks,
            "-rf",
            "csv",
            "-rff",
            result.toString());
    new ProcessRun(command, workplace.root(), Map.of(), Pattern.compile("$^")).untilExit();
    return Files.readAllLines(result).stream()
        .skip(1)
        .map(line -> line.replace("\"", "").split(","))
        .toList();
  }

  private String classPath(String... peers) throws IOException {
    Stream<Path> own = Stream.of(workplace.ownJar(), bundle("core"), bundle("api"));
    Stream<Path> foreign =
        Stream.concat(Stream.of("jmh"), Stream.of(peers))
            .flatMap(peer -> workplace.peer(peer).stream());
    return Workplace.classPath(Stream.concat(own, foreign));
  }

  private Path bundle(String room) throws IOException {
    return Workplace.only(
        workplace.root().resolve(room + ".bundle/target"),
        "hotshoe\\." + room + "-[^-]*(-SNAPSHOT)?\\.jar");
  }
}
