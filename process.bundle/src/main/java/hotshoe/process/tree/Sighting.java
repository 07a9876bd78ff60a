package hotshoe.process.tree;

/**
 * A process as the system's table showed it at one moment. Numbers are used again; a number and a
 * birth together are not.
 *
 * @param pid its number
 * @param parent its parent's number
 * @param session the number of its session, which is that of the process that began it
 * @param isEnded whether it has ended and only waits for its parent to ask how
 * @param born when it was born, in the system's own ticks; always the same for one process
 */
public record Sighting(long pid, long parent, long session, boolean isEnded, long born) {

  /** The one and only process: a number with a birth. */
  public record Life(long pid, long born) {}

  /** Which process it is. */
  public Life life() {
    return new Life(pid, born);
  }
}
