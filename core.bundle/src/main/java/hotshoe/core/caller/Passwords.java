package hotshoe.core.caller;

import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, only so many at a time: each takes memory, and whoever sends a
 * thousand at once must not get it all. Safe for use by many threads.
 */
final class Passwords {

  /** Those that may wait for their turn; more are sent away. */
  static final int MOST_WAITING = 64;

  private static final int LONGEST_WAIT_SECONDS = 10;

  private final HashCost cost;
  private final Semaphore turns;
  private final SecureRandom random = new SecureRandom();

  /** Hashes at this cost, and so many at once. */
  Passwords(HashCost cost, int atOnce) {
    this.cost = cost;
    this.turns = new Semaphore(atOnce, true);
  }

  /** A new hash with a salt of its own. */
  PasswordHash hash(SecretText password) {
    return inTurn(() -> fresh(password));
  }

  private PasswordHash fresh(SecretText password) {
    byte[] salt = new byte[PasswordHash.SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(cost, salt, hash(password, salt, cost, PasswordHash.HASH_BYTES));
  }

  /**
   * Whether a password is the one that was hashed. Without a hash one is made all the same, so that
   * the time taken does not tell who exists.
   *
   * @param still runs before the work begins, for much may have happened while this waited
   */
  boolean matches(Optional<PasswordHash> known, SecretText password, Runnable still) {
    return inTurn(
        () -> {
          still.run();
          SecretText bounded = UserRules.isHashable(password) ? password : SecretText.of("");
          if (known.isEmpty()) {
            fresh(bounded);
            return false;
          }
          return isSame(known.get(), bounded);
        });
  }

  private static boolean isSame(PasswordHash known, SecretText password) {
    byte[] expected = known.hash();
    byte[] given = hash(password, known.salt(), known.cost(), expected.length);
    return MessageDigest.isEqual(expected, given) && !password.reveal().isEmpty();
  }

  /** Whether a hash was made at another cost than the present one. */
  boolean isOutdated(PasswordHash known) {
    return !known.cost().equals(cost) || known.hash().length != PasswordHash.HASH_BYTES;
  }

  /** One character can be written in two ways, and keyboards differ in which. */
  private static byte[] hash(SecretText password, byte[] salt, HashCost cost, int length) {
    byte[] bytes =
        Normalizer.normalize(password.reveal(), Normalizer.Form.NFC)
            .getBytes(StandardCharsets.UTF_8);
    try {
      return Argon2.hash(bytes, salt, cost, length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    if (waiting() >= MOST_WAITING || !isTurn()) {
      throw new ProblemException(UserProblems.tooManyWait());
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** How many wait for their turn. */
  int waiting() {
    return turns.getQueueLength();
  }

  private boolean isTurn() {
    try {
      return turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
