package hotshoe.shell;

import hotshoe.caller.Role;
import hotshoe.caller.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Three roles, each of which includes the one before. */
public final class FakeRoles implements Roles {

  @Override
  public List<Role> list() {
    return List.of(
        new Role("read-only", "Sees everything and changes nothing.", Set.of()),
        new Role("pool-operator", "Runs the pool.", Set.of("read-only")),
        new Role("pool-admin", "May do everything.", Set.of("pool-operator")));
  }

  @Override
  public Optional<Role> find(String name) {
    return list().stream().filter(role -> role.name().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public Set<String> expand(Set<String> roles) {
    return roles.contains("pool-admin")
        ? Set.of("pool-admin", "pool-operator", "read-only")
        : Set.of("pool-operator", "read-only");
  }
}
