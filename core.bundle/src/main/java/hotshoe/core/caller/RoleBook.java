package hotshoe.core.caller;

import hotshoe.caller.Role;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles with all that they include, worked out once. Immutable. */
final class RoleBook {

  /** Who has this one may do everything: it includes every role, also the operator's own. */
  static final String ADMINISTRATOR = "pool-admin";

  private final Map<String, Role> roles;
  private final Map<String, Set<String>> expansions = new LinkedHashMap<>();
  private final List<Role> ordered;

  /** Puts roles into a book; every role that one includes must be among them. */
  RoleBook(Collection<Role> all) {
    Map<String, Role> byName = new LinkedHashMap<>();
    all.forEach(role -> byName.put(role.name(), role));
    roles = Collections.unmodifiableMap(byName);
    roles.keySet().forEach(name -> expansions.put(name, closure(name)));
    ordered =
        roles.values().stream()
            .sorted(Comparator.comparingInt(role -> expansions.get(role.name()).size()))
            .toList();
  }

  private Set<String> closure(String start) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        open.addAll(roles.get(name).includes());
      }
    }
    return reached.contains(ADMINISTRATOR) ? roles.keySet() : Set.copyOf(reached);
  }

  /** All roles, those that include least first. */
  List<Role> list() {
    return ordered;
  }

  /** The role of this name, whatever its case. */
  Optional<Role> find(String name) {
    return Optional.ofNullable(roles.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Roles with all that they include; unknown ones are left out. */
  Set<String> expand(Collection<String> names) {
    Set<String> expanded = new LinkedHashSet<>();
    for (String name : names) {
      expanded.addAll(expansions.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
    }
    return Collections.unmodifiableSet(expanded);
  }

  /** The names of all roles, in the order of the list. */
  List<String> names() {
    return ordered.stream().map(Role::name).toList();
  }
}
