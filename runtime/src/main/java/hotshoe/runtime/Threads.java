package hotshoe.runtime;

import hotshoe.problem.Problem;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;

/** The launcher's own threads, and a picture of everybody's. */
final class Threads {

  private Threads() {}

  /** A thread that does not keep the process alive. */
  static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "hotshoe-" + name);
    thread.setDaemon(true);
    return thread;
  }

  /** Does the work on a thread of its own, and returns at once. */
  static void background(Runnable work) {
    daemon("background", work).start();
  }

  /** Waits for a thread, and tells whether it ended in time. */
  static boolean join(Thread thread, Duration limit) {
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** The problem that a stop takes too long. */
  static Problem notStopped(Duration limit) {
    return Problem.error("HS-HOST-005", "the host did not stop within " + limit.toSeconds() + " s")
        .because("some thread does not come back")
        .advising("look for it in a thread dump");
  }

  /** What every thread is doing, and what it waits for. */
  static String dump() {
    StringBuilder text = new StringBuilder();
    ThreadInfo[] all = ManagementFactory.getThreadMXBean().dumpAllThreads(true, true);
    Arrays.stream(all)
        .sorted(Comparator.comparing(ThreadInfo::getThreadName))
        .forEach(thread -> describe(thread, text));
    return text.toString();
  }

  private static void describe(ThreadInfo thread, StringBuilder text) {
    text.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
    LockInfo awaited = thread.getLockInfo();
    if (awaited != null) {
      text.append(" on ").append(awaited);
    }
    if (thread.getLockOwnerName() != null) {
      text.append(" owned by \"").append(thread.getLockOwnerName()).append('"');
    }
    text.append('\n');
    for (StackTraceElement frame : thread.getStackTrace()) {
      text.append("    at ").append(frame).append('\n');
    }
  }
}
