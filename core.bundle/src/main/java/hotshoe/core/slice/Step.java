package hotshoe.core.slice;

import hotshoe.slice.SliceState;

/** Where a slice stands, a little finer than {@link SliceState}. */
enum Step {
  /** Arrived; no generation has taken it up yet. */
  WAITING(SliceState.WAITING),
  /** In a generation, waiting for its turn to prestart. */
  CLAIMED(SliceState.WAITING),
  PRESTARTING(SliceState.PRESTARTED),
  /** Waiting for the rest of its generation, and then for its dependencies. */
  PRESTARTED(SliceState.PRESTARTED),
  STARTING(SliceState.STARTING),
  ACTIVE(SliceState.ACTIVE),
  /** Has to go; waiting for its turn to prestop. */
  ENDING(SliceState.STOPPING),
  PRESTOPPING(SliceState.STOPPING),
  /** Waiting for the rest of its descent, and then for its dependents. */
  PRESTOPPED(SliceState.STOPPING),
  STOPPING(SliceState.STOPPING),
  FAILED(SliceState.FAILED),
  BLOCKED(SliceState.BLOCKED),
  STOPPED(SliceState.STOPPED);

  private final SliceState state;

  Step(SliceState state) {
    this.state = state;
  }

  /** The same for everybody else. */
  SliceState state() {
    return state;
  }

  /** On the way up. */
  boolean isRising() {
    return this == CLAIMED || this == PRESTARTING || this == PRESTARTED || this == STARTING;
  }

  /** Has done its prestart, and has not been told to go. */
  boolean isPrestarted() {
    return this == PRESTARTED || this == STARTING || this == ACTIVE;
  }

  /** On the way down. */
  boolean isGoing() {
    return this == ENDING || this == PRESTOPPING || this == PRESTOPPED || this == STOPPING;
  }
}
