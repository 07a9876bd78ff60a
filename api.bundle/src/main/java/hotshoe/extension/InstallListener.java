package hotshoe.extension;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told how far an installation is. Called on the thread that asked, and seldom enough that it may
 * write to a terminal: at most some ten times a second, and always at the end of a stage.
 */
@ConsumerType
@FunctionalInterface
public interface InstallListener {

  /** Says nothing to nobody. */
  InstallListener NONE = (stage, done, total) -> {};

  /** What takes its time, in this order. */
  enum Stage {
    /** The archive comes from where it is. */
    FETCHING,
    /** Its size, paths, digest and signature are looked at. */
    VERIFYING,
    /** It becomes a bundle, and starts. */
    INSTALLING
  }

  /**
   * Something went on.
   *
   * @param done bytes done in this stage
   * @param total bytes of this stage, or -1 while nobody knows
   */
  void progress(Stage stage, long done, long total);
}
