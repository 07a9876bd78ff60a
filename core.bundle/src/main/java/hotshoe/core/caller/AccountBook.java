package hotshoe.core.caller;

import hotshoe.core.caller.Account.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All users at one moment; immutable. Names are found whatever their case. */
final class AccountBook {

  private final SortedMap<String, Account> byName = new TreeMap<>();
  private final Map<String, Holder> byDigest = new HashMap<>();

  /** Whose token it is, and which. */
  record Holder(Account account, Key key) {}

  AccountBook(Collection<Account> accounts) {
    for (Account account : accounts) {
      byName.put(UserRules.folded(account.name()), account);
      account.keys().forEach(key -> byDigest.put(key.digest(), new Holder(account, key)));
    }
  }

  static AccountBook empty() {
    return new AccountBook(List.of());
  }

  /** By name. */
  List<Account> all() {
    return List.copyOf(byName.values());
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  int size() {
    return byName.size();
  }

  Optional<Account> find(String name) {
    return Optional.ofNullable(byName.get(UserRules.folded(name)));
  }

  Optional<Holder> holder(String digest) {
    return Optional.ofNullable(byDigest.get(digest));
  }

  /** The same with this user in the place of the one of that name, if there is one. */
  AccountBook with(Account account) {
    SortedMap<String, Account> next = new TreeMap<>(byName);
    next.put(UserRules.folded(account.name()), account);
    return new AccountBook(next.values());
  }

  AccountBook without(String name) {
    SortedMap<String, Account> next = new TreeMap<>(byName);
    next.remove(UserRules.folded(name));
    return new AccountBook(next.values());
  }
}
