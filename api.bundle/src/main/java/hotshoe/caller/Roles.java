package hotshoe.caller;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The roles there are: XenAPI's ladder ({@code read-only}, {@code vm-operator}, {@code vm-admin},
 * {@code vm-power-admin}, {@code pool-operator}, {@code pool-admin}), CloudStack's four ({@code
 * user}, {@code domain-admin}, {@code resource-admin}, {@code admin}) mapped onto it, and the
 * operator's own from {@code etc/roles.yaml}. Read once, at start. Safe for use by many threads.
 */
@ProviderType
public interface Roles {
  /** All roles, the least first where they are ordered. */
  List<Role> list();

  /** The role of this name, whatever its case. */
  Optional<Role> find(String name);

  /**
   * The given roles with all that they include. Unknown ones are left out. {@code pool-admin}, and
   * what includes it, includes every role.
   */
  Set<String> expand(Set<String> roles);
}
