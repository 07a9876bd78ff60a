package hotshoe.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java installation to measure on.
 *
 * @param name what its figures are called, such as {@code jdk17}
 * @param home its folder
 */
public record Jdk(String name, Path home) {

  /** Those that {@code bench/run} found: JDK 17, and 25 where there is one. */
  public static List<Jdk> all() {
    return Stream.of("17", "25").map(Jdk::find).flatMap(Optional::stream).toList();
  }

  /** The first of them. */
  public static Jdk first() {
    return all().get(0);
  }

  private static Optional<Jdk> find(String version) {
    return Optional.ofNullable(System.getenv("JAVA" + version))
        .map(Path::of)
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .map(home -> new Jdk("jdk" + version, home));
  }

  /** The command. */
  public String java() {
    return home.resolve("bin/java").toString();
  }
}
