package hotshoe.shell.command;

import hotshoe.caller.Role;
import hotshoe.caller.Roles;
import hotshoe.caller.Users;
import hotshoe.caller.Users.User;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code role:*}: what a caller may be. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=role",
      "osgi.command.function=list",
      "osgi.command.function=info"
    })
public class RoleCommands implements Assistant {

  private final Roles roles;
  private final Users users;

  @Activate
  public RoleCommands(@Reference Roles roles, @Reference Users users) {
    this.roles = roles;
    this.users = users;
  }

  /**
   * A role with all that follows from it.
   *
   * @param role the role
   * @param everything the roles that it includes, directly or not, itself left out
   * @param users who has it
   */
  public record Details(Role role, Set<String> everything, List<String> users) {
    public Details {
      everything = java.util.Collections.unmodifiableSet(new TreeSet<>(everything));
      users = List.copyOf(users);
    }
  }

  @Descriptor("lists the roles, the least first")
  @Examples("role:list")
  public Listing<Role> list() {
    return new Listing<>(Role.class, roles.list());
  }

  @Descriptor("tells what a role includes and who has it")
  @Examples("role:info pool-operator")
  public Details info(@Descriptor("its name") @Completes(Kind.ROLE) String name) {
    Role role = roles.find(name).orElseThrow(() -> new ProblemException(unknown(name)));
    Set<String> everything = new TreeSet<>(roles.expand(Set.of(role.name())));
    everything.remove(role.name());
    return new Details(role, everything, having(role));
  }

  private List<String> having(Role role) {
    return users.list().stream()
        .filter(user -> user.roles().stream().anyMatch(role.name()::equalsIgnoreCase))
        .map(User::name)
        .toList();
  }

  private Problem unknown(String name) {
    List<String> known = roles.list().stream().map(Role::name).toList();
    return Problem.error("HS-SHELL-019", "there is no role '" + name + "'")
        .advising(Candidates.advice(name, known, "role:list lists all of them"));
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return roles.list().stream().map(r -> Offer.of(r.name(), r.description())).toList();
  }
}
