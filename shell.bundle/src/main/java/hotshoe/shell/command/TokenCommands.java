package hotshoe.shell.command;

import hotshoe.caller.Users;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.type.SecretText;
import java.util.Collection;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code token:*}: what programs show in the place of a password. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=token",
      "osgi.command.function=list",
      "osgi.command.function=add",
      "osgi.command.function=remove"
    })
public class TokenCommands implements Assistant {

  private final Users users;

  @Activate
  public TokenCommands(@Reference Users users) {
    this.users = users;
  }

  /**
   * A token with whose it is.
   *
   * @param user the user
   * @param token the token as it is listed
   */
  public record Owned(String user, Users.Token token) {}

  /**
   * A token that was made just now, shown this once.
   *
   * @param user whose it is
   * @param name what it is called
   * @param token the token itself
   */
  public record NewToken(String user, String name, SecretText token) {}

  @Descriptor("lists all tokens with their age, never the tokens themselves")
  @Examples("token:list")
  public Listing<Owned> list(CommandSession session) {
    return new Listing<>(
        Owned.class,
        users.as(Dialogue.caller(session)).list().stream()
            .flatMap(user -> user.tokens().stream().map(token -> new Owned(user.name(), token)))
            .toList());
  }

  @Descriptor("makes a token for a user and shows it, this once")
  @Examples("token:add ann laptop")
  public NewToken add(
      CommandSession session,
      @Descriptor("whose it is") @Completes(Kind.USER) String user,
      @Descriptor("what to call it") String name) {
    return new NewToken(user, name, users.as(Dialogue.caller(session)).addToken(user, name));
  }

  @Descriptor("revokes a token")
  @Examples("token:remove ann laptop")
  public String remove(
      CommandSession session,
      @Descriptor("whose it is") @Completes(Kind.USER) String user,
      @Descriptor("what it is called") @Completes(Kind.TOKEN) String name) {
    users.as(Dialogue.caller(session)).removeToken(user, name);
    return "The token " + name + " of " + user + " is revoked.";
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    if (words.size() == 1) {
      return kind == Kind.USER
          ? users.list().stream().map(user -> Offer.of(user.name(), "")).toList()
          : List.of();
    }
    return users.list().stream()
        .filter(user -> kind == Kind.TOKEN && user.name().equals(words.get(1)))
        .flatMap(user -> user.tokens().stream())
        .map(token -> Offer.of(token.name(), ""))
        .toList();
  }
}
