package hotshoe.process.interpreter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found before, in a file that can be deleted at any time: it saves the questions, and the
 * interpreters are there when extensions start.
 *
 * @param file where it is
 */
record Memory(Path file) {

  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

  /** What was found and still looks the same. */
  List<Found> recall() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> Found.parse(line).stream())
          .filter(Found::isUnchanged)
          .toList();
    } catch (NoSuchFileException first) {
      return List.of();
    } catch (IOException e) {
      LOG.debug("the interpreters have to be asked again: {}", e.toString());
      return List.of();
    }
  }

  /** Remembers these, and no others. */
  void keep(List<Found> found) {
    String text =
        found.stream()
            .map(Found::line)
            .filter(line -> line.indexOf('\n') < 0)
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Path unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(unfinished, text, StandardCharsets.UTF_8);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.debug("the interpreters will have to be asked again: {}", e.toString());
    }
  }
}
