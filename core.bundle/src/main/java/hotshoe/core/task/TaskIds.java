package hotshoe.core.task;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes identifiers: 13 letters and digits that sort as they were made. They begin with the time,
 * so those of a later process are greater; should the clock have been set back, {@link #exceed}
 * sees to that.
 */
final class TaskIds {

  private static final int LENGTH = 13;
  private static final int COUNTER_BITS = 20;
  private static final byte[] SIGNS =
      "0123456789abcdefghjkmnpqrstvwxyz".getBytes(StandardCharsets.ISO_8859_1);

  private final AtomicLong latest = new AtomicLong();

  /** The next identifier, for a task that is asked for at this time. */
  String next(long millis) {
    long wanted = millis << COUNTER_BITS;
    long before = latest.get();
    long next = Math.max(before + 1, wanted);
    while (!latest.compareAndSet(before, next)) {
      before = latest.get();
      next = Math.max(before + 1, wanted);
    }
    return text(next);
  }

  /** From now on every identifier is greater than this one. */
  void exceed(String id) {
    long value = value(id);
    latest.accumulateAndGet(value, Math::max);
  }

  private static String text(long value) {
    byte[] signs = new byte[LENGTH];
    long rest = value;
    for (int i = LENGTH - 1; i >= 0; i--) {
      signs[i] = SIGNS[(int) (rest & 31)];
      rest >>>= 5;
    }
    return new String(signs, StandardCharsets.ISO_8859_1);
  }

  /** 0 for what is no identifier of ours. */
  private static long value(String id) {
    long value = 0;
    for (int i = 0; i < id.length() && id.length() == LENGTH; i++) {
      int digit = digit(id.charAt(i));
      if (digit < 0) {
        return 0;
      }
      value = value << 5 | digit;
    }
    return Math.max(0, value);
  }

  private static int digit(char sign) {
    for (int i = 0; i < SIGNS.length; i++) {
      if (SIGNS[i] == sign) {
        return i;
      }
    }
    return -1;
  }
}
