package hotshoe.core.operation;

import hotshoe.resource.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * What a call hands to its handler, once everything is checked.
 *
 * @param arguments in canonical form, with defaults
 * @param undeclared what was given beyond, for operations that are open to it
 * @param resource what to act on
 */
record Prepared(
    Map<String, Object> arguments, Map<String, Object> undeclared, Optional<Resource> resource) {

  @Override
  public String toString() {
    return "arguments " + arguments.keySet() + " on " + resource.map(Resource::ref);
  }
}
