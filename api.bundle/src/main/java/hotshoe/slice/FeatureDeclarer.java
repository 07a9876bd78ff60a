package hotshoe.slice;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented by a {@link Slice} that has features which an operator may switch off (row INM-35).
 */
@ConsumerType
public interface FeatureDeclarer {
  /** The features, with names that are unique within the slice. Asked once, before prestart. */
  List<Feature> features();
}
