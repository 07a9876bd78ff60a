package hotshoe.type;

import java.util.Arrays;

/** Immutable bytes with value equality. */
public final class BytesValue {

  private final byte[] bytes;

  private BytesValue(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies the bytes. */
  public static BytesValue of(byte[] bytes) {
    return new BytesValue(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** How many there are. */
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytesValue value && Arrays.equals(value.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
