package hotshoe.type;

import java.util.Objects;

/**
 * A secret in memory. {@code toString} stars it out; {@link #reveal()} is the only way to read it.
 */
public final class SecretText {

  private final String value;

  private SecretText(String value) {
    this.value = value;
  }

  /** Wraps a secret. */
  public static SecretText of(String value) {
    return new SecretText(Objects.requireNonNull(value, "value"));
  }

  /** The secret itself; never log what this returns. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretText secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "********";
  }
}
