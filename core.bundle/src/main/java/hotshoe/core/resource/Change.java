package hotshoe.core.resource;

import hotshoe.resource.Resource;
import java.util.Map;

/** One step from what a kind holds to what it is to hold. */
@FunctionalInterface
interface Change {
  /** Takes the step; true when anything changed. Never throws. */
  boolean apply(Map<String, Resource> byId);
}
