package hotshoe.inventory.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypted files and texts in the form 1.1 and 1.2 of Ansible Vault with AES256. */
public final class Vault {

  private static final int ROUNDS = 10_000;
  private static final int KEY = 32;
  private static final int BLOCK = 16;

  private Vault() {}

  /** What is inside, if this password opens it. */
  public static Optional<byte[]> opened(byte[] envelope, String password) {
    try {
      String text = new String(envelope, StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\n');
      boolean isKnown =
          end > 0
              && text.substring(0, end).strip().matches("\\$ANSIBLE_VAULT;1\\.[12];AES256(;.*)?");
      return isKnown
          ? decrypted(text.substring(end).replaceAll("\\s", ""), password)
          : Optional.empty();
    } catch (IllegalArgumentException | GeneralSecurityException broken) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decrypted(String outer, String password)
      throws GeneralSecurityException {
    HexFormat hex = HexFormat.of();
    String[] parts =
        new String(hex.parseHex(outer), StandardCharsets.ISO_8859_1).strip().split("\n");
    if (parts.length != 3) {
      return Optional.empty();
    }
    byte[] keys = keys(password, hex.parseHex(parts[0].strip()));
    byte[] ciphertext = hex.parseHex(parts[2].strip());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA256"));
    if (!MessageDigest.isEqual(mac.doFinal(ciphertext), hex.parseHex(parts[1].strip()))) {
      return Optional.empty();
    }
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(keys, 0, KEY, "AES"),
        new IvParameterSpec(keys, 2 * KEY, BLOCK));
    byte[] padded = cipher.doFinal(ciphertext);
    int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
    return padding < 1 || padding > Math.min(BLOCK, padded.length)
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(padded, padded.length - padding));
  }

  private static byte[] keys(String password, byte[] salt) throws GeneralSecurityException {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt, ROUNDS, (2 * KEY + BLOCK) * Byte.SIZE);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
  }
}
