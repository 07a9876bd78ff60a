package hotshoe.runtime.configuration;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where to look, in rising order of precedence (row INM-10).
 *
 * @param home the folder against which relative paths are resolved; holds {@code etc/hotshoe.yaml}
 * @param directory a folder of further files instead of {@code etc/hotshoe.d}, if given
 * @param files further files, in order
 * @param environment the environment variables
 * @param program what the command line or the embedding program sets
 */
public record ConfigurationSources(
    Path home,
    Optional<Path> directory,
    List<Path> files,
    Map<String, String> environment,
    Map<String, String> program) {

  public ConfigurationSources {
    home = home.toAbsolutePath().normalize();
    files = List.copyOf(files);
    environment = Map.copyOf(environment);
    program = Collections.unmodifiableMap(new LinkedHashMap<>(program));
  }

  /** The same sources, where the program sets these as well. */
  public ConfigurationSources with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(program);
    all.putAll(more);
    return new ConfigurationSources(home, directory, files, environment, all);
  }
}
