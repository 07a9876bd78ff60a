package hotshoe.inventory;

import java.util.Objects;

/**
 * Text that is encrypted and stays so ({@code !vault}, row AN-31).
 *
 * @param ciphertext as it is written
 */
public record VaultText(String ciphertext) {
  public VaultText {
    Objects.requireNonNull(ciphertext, "ciphertext");
  }
}
