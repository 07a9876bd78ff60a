package hotshoe.core.caller;

import hotshoe.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it costs to hash a password, and so what every guess costs.
 *
 * @param kib the memory, in KiB
 * @param passes how often it is gone over
 * @param lanes how many threads could share the work; we use one
 */
record HashCost(int kib, int passes, int lanes) {

  private static final Logger LOG = LoggerFactory.getLogger(HashCost.class);

  static final int LEAST_KIB = 1024;
  static final int MOST_KIB = 1 << 20;
  static final int MOST_PASSES = 100;
  static final int MOST_LANES = 16;

  /** What the operator wants, brought within bounds with a warning. */
  static HashCost of(Configuration configuration) {
    int kib = bounded(configuration, "users.hash-memory", LEAST_KIB, MOST_KIB);
    return new HashCost(kib, bounded(configuration, "users.hash-passes", 1, MOST_PASSES), 1);
  }

  /** An option brought within bounds, with a warning when it was not. */
  static int bounded(Configuration configuration, String key, int least, int most) {
    long given = configuration.number(key);
    int used = (int) Math.max(least, Math.min(most, given));
    if (used != given) {
      LOG.warn("{}", UserProblems.outOfBounds(key, given, used, least, most).sentence());
    }
    return used;
  }

  /** Whether a file may ask for it: a damaged one must not take all memory. */
  boolean isBearable() {
    return kib >= 8 * lanes
        && kib <= MOST_KIB
        && passes >= 1
        && passes <= MOST_PASSES
        && lanes >= 1
        && lanes <= MOST_LANES;
  }
}
