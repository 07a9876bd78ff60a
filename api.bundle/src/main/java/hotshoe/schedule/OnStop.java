package hotshoe.schedule;

/** What happens to running work when its slice stops (rows INM-28, INM-29). */
public enum OnStop {
  /** It is interrupted. The default. */
  CANCEL,
  /** It is waited for, within the slice's limit. */
  AWAIT
}
