package hotshoe.caller;

import hotshoe.type.SecretText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users and their tokens, kept in a file with a modern password hash. Safe for many threads.
 */
@ProviderType
public interface Users {

  /** The names of all users with their roles, by name. */
  List<User> list();

  /**
   * A user as it is listed.
   *
   * @param name the name
   * @param roles the names of its roles
   * @param tokens the names of its tokens
   */
  record User(String name, Set<String> roles, List<String> tokens) {}

  /** The caller behind a name and password, or empty; takes equally long either way. */
  Optional<Caller> authenticate(String name, SecretText password, String door);

  /** The caller behind a token, or empty. */
  Optional<Caller> authenticate(SecretText token, String door);

  /** Adds a user. */
  void add(String name, SecretText password, Set<String> roles);

  /** Gives a user another password. */
  void password(String name, SecretText password);

  /** Gives a user other roles. */
  void roles(String name, Set<String> roles);

  /** Removes a user with its tokens. */
  void remove(String name);

  /** Makes a token; it is shown this once. */
  SecretText addToken(String user, String tokenName);

  /** Revokes a token. */
  void removeToken(String user, String tokenName);
}
