package hotshoe.inventory.expression;

import hotshoe.inventory.value.Table;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code for} in a template.
 *
 * @param names what each item is called, or its parts
 * @param items what is gone through
 * @param filter which of them count
 * @param body what is done for each
 * @param none what is done where there is none
 */
record Loop(List<String> names, Node items, Optional<Node> filter, Statement body, Statement none)
    implements Statement {

  @Override
  public void run(Scope scope, List<Object> printed) {
    List<Object> all = new ArrayList<>();
    for (Object item : Items.of(scope.budget(), items.value(scope))) {
      if (filter.isEmpty() || isWanted(scope, item)) {
        all.add(item);
      }
    }
    if (all.isEmpty()) {
      none.run(scope, printed);
    }
    for (int i = 0; i < all.size(); i++) {
      scope.budget().items(1);
      Scope inner = scope.inner();
      assign(inner, names, all.get(i));
      inner.set("loop", state(i, all));
      body.run(inner, printed);
    }
  }

  private boolean isWanted(Scope scope, Object item) {
    Scope inner = scope.inner();
    assign(inner, names, item);
    return Kinds.isTrue(filter.orElseThrow().value(inner));
  }

  private static Table state(int place, List<Object> all) {
    Table.Builder loop = new Table.Builder();
    loop.put("index", place + 1L, 0);
    loop.put("index0", (long) place, 0);
    loop.put("revindex", (long) all.size() - place, 0);
    loop.put("revindex0", all.size() - place - 1L, 0);
    loop.put("first", place == 0, 0);
    loop.put("last", place == all.size() - 1, 0);
    loop.put("length", (long) all.size(), 0);
    loop.put("depth", 1L, 0);
    loop.put("depth0", 0L, 0);
    loop.put("cycle", new Method(NothingValue.NOTHING, "loop.cycle"), 0);
    loop.put("changed", new Method(NothingValue.NOTHING, "loop.changed"), 0);
    if (place > 0) {
      loop.put("previtem", all.get(place - 1), 0);
    }
    if (place < all.size() - 1) {
      loop.put("nextitem", all.get(place + 1), 0);
    }
    return loop.build();
  }

  /** Sets one name to a value, or several to its parts. */
  static void assign(Scope scope, List<String> names, Object value) {
    if (names.size() == 1) {
      scope.set(names.get(0), value);
      return;
    }
    List<Object> parts = Items.of(scope.budget(), value);
    if (parts.size() != names.size()) {
      throw Failure.wrong(
          "not the right number of values to unpack (expected "
              + names.size()
              + ", got "
              + parts.size()
              + ")");
    }
    for (int i = 0; i < parts.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
  }
}
