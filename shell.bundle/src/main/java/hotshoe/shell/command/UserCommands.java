package hotshoe.shell.command;

import hotshoe.caller.Role;
import hotshoe.caller.Roles;
import hotshoe.caller.Users;
import hotshoe.caller.Users.User;
import hotshoe.shell.command.Completes.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code user:*}: who may come through the doors, and as what. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=user",
      "osgi.command.function=list",
      "osgi.command.function=add",
      "osgi.command.function=remove",
      "osgi.command.function=password",
      "osgi.command.function=roles"
    })
public class UserCommands implements Assistant {

  private final Users users;
  private final Roles roles;

  @Activate
  public UserCommands(@Reference Users users, @Reference Roles roles) {
    this.users = users;
    this.roles = roles;
  }

  @Descriptor("lists the users with their roles and tokens")
  @Examples("user:list")
  public Listing<User> list(CommandSession session) {
    return new Listing<>(User.class, own(session).list());
  }

  @Descriptor("adds a user; the password is asked for, or read from the input")
  @Examples({"user:add ann pool-operator", "echo 'a long pass phrase' | user:add robot read-only"})
  public String add(
      CommandSession session,
      @Descriptor("the user's name") String name,
      @Descriptor("what the user may do; role:list lists them") @Completes(Kind.ROLE)
          String... role)
      throws InterruptedException {
    own(session).add(name, new Answers(Dialogue.of(session)).password(name), words(role));
    return "The user " + name + " is there" + (role.length == 0 ? ", without a role." : ".");
  }

  @Descriptor("removes a user with all tokens")
  @Examples("user:remove ann")
  public String remove(
      CommandSession session, @Descriptor("the user's name") @Completes(Kind.USER) String name) {
    own(session).remove(name);
    return "The user " + name + " is gone.";
  }

  @Descriptor("gives a user another password, which is asked for, or read from the input")
  @Examples("user:password ann")
  public String password(
      CommandSession session, @Descriptor("the user's name") @Completes(Kind.USER) String name)
      throws InterruptedException {
    own(session).password(name, new Answers(Dialogue.of(session)).password(name));
    return "The user " + name + " has another password.";
  }

  @Descriptor("gives a user these roles and no others")
  @Examples("user:roles ann pool-operator vm-admin")
  public String roles(
      CommandSession session,
      @Descriptor("the user's name") @Completes(Kind.USER) String name,
      @Descriptor("what the user may do; none at all is possible") @Completes(Kind.ROLE)
          String... role) {
    own(session).roles(name, words(role));
    String given = role.length == 0 ? "no role" : "the roles " + String.join(", ", role);
    return "The user " + name + " has " + given + ".";
  }

  private Users own(CommandSession session) {
    return users.as(Dialogue.caller(session));
  }

  private static Set<String> words(String... written) {
    return Arrays.stream(written)
        .flatMap(word -> Arrays.stream(word.split(",")))
        .filter(word -> !word.isBlank())
        .collect(Collectors.toSet());
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    if (kind == Kind.USER) {
      return words.size() > 1
          ? List.of()
          : users.list().stream().map(u -> Offer.of(u.name(), "")).toList();
    }
    return kind == Kind.ROLE && words.size() > 1
        ? roles.list().stream().map(UserCommands::offer).toList()
        : List.of();
  }

  private static Offer offer(Role role) {
    return Offer.of(role.name(), role.description());
  }
}
