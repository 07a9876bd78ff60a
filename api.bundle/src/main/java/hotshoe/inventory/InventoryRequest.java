package hotshoe.inventory;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to read, and how. Everything that would come from a process comes from here, so that one
 * host can serve many.
 *
 * @param sources paths and lists of hosts, in order (row AN-1)
 * @param workingFolder where relative paths start; stands for the playbook's folder too
 * @param playbookFolder the playbook's folder, where it is another one
 * @param environment where settings are looked up before the configuration file
 * @param extraVariables what wins over all other variables
 * @param failures what a source that fails leaves behind
 * @param fresh whether caches must not be read (row AN-12)
 * @param options options of plugins from the command line, by {@code name} or {@code plugin.name}:
 *     above environment and configuration file (row AN-51)
 */
public record InventoryRequest(
    List<String> sources,
    Path workingFolder,
    Optional<Path> playbookFolder,
    Map<String, String> environment,
    Map<Object, Object> extraVariables,
    Failures failures,
    boolean fresh,
    Map<String, String> options) {

  public InventoryRequest {
    sources = List.copyOf(sources);
    workingFolder = workingFolder.toAbsolutePath().normalize();
    Objects.requireNonNull(playbookFolder, "playbookFolder");
    environment = Map.copyOf(environment);
    extraVariables = Collections.unmodifiableMap(new LinkedHashMap<>(extraVariables));
    Objects.requireNonNull(failures, "failures");
    options = Map.copyOf(options);
  }

  /** A request without options of plugins. */
  public InventoryRequest(
      List<String> sources,
      Path workingFolder,
      Optional<Path> playbookFolder,
      Map<String, String> environment,
      Map<Object, Object> extraVariables,
      Failures failures,
      boolean fresh) {
    this(
        sources,
        workingFolder,
        playbookFolder,
        environment,
        extraVariables,
        failures,
        fresh,
        Map.of());
  }

  /** These sources with nothing else set; a source that fails leaves nothing behind. */
  public static InventoryRequest of(Path workingFolder, String... sources) {
    return new InventoryRequest(
        List.of(sources),
        workingFolder,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Failures.LEAVE_NOTHING,
        false);
  }

  /** The same with this environment. */
  public InventoryRequest withEnvironment(Map<String, String> variables) {
    return new InventoryRequest(
        sources,
        workingFolder,
        playbookFolder,
        variables,
        extraVariables,
        failures,
        fresh,
        options);
  }

  /** The same with these variables above all others. */
  public InventoryRequest withExtraVariables(Map<Object, Object> variables) {
    return new InventoryRequest(
        sources, workingFolder, playbookFolder, environment, variables, failures, fresh, options);
  }

  /** The same for a playbook in this folder. */
  public InventoryRequest withPlaybookFolder(Path folder) {
    return new InventoryRequest(
        sources,
        workingFolder,
        Optional.of(folder.toAbsolutePath().normalize()),
        environment,
        extraVariables,
        failures,
        fresh,
        options);
  }

  /** The same with these options of plugins. */
  public InventoryRequest withOptions(Map<String, String> values) {
    return new InventoryRequest(
        sources,
        workingFolder,
        playbookFolder,
        environment,
        extraVariables,
        failures,
        fresh,
        values);
  }

  /** The same with failing sources treated this way. */
  public InventoryRequest withFailures(Failures treatment) {
    return new InventoryRequest(
        sources,
        workingFolder,
        playbookFolder,
        environment,
        extraVariables,
        treatment,
        fresh,
        options);
  }

  /** The same, with answers out of no cache. */
  public InventoryRequest refreshed() {
    return new InventoryRequest(
        sources,
        workingFolder,
        playbookFolder,
        environment,
        extraVariables,
        failures,
        true,
        options);
  }

  /** What a source that fails leaves behind (row AN-11). */
  public enum Failures {
    /** What was read of it before it failed, as at home. */
    LEAVE_TRACES,
    /** Nothing: a source is applied whole or not at all. */
    LEAVE_NOTHING
  }
}
