package hotshoe.core.caller;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.Caller;
import hotshoe.caller.Roles;
import hotshoe.caller.Users;
import hotshoe.configuration.Configuration;
import hotshoe.core.caller.Account.Key;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The users in {@code data/users.json} as one caller has them. The component is the host's own
 * view; {@link AccountStore} keeps the users themselves.
 */
@Component(service = {Users.class, LocalUsers.class})
public final class LocalUsers implements Users {

  private static final Access ADMINISTER = Access.role(RoleBook.ADMINISTRATOR);
  private static final int MOST_USERS = 10_000;
  private static final int MOST_TOKENS = 100;

  private final AccountStore store;
  private final Passwords passwords;
  private final Logins logins;
  private final Roles roles;
  private final Authority authority;
  private final UserNotes notes;
  private final Caller caller;

  /** Reads the users; hashes nothing yet. */
  @Activate
  public LocalUsers(
      @Reference Configuration configuration,
      @Reference Roles roles,
      @Reference Authority authority,
      @Reference Audit audit) {
    this.roles = roles;
    this.authority = authority;
    this.notes = new UserNotes(audit, Caller.HOST);
    this.caller = Caller.HOST;
    store = new AccountStore(configuration.path("data").resolve("users.json"));
    passwords =
        new Passwords(
            HashCost.of(configuration),
            HashCost.bounded(configuration, "users.hashes-at-once", 1, 64));
    int failures = HashCost.bounded(configuration, "users.failures-a-minute", 1, 1_000_000);
    logins = new Logins(store, passwords, new Guesses(failures, System::nanoTime));
  }

  private LocalUsers(LocalUsers all, Caller caller) {
    this.store = all.store;
    this.passwords = all.passwords;
    this.logins = all.logins;
    this.roles = all.roles;
    this.authority = all.authority;
    this.notes = all.notes.by(caller);
    this.caller = caller;
  }

  /** Writes down when tokens were used last. */
  @Deactivate
  public void close() {
    store.close();
  }

  @Override
  public Users as(Caller other) {
    return new LocalUsers(this, other);
  }

  /** Whether nobody has ever been there, as against users that got lost. */
  boolean isNew() {
    return store.isNew();
  }

  @Override
  public List<User> list() {
    boolean all = authority.allows(caller, ADMINISTER);
    return store.book().all().stream()
        .filter(account -> all || isOwn(account.name()))
        .map(account -> store.current(account).shown())
        .toList();
  }

  @Override
  public Optional<Caller> authenticate(String name, SecretText password, String door) {
    return logins.authenticate(notes, name, password, door);
  }

  @Override
  public Optional<Caller> authenticate(SecretText token, String door) {
    return logins.authenticate(notes, token, door);
  }

  @Override
  public void add(String name, SecretText password, Set<String> given) {
    mayAdminister("user.add", name);
    notes.changed("user.add", name, () -> addChecked(name, password, given));
  }

  private void addChecked(String name, SecretText password, Set<String> given) {
    List<Problem> problems = new ArrayList<>();
    UserRules.checkName(name, problems);
    UserRules.checkPassword(name, password, problems);
    Set<String> known = UserRules.checkRoles(given, roles, problems);
    refuse(problems);
    refuseIfThere(store.book(), name);
    Account account = new Account(name, passwords.hash(password), known, List.of());
    store.change(
        book -> {
          refuseIfThere(book, name);
          return book.with(account);
        });
  }

  private static void refuseIfThere(AccountBook book, String name) {
    if (book.find(name).isPresent()) {
      throw new ProblemException(UserProblems.userExists(name));
    }
    if (book.size() >= MOST_USERS) {
      throw new ProblemException(UserProblems.tooMany("users", MOST_USERS));
    }
  }

  @Override
  public void password(String name, SecretText password) {
    mayDoOwn("user.password", name);
    notes.changed("user.password", name, () -> passwordChecked(name, password));
  }

  private void passwordChecked(String name, SecretText password) {
    require(store.book(), name);
    List<Problem> problems = new ArrayList<>();
    UserRules.checkPassword(name, password, problems);
    refuse(problems);
    PasswordHash hash = passwords.hash(password);
    replace(name, account -> account.withPassword(hash));
  }

  @Override
  public void roles(String name, Set<String> given) {
    mayAdminister("user.roles", name);
    notes.changed("user.roles", name, () -> rolesChecked(name, given));
  }

  private void rolesChecked(String name, Set<String> given) {
    require(store.book(), name);
    List<Problem> problems = new ArrayList<>();
    Set<String> known = UserRules.checkRoles(given, roles, problems);
    refuse(problems);
    store.change(
        book -> {
          Account account = require(book, name);
          return withAdministrator(book, book.with(account.withRoles(known)), account.name());
        });
  }

  @Override
  public void remove(String name) {
    mayAdminister("user.remove", name);
    notes.changed(
        "user.remove",
        name,
        () ->
            store.change(
                book -> {
                  Account account = require(book, name);
                  return withAdministrator(book, book.without(name), account.name());
                }));
  }

  /** The step, unless it would take the last administrator away. */
  private AccountBook withAdministrator(AccountBook before, AccountBook after, String user) {
    if (hasAdministrator(before) && !hasAdministrator(after)) {
      throw new ProblemException(UserProblems.lastAdministrator(user));
    }
    return after;
  }

  private boolean hasAdministrator(AccountBook book) {
    return book.all().stream()
        .anyMatch(account -> roles.expand(account.roles()).contains(RoleBook.ADMINISTRATOR));
  }

  @Override
  public SecretText addToken(String user, String tokenName) {
    mayDoOwn("user.token-add", user);
    SecretText token = Tokens.random(new SecureRandom());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Key key = new Key(tokenName, Tokens.digest(token), now, Optional.empty());
    notes.changed("user.token-add", user + "/" + tokenName, () -> addChecked(user, key));
    return token;
  }

  private void addChecked(String user, Key key) {
    require(store.book(), user);
    List<Problem> problems = new ArrayList<>();
    UserRules.checkTokenName(key.name(), problems);
    refuse(problems);
    replace(
        user,
        account -> {
          if (account.key(key.name()).isPresent()) {
            throw new ProblemException(UserProblems.tokenExists(account.name(), key.name()));
          }
          if (account.keys().size() >= MOST_TOKENS) {
            throw new ProblemException(UserProblems.tooMany("tokens of a user", MOST_TOKENS));
          }
          return account.with(key);
        });
  }

  @Override
  public void removeToken(String user, String tokenName) {
    mayDoOwn("user.token-remove", user);
    notes.changed(
        "user.token-remove",
        user + "/" + tokenName,
        () -> replace(user, account -> withoutToken(account, tokenName)));
  }

  private static Account withoutToken(Account account, String tokenName) {
    if (account.key(tokenName).isEmpty()) {
      List<String> known = account.keys().stream().map(Key::name).toList();
      throw new ProblemException(UserProblems.unknownToken(account.name(), tokenName, known));
    }
    return account.withKeys(
        account.keys().stream().filter(key -> !key.name().equals(tokenName)).toList());
  }

  private void replace(String name, UnaryOperator<Account> step) {
    store.change(book -> book.with(step.apply(require(book, name))));
  }

  private static Account require(AccountBook book, String name) {
    return book.find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    UserProblems.unknownUser(
                        name, book.all().stream().map(Account::name).toList())));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private void mayDoOwn(String action, String user) {
    if (!isOwn(user)) {
      mayAdminister(action, user);
    }
  }

  private boolean isOwn(String user) {
    return UserRules.folded(user).equals(UserRules.folded(caller.name()));
  }

  private void mayAdminister(String action, String user) {
    Optional<Problem> refusal = authority.refusal(caller, action, ADMINISTER, Map.of());
    if (refusal.isPresent()) {
      notes.denied(action, user, refusal.get());
      throw new ProblemException(refusal.get());
    }
  }
}
