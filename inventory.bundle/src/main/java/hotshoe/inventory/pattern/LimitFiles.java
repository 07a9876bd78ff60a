package hotshoe.inventory.pattern;

import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of patterns: a part of a limit that begins with {@code @} names one, with a pattern on each
 * line (row AN-47).
 *
 * @param workingFolder where relative names start
 */
public record LimitFiles(Path workingFolder) {

  /** A hundred thousand hosts, one by one, are far below. */
  private static final long LARGEST = 64L << 20;

  /** The patterns of one part: its own, or those of the file that it names. */
  List<String> patterns(String part) throws ProblemException {
    if (!part.startsWith("@")) {
      return List.of(part);
    }
    String name = part.substring(1);
    try {
      return read(name, workingFolder.resolve(name));
    } catch (InvalidPathException malformed) {
      throw PatternProblems.noLimitFile(name, "that is no name for a file");
    } catch (IOException failure) {
      throw PatternProblems.noLimitFile(name, "it cannot be read");
    }
  }

  private static List<String> read(String name, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw PatternProblems.limitFolder(name);
    }
    if (!Files.exists(file)) {
      throw PatternProblems.noLimitFile(name, "there is no such file");
    }
    if (Files.size(file) > LARGEST) {
      throw PatternProblems.noLimitFile(name, "it is larger than " + LARGEST + " bytes");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return List.of(text.split("\n", -1)).stream().map(String::strip).toList();
  }
}
