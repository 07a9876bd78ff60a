package hotshoe.inventory.value;

import java.util.AbstractList;
import java.util.List;

/** A Python tuple: a list in every respect, but for how Python prints it. Immutable. */
public final class Tuple extends AbstractList<Object> {

  private final List<Object> items;

  /** With these items. */
  public Tuple(List<Object> items) {
    this.items = items;
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
