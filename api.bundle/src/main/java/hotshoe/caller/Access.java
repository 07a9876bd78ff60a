package hotshoe.caller;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who may call an operation, and who may give certain keys (row XA-37). Names of roles are compared
 * without regard to case. {@code pool-admin} includes every role, also one that nobody knows.
 *
 * @param anyOf a caller needs one of these roles, or one that includes it; empty means nobody but
 *     the host
 * @param keys parameters, or keys of map parameters, that need a stronger role
 */
public record Access(Set<String> anyOf, List<KeyAccess> keys) {

  /**
   * A key that needs a stronger role than its operation. Names and keys are compared without regard
   * to case. Where several rules match a key, the most specific one holds: the whole key before the
   * longest beginning. A rule for the parameter itself holds in any case. A value that is no map
   * yet, but text that may become one, needs what every key of its parameter needs.
   *
   * @param parameter the parameter's name
   * @param key a key of a map parameter, {@code *} for any, or empty for the parameter itself; a
   *     trailing {@code *} matches every key that begins so
   * @param anyOf a caller needs one of these roles, or one that includes it; empty means nobody but
   *     the host
   */
  public record KeyAccess(String parameter, String key, Set<String> anyOf) {
    public KeyAccess {
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(key, "key");
      anyOf = Set.copyOf(anyOf);
    }
  }

  public Access {
    anyOf = Set.copyOf(anyOf);
    keys = List.copyOf(keys);
  }

  /** Everybody with this role or one that includes it. */
  public static Access role(String role) {
    return new Access(Set.of(role), List.of());
  }
}
