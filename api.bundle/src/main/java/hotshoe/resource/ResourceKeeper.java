package hotshoe.resource;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody who keeps resources of kinds of its own, such as what is mapped to what; registered as a
 * service. Everybody may look at them; only the host's own view, which the keeper has, changes
 * them, so that nobody goes past the rules of the keeper's operations.
 */
@ConsumerType
public interface ResourceKeeper {

  /** The kinds, in any letter case; always the same ones. */
  Set<String> kinds();

  /** What callers use instead, such as the name of an operation. */
  String instead();
}
