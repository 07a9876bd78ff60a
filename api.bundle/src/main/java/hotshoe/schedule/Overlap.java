package hotshoe.schedule;

/** What to do when a run is due while the one before is still going (row INM-31). */
public enum Overlap {
  /** Leave this run out. The default. */
  SKIP,
  /** Run it as soon as the other has ended; at most one waits. */
  QUEUE,
  /** Run both, with a warning, as the home system does. */
  ALLOW
}
