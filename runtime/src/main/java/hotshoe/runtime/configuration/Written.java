package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that is written anywhere, before anything is judged.
 *
 * @param host assignments to keys that must be the host's, in rising order of precedence
 * @param free the others
 */
record Written(List<Assignment> host, FreeValues free) {

  /** Variables that belong to the start scripts. */
  private static final Set<String> OF_THE_SCRIPT =
      Set.of(
          "HOTSHOE_HOME",
          "HOTSHOE_JAVA_OPTIONS",
          "HOTSHOE_CLASS_ARCHIVE",
          "HOTSHOE_SOURCES",
          "HOTSHOE_SCRIPTS_ASKED");

  Written {
    host = List.copyOf(host);
  }

  static Written gather(ConfigurationSources sources, HostOptions options, List<Problem> problems) {
    List<Assignment> files = new ArrayList<>();
    for (Path file : files(sources, problems)) {
      files.addAll(YamlFile.read(file, shown(sources, file), options, problems));
    }
    Map<String, String> freeVariables = new HashMap<>();
    List<Assignment> variables = variables(sources, options, freeVariables, problems);
    List<Assignment> program = new ArrayList<>();
    sources
        .program()
        .forEach((key, value) -> program.add(Assignment.of(key, value, new Origin.Program())));
    List<Assignment> host = new ArrayList<>(files);
    host.addAll(variables);
    host.addAll(program);
    host.removeIf(assignment -> HostOptions.isFree(assignment.key()));
    files.removeIf(assignment -> !HostOptions.isFree(assignment.key()));
    program.removeIf(assignment -> !HostOptions.isFree(assignment.key()));
    return new Written(host, new FreeValues(files, freeVariables, program));
  }

  /** The files that are there, in order. */
  private static List<Path> files(ConfigurationSources sources, List<Problem> problems) {
    List<Path> files = new ArrayList<>();
    Path main = sources.home().resolve("etc/hotshoe.yaml");
    if (Files.exists(main)) {
      files.add(main);
    }
    Path standard = sources.home().resolve("etc/hotshoe.d");
    Path directory = sources.directory().orElse(standard);
    if (Files.isDirectory(directory)) {
      files.addAll(filesIn(directory, sources, problems));
    } else if (sources.directory().isPresent()) {
      problems.add(missing("the configuration folder is not there", shown(sources, directory)));
    }
    for (Path file : sources.files()) {
      if (Files.exists(file)) {
        files.add(file);
      } else {
        problems.add(missing("the configuration file is not there", shown(sources, file)));
      }
    }
    return files;
  }

  private static List<Path> filesIn(
      Path directory, ConfigurationSources sources, List<Problem> problems) {
    Map<String, Path> byName = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.yaml")) {
      files.forEach(file -> byName.put(file.getFileName().toString(), file));
    } catch (IOException e) {
      problems.add(
          Problem.error("HS-CONFIG-002", "the configuration folder cannot be read")
              .at(shown(sources, directory))
              .because("listing it failed")
              .advising("make it readable or remove it"));
    }
    return List.copyOf(byName.values());
  }

  private static Problem missing(String what, String where) {
    return Problem.warning("HS-CONFIG-001", what)
        .at(where)
        .advising("check the spelling; the host goes on without it");
  }

  private static List<Assignment> variables(
      ConfigurationSources sources,
      HostOptions options,
      Map<String, String> free,
      List<Problem> problems) {
    Map<String, String> keys = new HashMap<>();
    for (HostOption option : options.all()) {
      keys.put(Keys.variable(option.key()), option.key());
      option.description().predecessor().ifPresent(old -> keys.put(Keys.variable(old), old));
    }
    List<Assignment> known = new ArrayList<>();
    new TreeMap<>(sources.environment())
        .forEach(
            (variable, value) -> {
              if (keys.containsKey(variable)) {
                Origin origin = new Origin.Environment(variable);
                known.add(Assignment.of(keys.get(variable), value, origin));
              } else if (isFree(variable)) {
                free.put(variable, value);
              } else if (isStray(variable)) {
                problems.add(stray(variable, keys.keySet()));
              }
            });
    return known;
  }

  private static boolean isFree(String variable) {
    return variable.startsWith(Keys.variable(HostOptions.EXTENSIONS))
        || variable.startsWith(Keys.variable(HostOptions.FEATURES));
  }

  private static boolean isStray(String variable) {
    return variable.startsWith(Keys.VARIABLE) && !OF_THE_SCRIPT.contains(variable);
  }

  private static Problem stray(String variable, Set<String> known) {
    String near = Nearest.to(variable, known);
    return Problem.warning("HS-CONFIG-008", "no option is set by the variable " + variable)
        .at("environment")
        .advising(near.isEmpty() ? "unset it" : "did you mean " + near + "?");
  }

  /** Files of the home folder are shown by their short names. */
  private static String shown(ConfigurationSources sources, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(sources.home())
        ? sources.home().relativize(absolute).toString()
        : file.toString();
  }
}
