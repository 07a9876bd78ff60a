package hotshoe.caller;

import hotshoe.type.SecretText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users and their tokens, kept in a file with a modern password hash. A change is on disk when
 * its method returns. Safe for many threads.
 *
 * <p>Every change and every attempt to log in is noted in the audit under the caller whose view
 * this is, see {@link #as}. What cannot be done throws a {@link hotshoe.problem.ProblemException}
 * with every problem found: unknown users and roles with the nearest known name, names and
 * passwords out of bounds, the last administrator's removal, a caller without the role.
 */
@ProviderType
public interface Users {

  /**
   * The same users, seen and changed by this caller. The service itself is the host's own view; a
   * door uses the view of whom it authenticated, and changes through it need the role {@code
   * pool-admin}, except for one's own password and tokens. Costs next to nothing; needs no closing.
   */
  Users as(Caller caller);

  /** The names of all users with their roles, by name. */
  List<User> list();

  /**
   * A user as it is listed.
   *
   * @param name the name
   * @param roles the names of its roles
   * @param tokens its tokens, by name
   */
  record User(String name, Set<String> roles, List<Token> tokens) {
    public User {
      Objects.requireNonNull(name, "name");
      roles = Set.copyOf(roles);
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * A token as it is listed; the token itself is shown once, when it is made.
   *
   * @param name the name its user gave it
   * @param created when it was made
   * @param used when it was last used, to the minute; empty when never
   */
  record Token(String name, Instant created, Optional<Instant> used) {
    public Token {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(created, "created");
      Objects.requireNonNull(used, "used");
    }
  }

  /**
   * The caller behind a name and password, or empty; takes equally long whether there is such a
   * user or not. The caller's roles are those of this moment. Throws when too many attempts failed
   * or too many wait, without looking at the password: the problem says when to try again.
   *
   * @param door through which door they come
   */
  Optional<Caller> authenticate(String name, SecretText password, String door);

  /**
   * The caller behind a token, or empty.
   *
   * @param door through which door they come
   */
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
