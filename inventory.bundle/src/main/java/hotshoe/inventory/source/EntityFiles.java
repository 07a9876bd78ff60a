package hotshoe.inventory.source;

import hotshoe.inventory.Variables;
import hotshoe.inventory.value.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with files for hosts or groups. It is listed once: whoever has no file costs a look into
 * a set, not into the file system.
 */
final class EntityFiles {

  private static final int DEEPEST = 32;

  private final Path folder;
  private final DataFiles data;
  private final List<String> endings;
  private final Set<String> names;
  private final Map<String, List<Variables>> read = new HashMap<>();
  private boolean isSettled;

  EntityFiles(Path folder, DataFiles data, List<String> endings) {
    this(folder, data, endings, listed(folder));
  }

  private EntityFiles(Path folder, DataFiles data, List<String> endings, Set<String> names) {
    this.folder = folder;
    this.data = data;
    this.endings = endings;
    this.names = names;
  }

  private static Set<String> listed(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    return Set.copyOf(sorted(folder));
  }

  private static Set<String> sorted(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(
              Collectors.toCollection(
                  () -> new TreeSet<>(hotshoe.inventory.model.CodePoints::compare)));
    } catch (IOException unreadable) {
      throw SourceProblems.variables(folder.toString(), String.valueOf(unreadable));
    }
  }

  /** What the files for this name say. */
  List<Variables> of(String name) {
    if (names.isEmpty()) {
      return List.of();
    }
    return isSettled ? read.getOrDefault(name, List.of()) : read.computeIfAbsent(name, this::load);
  }

  void settle(Iterable<String> entities) {
    if (!names.isEmpty()) {
      entities.forEach(this::of);
      read.values().removeIf(List::isEmpty);
    }
    isSettled = true;
  }

  /** The same, where what is there for these is known as well; this one stays as it is. */
  EntityFiles knowing(Iterable<String> entities) {
    if (names.isEmpty()) {
      return this;
    }
    EntityFiles wider = new EntityFiles(folder, data, endings, names);
    wider.read.putAll(read);
    wider.settle(entities);
    return wider;
  }

  private List<Variables> load(String name) {
    Optional<Path> place = place(name);
    if (place.isEmpty()) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(place.get())) {
      collect(place.get(), files, 0);
    } else {
      files.add(place.get());
    }
    List<Variables> variables = new ArrayList<>();
    files.forEach(file -> table(file).ifPresent(variables::add));
    return Collections.unmodifiableList(variables);
  }

  /** The first of NAME, NAME.yml and so on that is there; never one outside the folder. */
  private Optional<Path> place(String name) {
    boolean isPath = name.indexOf('/') >= 0;
    if (name.startsWith("/") || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(""), endings.stream())
        .map(ending -> name + ending)
        .filter(file -> isPath ? isInside(file) : names.contains(file))
        .map(folder::resolve)
        .findFirst();
  }

  private boolean isInside(String file) {
    Path path = folder.resolve(file).normalize();
    return path.startsWith(folder.normalize()) && Files.exists(path);
  }

  private void collect(Path inner, List<Path> files, int depth) {
    data.note(inner);
    for (String name : sorted(inner)) {
      boolean isIgnored = name.startsWith(".") || name.endsWith("~");
      Path file = inner.resolve(name);
      int dot = name.lastIndexOf('.');
      String ending = dot <= 0 ? "" : name.substring(dot);
      if (isIgnored || depth > DEEPEST) {
        continue;
      }
      if (Files.isDirectory(file)) {
        if (ending.isEmpty()) {
          collect(file, files, depth + 1);
        }
      } else if (ending.isEmpty() || endings.contains(ending)) {
        files.add(file);
      }
    }
  }

  private Optional<Variables> table(Path file) {
    Object content = data.read(file);
    if (content instanceof Table table) {
      return Optional.of(new FileVariables(file.toString(), table));
    }
    if (Falsehood.of(content)) {
      return Optional.empty();
    }
    throw SourceProblems.variables(file.toString(), "it is no map of names and values");
  }
}
