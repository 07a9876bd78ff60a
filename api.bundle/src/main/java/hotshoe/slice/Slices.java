package hotshoe.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The slices of all extensions. A service of the host; safe for use by many threads. */
@ProviderType
public interface Slices {

  /** All slices in start order, those in a cycle or refused last. */
  List<SliceReport> list();

  /** The slice of this name. */
  Optional<SliceReport> find(SliceName name);

  /** The present picture of the graph. */
  SliceGraph graph();

  /**
   * Lets arrivals wait until the hold is closed, so that slices which arrive together start
   * together. Holds nest; the last one to close starts them. Without a hold a slice starts when it
   * arrives.
   */
  Hold hold();

  /** See {@link #hold()}. */
  @ProviderType
  interface Hold extends AutoCloseable {
    /** Starts what has arrived and returns when all of it is up, failed or blocked. */
    @Override
    void close();

    /**
     * Starts what has arrived and returns at once; closing does nothing any more then.
     *
     * @return done when all of it is up, failed or blocked
     */
    default CompletionStage<Void> release() {
      close();
      return CompletableFuture.completedStage(null);
    }
  }

  /**
   * Stops the slices of one extension, after those that depend on them: prestop of all, then stop
   * of all, in reverse order (INM-19, INM-22). They stay down until their services have gone.
   *
   * @return everything that went wrong, all of it in the log already; every slice got its calls all
   *     the same
   */
  List<Problem> retire(ExtensionName extension);

  /**
   * Stops every slice, and starts none from now on.
   *
   * @param limit how long all of it may take; what is still stopping then is left behind
   * @return everything that went wrong, all of it in the log already
   */
  List<Problem> stop(Duration limit);
}
