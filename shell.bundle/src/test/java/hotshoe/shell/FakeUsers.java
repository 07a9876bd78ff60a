package hotshoe.shell;

import hotshoe.caller.Caller;
import hotshoe.caller.Users;
import hotshoe.type.SecretText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Users in memory. */
public final class FakeUsers implements Users {

  public final List<Caller> callers = new ArrayList<>();
  public final Map<String, String> passwords = new TreeMap<>();
  private final Map<String, User> users = new TreeMap<>();

  FakeUsers() {
    Instant made = Instant.parse("2026-11-20T08:00:00Z");
    users.put(
        "ann",
        new User(
            "ann",
            Set.of("pool-operator"),
            List.of(
                new Token("ci", made, Optional.empty()),
                new Token("laptop", made, Optional.of(made.plusSeconds(3600))))));
  }

  @Override
  public Users as(Caller caller) {
    callers.add(caller);
    return this;
  }

  @Override
  public List<User> list() {
    return List.copyOf(users.values());
  }

  @Override
  public Optional<Caller> authenticate(String name, SecretText password, String door) {
    return Optional.empty();
  }

  @Override
  public Optional<Caller> authenticate(SecretText token, String door) {
    return Optional.empty();
  }

  @Override
  public void add(String name, SecretText password, Set<String> roles) {
    users.put(name, new User(name, roles, List.of()));
    passwords.put(name, password.reveal());
  }

  @Override
  public void password(String name, SecretText password) {
    passwords.put(name, password.reveal());
  }

  @Override
  public void roles(String name, Set<String> roles) {
    users.put(name, new User(name, roles, users.get(name).tokens()));
  }

  @Override
  public void remove(String name) {
    users.remove(name);
  }

  @Override
  public SecretText addToken(String user, String tokenName) {
    return SecretText.of("hs_0123456789abcdef");
  }

  @Override
  public void removeToken(String user, String tokenName) {
    User known = users.get(user);
    users.put(
        user,
        new User(
            user,
            known.roles(),
            known.tokens().stream().filter(token -> !token.name().equals(tokenName)).toList()));
  }
}
