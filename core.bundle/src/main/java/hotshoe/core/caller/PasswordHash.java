package hotshoe.core.caller;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hashed password with all it takes to check one against it, in the form that other programs read
 * as well: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class PasswordHash {

  static final int SALT_BYTES = 16;
  static final int HASH_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final HashCost cost;
  private final byte[] salt;
  private final byte[] hash;

  PasswordHash(HashCost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /** Reads one; empty when it is none, or would cost more than anybody could have meant. */
  static Optional<PasswordHash> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    HashCost cost = new HashCost(number(parts, 1), number(parts, 2), number(parts, 3));
    try {
      Base64.Decoder decoder = Base64.getDecoder();
      return Optional.of(
              new PasswordHash(
                  cost, decoder.decode(parts.group(4)), decoder.decode(parts.group(5))))
          .filter(parsed -> cost.isBearable());
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  HashCost cost() {
    return cost;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] hash() {
    return hash.clone();
  }

  /** The whole of it, as it stands in the file. */
  String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.kib(),
            cost.passes(),
            cost.lanes(),
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash that
        && cost.equals(that.cost)
        && Arrays.equals(salt, that.salt)
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  /** Nothing of it, for this ends up in logs. */
  @Override
  public String toString() {
    return "********";
  }
}
