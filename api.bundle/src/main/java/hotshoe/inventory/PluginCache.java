package hotshoe.inventory;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a plugin keeps from one run to the next, for one source (rows AN-48 to AN-50). Entries are
 * written when the source was read.
 */
@ProviderType
public interface PluginCache {

  /** Whether what is kept may be used: caching is enabled, and nobody asked for fresh answers. */
  boolean mayRead();

  /** What was kept for the source and is still fresh; empty whenever it may not be read. */
  Optional<Object> get();

  /** Keeps this, if caching is enabled. */
  void put(Object value);
}
