package hotshoe.caller;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks. Made by the door that authenticated them, or by the embedding program for itself.
 *
 * @param name the user's name
 * @param roles the names of their roles
 * @param door how they came: {@code shell}, {@code java}, {@code http} and others
 */
public record Caller(String name, Set<String> roles, String door) {

  /** The host itself, for its own work and for an embedding program. It may do everything. */
  public static final Caller HOST = new Caller("host", Set.of("pool-admin"), "java");

  public Caller {
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
    Objects.requireNonNull(door, "door");
  }
}
