package hotshoe.loader.source;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.Optional;

/**
 * Asked as soon as the name of an extension is known and before its archive is fetched (row CS-42).
 */
@FunctionalInterface
public interface Objection {

  /** Nobody minds. */
  Objection NONE = (name, dialect) -> Optional.empty();

  /** Why an extension of this name must not come in the archive of this dialect, if so. */
  Optional<Problem> against(ExtensionName name, String dialect);
}
