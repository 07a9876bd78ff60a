package hotshoe.core.caller;

import hotshoe.core.caller.Account.Key;
import hotshoe.core.storage.PrivateFile;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users and their file. A change is on disk before anybody sees it; reading never waits. Safe
 * for use by many threads.
 */
final class AccountStore {

  private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);

  private static final long BETWEEN_WRITES = Duration.ofMinutes(1).toNanos();

  private final PrivateFile file;
  private final Map<String, Instant> uses = new ConcurrentHashMap<>();
  private final AtomicLong usesWritten = new AtomicLong(System.nanoTime() - BETWEEN_WRITES);
  private volatile boolean closed;
  private volatile AccountBook book = AccountBook.empty();
  private volatile Optional<Problem> barred = Optional.empty();

  /** Reads what is there, and logs what is wrong with it. */
  AccountStore(Path path) {
    file = new PrivateFile(path);
    read();
  }

  private void read() {
    try {
      Optional<byte[]> content = file.read();
      if (content.isPresent()) {
        book = AccountFormat.read(content.get());
      } else {
        findAside().ifPresent(aside -> LOG.error(UserProblems.stillAside(aside).sentence()));
      }
    } catch (IOException failure) {
      bar(PrivateFile.words(failure));
    } catch (AccountFormat.Damaged damaged) {
      setAside(damaged.getMessage());
    }
  }

  private void setAside(String why) {
    try {
      LOG.error(UserProblems.setAside(file.setAside(), why).sentence());
    } catch (IOException failure) {
      bar(why + ", and it cannot be set aside: " + PrivateFile.words(failure));
    }
  }

  /** What cannot be read must not be written over either. */
  private void bar(String why) {
    Problem problem = UserProblems.unreadable(why);
    barred = Optional.of(problem);
    LOG.error(problem.sentence());
  }

  AccountBook book() {
    return book;
  }

  /** Whether nobody has ever been there, as against users that got lost. */
  boolean isNew() {
    try {
      return book.isEmpty() && barred.isEmpty() && findAside().isEmpty();
    } catch (IOException unknown) {
      return false;
    }
  }

  private Optional<Path> findAside() throws IOException {
    Path folder = file.path().toAbsolutePath().getParent();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, file.path().getFileName() + ".unreadable-*")) {
      for (Path aside : found) {
        return Optional.of(aside);
      }
      return Optional.empty();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Optional.empty();
    }
  }

  /** Makes a step, which may refuse by throwing; it is on disk when this returns. */
  synchronized void change(UnaryOperator<AccountBook> step) {
    if (barred.isPresent()) {
      throw new ProblemException(barred.get());
    }
    AccountBook next = step.apply(book);
    if (next != book) {
      AccountBook whole = withUses(next);
      write(whole);
      book = whole;
    }
  }

  private void write(AccountBook next) {
    try {
      file.replace(AccountFormat.write(next));
      usesWritten.set(System.nanoTime());
    } catch (IOException failure) {
      throw new ProblemException(UserProblems.notWritten(PrivateFile.words(failure)), failure);
    }
  }

  /** When a token was last used; by and by that is on disk as well. */
  void used(Key key) {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    if (!minute.equals(uses.put(key.digest(), minute))) {
      long last = usesWritten.get();
      boolean due = System.nanoTime() - last >= BETWEEN_WRITES;
      if (due && usesWritten.compareAndSet(last, System.nanoTime())) {
        Thread writing = new Thread(this::writeUses, "hotshoe users");
        writing.setDaemon(true);
        writing.start();
      }
    }
  }

  /** Writes down when tokens were used, and leaves the file to others. */
  synchronized void close() {
    writeUses();
    closed = true;
  }

  private synchronized void writeUses() {
    if (closed) {
      return;
    }
    try {
      change(before -> isWritten(before) ? before : withUses(before));
    } catch (ProblemException failure) {
      LOG.warn("when tokens were used is not written down: {}", failure.getMessage());
    }
  }

  private boolean isWritten(AccountBook before) {
    return before.all().stream()
        .flatMap(account -> account.keys().stream())
        .allMatch(key -> isUpToDate(key));
  }

  private boolean isUpToDate(Key key) {
    return current(key).equals(key);
  }

  private Key current(Key key) {
    return key.usedAt(Optional.ofNullable(uses.get(key.digest())).or(key::used));
  }

  private AccountBook withUses(AccountBook before) {
    uses.keySet().removeIf(digest -> before.holder(digest).isEmpty());
    return new AccountBook(before.all().stream().map(this::current).toList());
  }

  /** A user with what is known of its tokens' use. */
  Account current(Account account) {
    return account.withKeys(account.keys().stream().map(this::current).toList());
  }
}
