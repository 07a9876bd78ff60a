package hotshoe.host;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The host itself. A service registered by the launcher; safe for use by many threads. */
@ProviderType
public interface Host {

  /** The product's name. */
  String product();

  /** The product's version. */
  String version();

  /** When it was started. */
  Instant started();

  /** Where it stands now. */
  Phase phase();

  /** Begins an orderly stop and returns at once; asking again does nothing. */
  void stop(String reason);
}
