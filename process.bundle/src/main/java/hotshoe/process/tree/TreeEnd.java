package hotshoe.process.tree;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a tree: asks every member, gives them time, and then makes them. It looks again until nobody
 * is left, for members may begin others while they are ended.
 *
 * @param grace how long they may take
 * @param patience how long the system may take to end those that are made to
 */
public record TreeEnd(Duration grace, Duration patience) {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  /** Ends with this grace, and gives the system ten seconds. */
  public static TreeEnd within(Duration grace) {
    return new TreeEnd(grace, Duration.ofSeconds(10));
  }

  /**
   * How it went.
   *
   * @param found how many there were at first
   * @param left those that could not be ended
   */
  public record Result(int found, List<Sighting> left) {
    public Result {
      left = List.copyOf(left);
    }
  }

  /** Ends them all; takes no longer than both times together, and minds no interrupt. */
  public Result end(ProcessTable table, Tree tree) {
    Set<Sighting.Life> asked = new HashSet<>();
    List<Sighting> members = tree.members();
    int found = members.size();
    long pause = FIRST_PAUSE;
    long limit = System.nanoTime() + grace.toNanos();
    while (!members.isEmpty() && System.nanoTime() - limit < 0) {
      for (Sighting member : members) {
        boolean isAsked = members.size() == 1 || !tree.isKeeper(member);
        if (isAsked && asked.add(member.life())) {
          signal(table, member, false);
        }
      }
      pause = pause(pause);
      members = tree.members();
    }
    limit = System.nanoTime() + patience.toNanos();
    pause = FIRST_PAUSE;
    while (!members.isEmpty() && System.nanoTime() - limit < 0) {
      for (Sighting member : members) {
        signal(table, member, true);
      }
      pause = pause(pause);
      members = tree.members();
    }
    return new Result(found, members);
  }

  private static long pause(long length) {
    boolean interrupted = Thread.interrupted();
    LockSupport.parkNanos(length);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Math.min(2 * length, LONGEST_PAUSE);
  }

  /**
   * Signals a process, if that number is still its own: seen now, and looked at by Java once more
   * right before the signal.
   */
  private static void signal(ProcessTable table, Sighting member, boolean forcibly) {
    ProcessHandle.of(member.pid())
        .filter(
            handle ->
                table
                    .find(member.pid())
                    .map(Sighting::life)
                    .filter(member.life()::equals)
                    .isPresent())
        .ifPresent(handle -> signal(handle, forcibly));
  }

  private static void signal(ProcessHandle handle, boolean forcibly) {
    if (forcibly) {
      handle.destroyForcibly();
    } else {
      handle.destroy();
    }
  }
}
