package hotshoe.shell.command;

import hotshoe.slice.SliceReport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What every thread was doing at one moment.
 *
 * @param taken the moment
 * @param threads all threads, by name
 * @param deadlocked the names of threads that wait for each other for ever
 * @param slices the slices
 */
public record Dump(
    Instant taken, List<ThreadInfo> threads, List<String> deadlocked, List<SliceReport> slices) {

  public Dump {
    threads = List.copyOf(threads);
    deadlocked = List.copyOf(deadlocked);
    slices = List.copyOf(slices);
  }

  static Dump now(List<SliceReport> slices) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    List<ThreadInfo> threads =
        Arrays.stream(bean.dumpAllThreads(true, true))
            .sorted(Comparator.comparing(ThreadInfo::getThreadName))
            .toList();
    return new Dump(Instant.now(), threads, deadlocked(bean, threads), slices);
  }

  private static List<String> deadlocked(ThreadMXBean bean, List<ThreadInfo> threads) {
    long[] ids = Optional.ofNullable(bean.findDeadlockedThreads()).orElse(new long[0]);
    return threads.stream()
        .filter(thread -> Arrays.stream(ids).anyMatch(id -> id == thread.getThreadId()))
        .map(ThreadInfo::getThreadName)
        .toList();
  }
}
