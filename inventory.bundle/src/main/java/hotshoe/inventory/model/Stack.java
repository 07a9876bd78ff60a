package hotshoe.inventory.model;

import hotshoe.inventory.Layer;
import hotshoe.inventory.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Variables laid over each other, layer by layer. As at home, what is in one layer is merged first,
 * and then laid over the layers below: that matters where a list stands between two maps.
 */
final class Stack {

  private final Merging merging;
  private final Map<Object, Object> all = new LinkedHashMap<>();
  private Map<Object, Object> top = new LinkedHashMap<>();
  private Optional<Layer> last = Optional.empty();

  Stack(Merging merging) {
    this.merging = merging;
  }

  void lay(Layer layer, Variables variables) {
    if (merging == Merging.REPLACE) {
      merging.lay(all, variables);
      return;
    }
    if (last.filter(layer::equals).isEmpty()) {
      settle();
      last = Optional.of(layer);
    }
    merging.lay(top, variables);
  }

  private void settle() {
    merging.lay(all, top);
    top = new LinkedHashMap<>();
  }

  Map<Object, Object> all() {
    settle();
    return all;
  }
}
