package hotshoe.extension;

/** Where an extension stands. Every state but {@link #ACTIVE} comes with a cause in words. */
public enum ExtensionState {
  /** Installed, but the operator does not want it to run. */
  DISABLED,
  /** Wanted, but something it needs is not there; it starts by itself once it is. */
  WAITING,
  /** Its slices are starting. */
  STARTING,
  /** All it offers is up. */
  ACTIVE,
  /** Running, but one or more of its slices are not. */
  DEGRADED,
  /** Its slices are stopping. */
  STOPPING,
  /** It cannot run as it is: unreadable, refused, or its code failed. */
  BROKEN
}
