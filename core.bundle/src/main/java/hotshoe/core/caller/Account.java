package hotshoe.core.caller;

import hotshoe.caller.Users.Token;
import hotshoe.caller.Users.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user as it is kept.
 *
 * @param name as it was written when it was added
 * @param password its password, hashed
 * @param roles the names of its roles, also of those that nobody knows at the moment
 * @param keys its tokens, by name
 */
record Account(String name, PasswordHash password, Set<String> roles, List<Key> keys) {

  /**
   * A token as it is kept.
   *
   * @param name the name its user gave it
   * @param digest its SHA-256 in small hexadecimal digits
   * @param created when it was made
   * @param used when it was last used, as far as it is written down
   */
  record Key(String name, String digest, Instant created, Optional<Instant> used) {
    Key {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(created, "created");
      Objects.requireNonNull(used, "used");
    }

    Key usedAt(Optional<Instant> moment) {
      return new Key(name, digest, created, moment);
    }
  }

  Account {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(password, "password");
    roles = Set.copyOf(roles);
    keys = List.copyOf(keys);
  }

  Account withPassword(PasswordHash other) {
    return new Account(name, other, roles, keys);
  }

  Account withRoles(Set<String> others) {
    return new Account(name, password, others, keys);
  }

  Account withKeys(List<Key> others) {
    return new Account(name, password, roles, others);
  }

  Account with(Key key) {
    return withKeys(
        Stream.concat(keys.stream(), Stream.of(key))
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList());
  }

  Optional<Key> key(String keyName) {
    return keys.stream().filter(key -> key.name().equals(keyName)).findFirst();
  }

  /** As it is listed. */
  User shown() {
    return new User(
        name,
        roles,
        keys.stream().map(key -> new Token(key.name(), key.created(), key.used())).toList());
  }
}
