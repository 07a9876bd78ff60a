package hotshoe.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of test results: one folder per module, one file per test run, each headed by the build
 * that wrote it.
 */
final class Results {

  private Results() {}

  static String firstLine(String build) {
    return "# build " + build;
  }

  static void dropOtherBuilds(Path folder, String build) throws IOException {
    for (Path file : files(folder)) {
      if (!isOf(file, build)) {
        Files.delete(file);
      }
    }
  }

  static boolean anyOf(Path folder, String build) throws IOException {
    for (Path file : files(folder)) {
      if (isOf(file, build)) {
        return true;
      }
    }
    return false;
  }

  static List<Proof> read(Path folder, String build) throws IOException {
    List<Proof> proofs = new ArrayList<>();
    for (Path file : files(folder)) {
      if (isOf(file, build)) {
        Files.readAllLines(file).stream().skip(1).map(Proof::parse).forEach(proofs::add);
      }
    }
    return proofs;
  }

  private static boolean isOf(Path file, String build) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().filter(firstLine(build)::equals).isPresent();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }
}
