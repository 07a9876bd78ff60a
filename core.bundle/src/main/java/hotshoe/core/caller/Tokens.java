package hotshoe.core.caller;

import hotshoe.type.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Tokens: random enough that a plain digest keeps them. They begin with a word of ours, so that
 * tools which look for leaked secrets can find them.
 */
final class Tokens {

  private static final String BEGINNING = "hotshoe_";
  private static final int BYTES = 32;
  private static final int LONGEST = 100;

  private Tokens() {}

  static SecretText random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return SecretText.of(BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether it could be one at all. */
  static boolean isPlausible(SecretText token) {
    return token.reveal().length() <= LONGEST && token.reveal().startsWith(BEGINNING);
  }

  static String digest(SecretText token) {
    try {
      byte[] bytes = token.reveal().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
