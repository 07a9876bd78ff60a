package hotshoe.loader.wiring;

import java.util.Collection;
import java.util.List;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Who offers what: in the framework as it stands, or in one that is only thought of. The same
 * questions to both give the same sentences.
 */
public interface Offers {

  /** What would meet a need, the best first. */
  Collection<? extends Capability> to(Requirement need);

  /** Everything of a kind that is offered, whatever it is called. */
  Collection<? extends Capability> all(String namespace);

  /** Whether somebody is wired to all they need. */
  boolean isWired(Resource resource);

  /** Those of whom a fragment could become a part, wired already or not. */
  List<Resource> hosts(Resource fragment);

  /** What people call somebody: the name of an extension, or {@code the host}. */
  String name(Resource resource);
}
