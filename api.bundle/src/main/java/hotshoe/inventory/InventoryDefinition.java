package hotshoe.inventory;

import hotshoe.inventory.InventoryRequest.Failures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an inventory with a name is read from, and how. The host keeps each as a file that people
 * can read and edit.
 *
 * @param name lower case letters, digits, dots, dashes and underscores, at most 64
 * @param sources paths and lists of hosts, in order (row AN-1)
 * @param folder where relative paths start; empty for the host's home folder
 * @param playbookFolder the playbook's folder, where it is another one
 * @param environment settings such as {@code ANSIBLE_HASH_BEHAVIOUR}, and what scripts see
 * @param variables what wins over all other variables
 * @param failures with {@code LEAVE_NOTHING} one source that cannot be read fails the whole
 *     reading; with {@code LEAVE_TRACES} it is told and passed over, as at home
 * @param lifetime how long the answers of scripts, and of plugins that ask elsewhere, hold; zero is
 *     for ever
 * @param watched whether the sources are read again when they change
 */
public record InventoryDefinition(
    String name,
    List<String> sources,
    Optional<Path> folder,
    Optional<Path> playbookFolder,
    Map<String, String> environment,
    Map<String, Object> variables,
    Failures failures,
    Duration lifetime,
    boolean watched) {

  /** How long answers of scripts hold where nobody says. */
  public static final Duration USUAL_LIFETIME = Duration.ofHours(1);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public InventoryDefinition {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name for an inventory: " + name);
    }
    sources = List.copyOf(sources);
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(playbookFolder, "playbookFolder");
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    Objects.requireNonNull(failures, "failures");
    if (lifetime.isNegative()) {
      throw new IllegalArgumentException("the lifetime is negative: " + lifetime);
    }
  }

  /** Whether an inventory may be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** An inventory of these sources with nothing else said. */
  public static InventoryDefinition of(String name, String... sources) {
    return new InventoryDefinition(
        name,
        List.of(sources),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Failures.LEAVE_NOTHING,
        USUAL_LIFETIME,
        true);
  }

  /** The same with relative paths starting here. */
  public InventoryDefinition in(Path start) {
    return new InventoryDefinition(
        name,
        sources,
        Optional.of(start.toAbsolutePath().normalize()),
        playbookFolder,
        environment,
        variables,
        failures,
        lifetime,
        watched);
  }

  /** The same with answers of scripts that hold so long. */
  public InventoryDefinition lasting(Duration time) {
    return new InventoryDefinition(
        name, sources, folder, playbookFolder, environment, variables, failures, time, watched);
  }

  /** The same with this environment. */
  public InventoryDefinition withEnvironment(Map<String, String> settings) {
    return new InventoryDefinition(
        name, sources, folder, playbookFolder, settings, variables, failures, lifetime, watched);
  }

  /** The same, read again only when somebody asks for it. */
  public InventoryDefinition unwatched() {
    return new InventoryDefinition(
        name, sources, folder, playbookFolder, environment, variables, failures, lifetime, false);
  }
}
