package hotshoe.inventory.expression;

import java.util.ArrayList;
import java.util.List;

/** All ways to choose some of many. */
final class Choices {

  private final Call call;
  private final List<Object> items;
  private final int size;
  private final boolean isOrdered;
  private final List<Object> found = new ArrayList<>();

  private Choices(Call call, int size, boolean isOrdered) {
    this.call = call;
    this.items = call.items();
    this.size = size;
    this.isOrdered = isOrdered;
  }

  /** Choices in order of their places, or in any order. */
  static Object of(Call call, boolean isOrdered) {
    int all = call.items().size();
    if (isOrdered && !call.has("r")) {
      throw Failure.wrong("combinations() missing required argument 'r' (pos 2)");
    }
    int size = call.isSet("r") ? Numbers.index(call.get("r"), "r") : all;
    if (size < 0) {
      throw Failure.wrong("r must be non-negative");
    }
    Choices choices = new Choices(call, size, isOrdered);
    if (size <= all) {
      choices.go(new ArrayList<>());
    }
    return choices.found;
  }

  private void go(List<Integer> places) {
    call.budget().step();
    if (places.size() == size) {
      call.budget().items(size + 1);
      found.add(Tuple.of(places.stream().map(items::get).toList()));
      return;
    }
    if (places.size() > 500) {
      throw Failure.tooMuch("more than 500 items are to be chosen");
    }
    int start = isOrdered && !places.isEmpty() ? places.get(places.size() - 1) + 1 : 0;
    for (int i = start; i < items.size(); i++) {
      if (isOrdered || !places.contains(i)) {
        places.add(i);
        go(places);
        places.remove(places.size() - 1);
      }
    }
  }
}
