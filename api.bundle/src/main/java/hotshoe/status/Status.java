package hotshoe.status;

import org.osgi.annotation.versioning.ProviderType;

/** Asks everybody how they are. A service of the host; safe for use by many threads. */
@ProviderType
public interface Status {

  /**
   * Asks all slices at once and answers within little more than a second (rows INM-32 to INM-34).
   */
  HostStatus status();
}
