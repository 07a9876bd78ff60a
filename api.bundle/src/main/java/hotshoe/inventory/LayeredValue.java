package hotshoe.inventory;

import java.util.Objects;

/**
 * One of the values that were given for a variable of a host.
 *
 * @param layer where it stands among the others
 * @param entity the group or host it was given for; empty for facts and the command line
 * @param origin where it was written
 * @param value the value
 */
public record LayeredValue(Layer layer, String entity, Origin origin, Object value) {
  public LayeredValue {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(value, "value");
  }
}
