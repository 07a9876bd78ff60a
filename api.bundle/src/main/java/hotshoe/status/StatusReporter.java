package hotshoe.status;

import org.osgi.annotation.versioning.ConsumerType;

/** Implemented by a {@link hotshoe.slice.Slice} that has something to report (row INM-32). */
@ConsumerType
public interface StatusReporter {
  /**
   * The status now. Asked concurrently with other slices under a limit of one second; one that
   * takes longer or throws is reported as an error and hurts nobody else.
   */
  SliceStatus status() throws Exception;
}
