package hotshoe.core.caller;

import hotshoe.caller.Caller;
import hotshoe.core.caller.AccountBook.Holder;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in by name and password, and programs by token. Safe for use by many threads. */
final class Logins {

  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

  private final AccountStore store;
  private final Passwords passwords;
  private final Guesses guesses;

  Logins(AccountStore store, Passwords passwords, Guesses guesses) {
    this.store = store;
    this.passwords = passwords;
    this.guesses = guesses;
  }

  Optional<Caller> authenticate(UserNotes notes, String name, SecretText password, String door) {
    try {
      Optional<Caller> caller = byPassword(name, password, door);
      caller.ifPresentOrElse(
          found -> notes.loggedIn(found.name(), door, "by password"),
          () -> notes.notLoggedIn(name, door, "wrong name or password"));
      return caller;
    } catch (ProblemException refused) {
      notes.notLoggedIn(name, door, refused.problems().get(0).code());
      throw refused;
    }
  }

  private Optional<Caller> byPassword(String name, SecretText password, String door) {
    String guessed = UserRules.folded(name);
    refuseIfTooMany(guessed);
    Optional<PasswordHash> known = store.book().find(name).map(Account::password);
    if (!passwords.matches(known, password, () -> refuseIfTooMany(guessed))) {
      guesses.failed(guessed);
      return Optional.empty();
    }
    guesses.succeeded(guessed);
    Optional<Account> still =
        store.book().find(name).filter(account -> Optional.of(account.password()).equals(known));
    still.ifPresent(account -> renew(account, password));
    return still.map(account -> caller(account, door));
  }

  private void refuseIfTooMany(String guessed) {
    Optional<Duration> wait = guesses.toWait(guessed);
    if (wait.isPresent()) {
      throw new ProblemException(UserProblems.tooManyFailures(guessed, wait.get()));
    }
  }

  /** Hashes a password anew when the parameters have changed since; the login counts anyway. */
  private void renew(Account account, SecretText password) {
    if (!passwords.isOutdated(account.password())) {
      return;
    }
    try {
      PasswordHash fresh = passwords.hash(password);
      store.change(
          book ->
              book.find(account.name())
                  .filter(now -> now.password().equals(account.password()))
                  .map(now -> book.with(now.withPassword(fresh)))
                  .orElse(book));
    } catch (ProblemException failure) {
      LOG.warn("a password keeps its old hash: {}", failure.getMessage());
    }
  }

  Optional<Caller> authenticate(UserNotes notes, SecretText token, String door) {
    Optional<Holder> holder =
        Tokens.isPlausible(token)
            ? store.book().holder(Tokens.digest(token))
            : Optional.<Holder>empty();
    holder.ifPresent(found -> store.used(found.key()));
    holder.ifPresentOrElse(
        found -> notes.loggedIn(found.account().name(), door, "by token " + found.key().name()),
        () -> notes.notLoggedIn("", door, "unknown token"));
    return holder.map(found -> caller(found.account(), door));
  }

  private static Caller caller(Account account, String door) {
    return new Caller(account.name(), account.roles(), door);
  }
}
