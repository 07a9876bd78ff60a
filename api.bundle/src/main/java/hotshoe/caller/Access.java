package hotshoe.caller;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who may call an operation, and who may give certain keys (row XA-37).
 *
 * @param anyOf a caller needs one of these roles, or one that includes it; empty means nobody but
 *     the host
 * @param keys parameters, or keys of map parameters, that need a stronger role
 */
public record Access(Set<String> anyOf, List<KeyAccess> keys) {

  /**
   * A key that needs a stronger role than its operation.
   *
   * @param parameter the parameter's name
   * @param key a key of a map parameter, {@code *} for any, or empty for the parameter itself; a
   *     trailing {@code *} matches every key that begins so
   * @param anyOf a caller needs one of these roles
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
