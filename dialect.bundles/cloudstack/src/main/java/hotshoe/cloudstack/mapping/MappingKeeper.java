package hotshoe.cloudstack.mapping;

import hotshoe.resource.ResourceKeeper;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps callers from changing mappings as if they were any resource, past the rules and the role of
 * the operations for them.
 */
@Component
public final class MappingKeeper implements ResourceKeeper {

  @Override
  public Set<String> kinds() {
    return Set.of(Mappings.KIND);
  }

  @Override
  public String instead() {
    return "cloudstack-map, cloudstack-update-mapping and cloudstack-unmap";
  }
}
