package hotshoe.inventory.named;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.source.Stamp;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder with a file for each inventory: {@code web.yml} defines {@code web}. A file is read
 * again only when it looks different.
 */
final class DefinitionFolder {

  private static final String ENDING = ".yml";

  private final Path folder;
  private Map<String, Entry> entries = Map.of();

  DefinitionFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What a file says.
   *
   * @param stamp how the file looked
   * @param definition what it says; empty where that is wrong
   * @param problems what is wrong
   */
  record Entry(Stamp stamp, Optional<InventoryDefinition> definition, List<Problem> problems) {
    Entry {
      problems = List.copyOf(problems);
    }

    /** What somebody brings without a file. */
    static Entry of(InventoryDefinition definition) {
      return new Entry(new Stamp(Map.of(), Optional.empty()), Optional.of(definition), List.of());
    }
  }

  /** What all files say now, by name. */
  synchronized Map<String, Entry> scan() {
    Map<String, Entry> found = new TreeMap<>();
    for (Path file : files()) {
      String name = name(file);
      Optional<Entry> known = Optional.ofNullable(entries.get(name));
      found.put(
          name,
          known
              .flatMap(entry -> entry.stamp().again(file).map(stamp -> again(entry, stamp)))
              .orElseGet(() -> read(name, file)));
    }
    entries = found;
    return Map.copyOf(found);
  }

  private static Entry again(Entry entry, Stamp stamp) {
    return new Entry(stamp, entry.definition(), entry.problems());
  }

  private static Entry read(String name, Path file) {
    Stamp stamp = Stamp.of(file);
    try {
      return new Entry(stamp, Optional.of(DefinitionFile.read(name, file)), List.of());
    } catch (ProblemException wrong) {
      return new Entry(stamp, Optional.empty(), wrong.problems());
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> InventoryDefinition.isName(name(file)))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static String name(Path file) {
    String text = file.getFileName().toString();
    return text.substring(0, text.length() - ENDING.length());
  }

  /** Keeps a definition, whole or not at all. */
  synchronized void write(InventoryDefinition definition) {
    Path file = file(definition.name());
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, ".inventory", ".tmp");
      try {
        Files.write(fresh, DefinitionFile.write(definition));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException failure) {
      throw NamedProblems.unwritten(file.toString(), String.valueOf(failure));
    }
  }

  /** Drops a definition; false when there was none. */
  synchronized boolean delete(String name) {
    Path file = file(name);
    try {
      return Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw NamedProblems.unwritten(file.toString(), String.valueOf(failure));
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }
}
