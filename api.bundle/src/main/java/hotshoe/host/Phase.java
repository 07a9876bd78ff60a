package hotshoe.host;

/** Where the host stands. */
public enum Phase {
  /** Extensions are being started. */
  STARTING,
  /** Everything that is going to start has started; look at the status for how well. */
  READY,
  /** Nothing new is taken on. */
  STOPPING
}
