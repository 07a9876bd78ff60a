package hotshoe.process.launch;

import hotshoe.process.ProcessLimits;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits that the shell's {@code ulimit} can set before it makes way for the executable. One
 * that cannot be set is already lower than what was wanted.
 */
final class Restraints {

  private static final long KIBIBYTE = 1024;
  private static final long BLOCK = 512;
  private static final long ALMOST_A_SECOND = 999_999_999;

  private Restraints() {}

  /**
   * The lines of a shell script; empty when nothing is limited.
   *
   * @param memory whether memory has to be limited in this way, for want of a better one
   * @param processes whether processes have to be
   */
  static String script(ProcessLimits limits, boolean memory, boolean processes) {
    StringBuilder script = new StringBuilder();
    if (memory) {
      add(script, "-v", scaled(limits.memory(), KIBIBYTE));
    }
    add(script, "-t", seconds(limits));
    add(script, "-n", limits.openFiles());
    add(script, "-f", scaled(limits.fileSize(), BLOCK));
    if (processes && limits.processes().isPresent()) {
      long count = limits.processes().getAsLong();
      // POSIX names neither: most shells say u, where dash says p
      script.append("ulimit -u " + count + " 2>/dev/null || ulimit -p " + count);
      script.append(" 2>/dev/null || :\n");
    }
    return script.toString();
  }

  private static void add(StringBuilder script, String option, OptionalLong value) {
    value.ifPresent(
        limit -> script.append("ulimit " + option + " " + limit + " 2>/dev/null || :\n"));
  }

  private static OptionalLong scaled(OptionalLong bytes, long unit) {
    return bytes.isPresent()
        ? OptionalLong.of(Math.max(1, bytes.getAsLong() / unit))
        : OptionalLong.empty();
  }

  private static OptionalLong seconds(ProcessLimits limits) {
    Optional<Long> seconds =
        limits.processorTime().map(time -> time.plusNanos(ALMOST_A_SECOND).toSeconds());
    return seconds.isPresent() ? OptionalLong.of(seconds.get()) : OptionalLong.empty();
  }
}
