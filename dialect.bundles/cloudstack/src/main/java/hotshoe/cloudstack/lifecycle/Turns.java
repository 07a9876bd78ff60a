package hotshoe.cloudstack.lifecycle;

import hotshoe.type.Ref;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** One after the other: whoever changes an instance waits for whoever changes it already. */
public final class Turns {

  private final Map<Ref, Lane> lanes = new HashMap<>();

  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  /** Somebody's turn, until it is closed by the same thread. */
  public final class Turn implements AutoCloseable {

    private final Ref instance;
    private final Lane lane;

    private Turn(Ref instance, Lane lane) {
      this.instance = instance;
      this.lane = lane;
    }

    @Override
    public void close() {
      lane.lock.unlock();
      leave(instance, lane);
    }
  }

  Turn take(Ref instance) throws InterruptedException {
    Lane lane = enter(instance);
    try {
      lane.lock.lockInterruptibly();
      return new Turn(instance, lane);
    } catch (InterruptedException wanted) {
      leave(instance, lane);
      throw wanted;
    }
  }

  private Lane enter(Ref instance) {
    synchronized (lanes) {
      Lane lane = lanes.computeIfAbsent(instance, ref -> new Lane());
      lane.users++;
      return lane;
    }
  }

  private void leave(Ref instance, Lane lane) {
    synchronized (lanes) {
      lane.users--;
      if (lane.users == 0) {
        lanes.remove(instance);
      }
    }
  }
}
