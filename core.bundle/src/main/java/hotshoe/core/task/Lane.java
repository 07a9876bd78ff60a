package hotshoe.core.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The places in which the operations of one extension run, and those that wait for one. Sub-tasks
 * go first: somebody who has begun waits for them. Safe for use by many threads.
 */
final class Lane {

  /** What somebody who asks for a place gets. */
  enum Turn {
    NOW,
    LATER,
    NEVER
  }

  private final int places;
  private final int longest;
  private final Deque<LiveTask> children = new ArrayDeque<>();
  private final Deque<LiveTask> others = new ArrayDeque<>();
  private int taken;

  Lane(int places, int longest) {
    this.places = places;
    this.longest = longest;
  }

  int places() {
    return places;
  }

  int longest() {
    return longest;
  }

  /** Gives a place, or lets the task wait to be handed one by somebody who leaves. */
  synchronized Turn ask(LiveTask task) {
    if (taken < places) {
      taken++;
      return Turn.NOW;
    }
    if (children.size() + others.size() >= longest) {
      return Turn.NEVER;
    }
    (task.isChild() ? children : others).add(task);
    return Turn.LATER;
  }

  /** Gives a place back; the task that has it now, if one waited for it. */
  synchronized Optional<LiveTask> leave() {
    taken--;
    if (taken >= places) {
      return Optional.empty();
    }
    LiveTask next = children.isEmpty() ? others.poll() : children.poll();
    if (next != null) {
      taken++;
    }
    return Optional.ofNullable(next);
  }

  /** Takes back a place that was lent, also when that is one too many for a while. */
  synchronized void takeBack() {
    taken++;
  }

  /** Waits no more. */
  synchronized void forget(LiveTask task) {
    (task.isChild() ? children : others).remove(task);
  }
}
