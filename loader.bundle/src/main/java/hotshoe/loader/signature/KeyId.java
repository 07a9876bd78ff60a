package hotshoe.loader.signature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The number by which minisign tells keys apart. It is chosen at random and proves nothing.
 *
 * @param value eight bytes, the lowest first
 */
record KeyId(long value) {

  static final int LENGTH = 8;

  /** The one at the position of these bytes. */
  static KeyId read(ByteBuffer bytes) {
    return new KeyId(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong());
  }

  /** As minisign shows it: without leading zeros. */
  @Override
  public String toString() {
    return String.format("%X", value);
  }
}
