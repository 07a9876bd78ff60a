package hotshoe.process.interpreter;

import hotshoe.configuration.Configuration;
import hotshoe.process.launch.Executables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files may be interpreters: those that the operator names, or else what is called like one.
 *
 * @param configuration what the operator wrote
 */
record Wanted(Configuration configuration) {

  /** Whether the operator has named where interpreters of a language are. */
  boolean isNamed(Language language) {
    return configuration.find(key(language)).isPresent();
  }

  /** The files for a language, the preferred first; links to one file count once. */
  List<Path> files(Language language) {
    String path = configuration.text("processes.path");
    List<Path> files = new ArrayList<>();
    if (isNamed(language)) {
      configuration.list(key(language)).forEach(name -> files.add(Path.of(name).toAbsolutePath()));
    } else {
      language.programs().forEach(name -> Executables.lookUp(name, path).ifPresent(files::add));
    }
    Set<Path> real = new HashSet<>();
    return files.stream().filter(file -> real.add(behindLinks(file))).toList();
  }

  private static String key(Language language) {
    return "interpreters." + language.name();
  }

  private static Path behindLinks(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException absent) {
      return file;
    }
  }

  /** Whether something that was found before would be looked at again. */
  boolean includes(Found found) {
    return Language.ALL.stream()
        .filter(language -> language.name().equals(found.interpreter().language()))
        .anyMatch(language -> files(language).contains(found.interpreter().path()));
  }
}
