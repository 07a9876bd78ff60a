package hotshoe.process.launch;

import hotshoe.problem.Nearest;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessOrder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds executables and sees whether the system could start them, before it is asked to. */
public final class Executables {

  private static final int LONGEST_FIRST_LINE = 256;

  private Executables() {}

  /**
   * The executable that an order names.
   *
   * @param path the folders in which names are looked up, as in {@code PATH}
   * @throws ProblemException when it cannot be started: absent, no file, not executable, or with a
   *     first line that asks for an interpreter which is not there
   */
  static Path find(ProcessOrder order, String path) {
    String command = order.command().get(0);
    if (command.indexOf('/') < 0) {
      Path found =
          lookUp(command, path)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          LaunchProblems.missing(command, order, near(command, path))));
      interpreted(order, found, path);
      return found;
    }
    Path file = Path.of(command);
    check(order, file);
    interpreted(order, file, path);
    return file;
  }

  private static void check(ProcessOrder order, Path file) {
    String name = LaunchProblems.name(file);
    if (!Files.exists(file)) {
      throw new ProblemException(LaunchProblems.missing(name, order, neighbour(file)));
    }
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(LaunchProblems.notExecutable(name, order, "it is no file"));
    }
    if (!Files.isExecutable(file)) {
      throw new ProblemException(LaunchProblems.notExecutable(name, order, "it is not executable"));
    }
  }

  private static String neighbour(Path file) {
    Path folder = file.getParent();
    return folder == null ? "" : Nearest.to(LaunchProblems.name(file), names(folder.toFile()));
  }

  private static List<String> names(File folder) {
    return List.of(Optional.ofNullable(folder.list()).orElse(new String[0]));
  }

  private static String near(String command, String path) {
    List<String> known =
        folders(path).flatMap(folder -> names(folder.toFile()).stream()).distinct().toList();
    return Nearest.to(command, known);
  }

  /** The first executable file of a name in the folders of a path. */
  public static Optional<Path> lookUp(String name, String path) {
    return folders(path)
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
        .findFirst();
  }

  private static Stream<Path> folders(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(Path::of);
  }

  /** A script's first line is the system's business, but its refusal tells the wrong file. */
  private static void interpreted(ProcessOrder order, Path file, String path) {
    List<String> line = firstLine(file);
    if (line.isEmpty()) {
      return;
    }
    String interpreter = line.get(0);
    String name = LaunchProblems.name(file);
    if (!Files.isExecutable(Path.of(interpreter))) {
      String near = neighbour(Path.of(interpreter));
      throw new ProblemException(LaunchProblems.withoutInterpreter(name, order, interpreter, near));
    }
    if (interpreter.endsWith("/env") && line.size() > 1 && isName(line.get(1))) {
      String wanted = line.get(1);
      if (lookUp(wanted, path).isEmpty()) {
        throw new ProblemException(
            LaunchProblems.withoutInterpreter(name, order, wanted, near(wanted, path)));
      }
    }
  }

  private static boolean isName(String word) {
    return !word.startsWith("-") && word.indexOf('=') < 0 && word.indexOf('/') < 0;
  }

  /** The words after {@code #!}; none where it is no script, or cannot be read. */
  private static List<String> firstLine(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String begin = new String(stream.readNBytes(LONGEST_FIRST_LINE), StandardCharsets.ISO_8859_1);
      if (!begin.startsWith("#!") || begin.indexOf('\n') < 0) {
        return List.of();
      }
      // as the system does: a carriage return belongs to the name
      String line = begin.substring(2, begin.indexOf('\n')).replaceAll("^[ \t]+|[ \t]+$", "");
      return line.startsWith("/") ? List.of(line.split("[ \t]+")) : List.of();
    } catch (IOException unreadable) {
      return List.of(); // what may be executed need not be readable
    }
  }
}
