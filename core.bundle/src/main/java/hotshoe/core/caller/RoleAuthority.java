package hotshoe.core.caller;

import hotshoe.caller.Access;
import hotshoe.caller.Caller;
import hotshoe.caller.Roles;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides by roles (rows XA-15, XA-37, CS-47). What a set of roles comes to is worked out once and
 * remembered; an allowed call allocates nothing.
 */
@Component
public final class RoleAuthority implements Authority {

  /** Sets of roles that are remembered; beyond, the memory starts anew. */
  private static final int REMEMBERED = 1024;

  private final Roles roles;
  private final Map<Set<String>, Standing> standings = new ConcurrentHashMap<>();

  /** Decides by these roles. */
  @Activate
  public RoleAuthority(@Reference Roles roles) {
    this.roles = roles;
  }

  @Override
  public Optional<Problem> refusal(
      Caller caller, String what, Access access, Map<String, ?> arguments) {
    if (Caller.HOST.equals(caller)) {
      return Optional.empty();
    }
    Standing standing = standing(caller);
    if (!standing.meets(access.anyOf())) {
      return Optional.of(refused(caller, what, access.anyOf()));
    }
    if (access.keys().isEmpty()) {
      return Optional.empty();
    }
    return KeyRules.unmet(access.keys(), arguments, standing::meets)
        .map(unmet -> refusedKey(caller, what, unmet));
  }

  @Override
  public boolean allows(Caller caller, Access access) {
    return Caller.HOST.equals(caller) || standing(caller).meets(access.anyOf());
  }

  private Standing standing(Caller caller) {
    Standing known = standings.get(caller.roles());
    return known != null ? known : remembered(caller.roles());
  }

  private Standing remembered(Set<String> names) {
    if (standings.size() >= REMEMBERED) {
      standings.clear();
    }
    return standings.computeIfAbsent(names, some -> Standing.of(roles.expand(some)));
  }

  private Problem refused(Caller caller, String what, Set<String> anyOf) {
    return anyOf.isEmpty()
        ? CallerProblems.hostOnly(caller, what)
        : CallerProblems.refused(caller, what, sufficient(anyOf), unknown(anyOf));
  }

  private Problem refusedKey(Caller caller, String what, KeyRules.Unmet unmet) {
    return CallerProblems.refusedKey(caller, what, unmet.place(), sufficient(unmet.anyOf()));
  }

  /** Every role that has or includes one of these, the least first; {@code host} if none. */
  private List<String> sufficient(Set<String> anyOf) {
    return roles.list().stream()
        .map(role -> role.name())
        .filter(name -> Standing.of(roles.expand(Set.of(name))).meets(anyOf))
        .toList();
  }

  private List<String> unknown(Set<String> anyOf) {
    return anyOf.stream().filter(name -> roles.find(name).isEmpty()).sorted().toList();
  }

  /** What a set of roles comes to. An array, for a walk along it allocates nothing. */
  private record Standing(List<String> expanded, boolean administrator) {

    static Standing of(Set<String> expanded) {
      return new Standing(List.copyOf(expanded), expanded.contains(RoleBook.ADMINISTRATOR));
    }

    boolean meets(Set<String> anyOf) {
      if (anyOf.isEmpty() || administrator) {
        return !anyOf.isEmpty();
      }
      for (int i = 0; i < expanded.size(); i++) {
        if (anyOf.contains(expanded.get(i))) {
          return true;
        }
      }
      return meetsInAnotherCase(anyOf);
    }

    private boolean meetsInAnotherCase(Set<String> anyOf) {
      for (String name : anyOf) {
        if (expanded.contains(name.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      return false;
    }
  }
}
