package hotshoe.slice;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides the value of every feature. The host has one that reads the {@code features} section of
 * its configuration. An extension replaces it by registering a service of this type; the first one
 * to register is used, and a second one is refused with a problem that names both (row INM-35).
 */
@ConsumerType
public interface FeatureManager {

  /** True or false for a flag, or empty to leave it on. */
  Optional<Boolean> flag(SliceName slice, Feature.Flag feature);

  /** The allowed items of a list, or empty to allow all. */
  Optional<List<String>> items(SliceName slice, Feature.Items feature);

  /** Called once, after all slices have stopped, also when some of them failed to. */
  default void stop() {}
}
