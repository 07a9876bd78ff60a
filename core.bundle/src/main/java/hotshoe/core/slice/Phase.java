package hotshoe.core.slice;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;

/** What is done with a slice under one time limit. */
enum Phase {
  PRESTART {
    @Override
    List<Problem> perform(Life life, Duration limit) throws Exception {
      life.prestart();
      return List.of();
    }
  },
  START {
    @Override
    List<Problem> perform(Life life, Duration limit) throws Exception {
      life.start();
      return List.of();
    }
  },
  PRESTOP {
    @Override
    List<Problem> perform(Life life, Duration limit) throws Exception {
      return life.prestop(limit);
    }
  },
  STOP {
    @Override
    List<Problem> perform(Life life, Duration limit) throws Exception {
      return life.stop(limit);
    }
  },
  /** Puts away a slice that has not been started, or not successfully. */
  DISCARD {
    @Override
    List<Problem> perform(Life life, Duration limit) throws Exception {
      return life.discard(limit);
    }
  };

  /**
   * Does it.
   *
   * @return what went wrong beside what it throws
   */
  abstract List<Problem> perform(Life life, Duration limit) throws Exception;

  /** The word for people. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
