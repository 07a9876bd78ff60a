package hotshoe.caller;

import java.util.Objects;
import java.util.Set;

/**
 * A role is data: shipped, or added in a file.
 *
 * @param name lower case with dashes
 * @param description one sentence
 * @param includes the roles whose permissions it has as well
 */
public record Role(String name, String description, Set<String> includes) {
  public Role {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    includes = Set.copyOf(includes);
  }
}
