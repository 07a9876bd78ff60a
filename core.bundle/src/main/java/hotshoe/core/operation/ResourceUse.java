package hotshoe.core.operation;

import hotshoe.caller.Access;
import hotshoe.caller.Caller;
import hotshoe.core.caller.Authority;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call operations on one resource (row CS-54): whom its detail {@link Resource#USABLE_BY}
 * names. The one place that decides it, for every operation and every door.
 */
final class ResourceUse {

  private static final String ROLE = "role:";
  private static final Access ADMINISTER = Access.role("pool-admin");

  private final Authority authority;

  ResourceUse(Authority authority) {
    this.authority = authority;
  }

  /** Why this caller may not; empty when they may, and when nothing is said of who may. */
  Optional<Problem> refusal(Caller caller, String operation, Resource resource) {
    return Optional.ofNullable(resource.details().get(Resource.USABLE_BY))
        .filter(usableBy -> !isAmong(caller, usableBy.reveal()))
        .map(Detail::toString) // stars, where who may is nobody's business
        .map(shown -> OperationProblems.notYours(caller, operation, resource.ref(), shown));
  }

  private boolean isAmong(Caller caller, String usableBy) {
    List<String> named = Arrays.stream(usableBy.split(",")).map(String::strip).toList();
    Set<String> roles =
        named.stream()
            .filter(name -> name.startsWith(ROLE))
            .map(name -> name.substring(ROLE.length()).strip())
            .collect(Collectors.toSet());
    return named.contains(caller.name())
        || authority.allows(caller, ADMINISTER)
        || (!roles.isEmpty() && authority.allows(caller, new Access(roles, List.of())));
  }
}
