package hotshoe.inventory.tool;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.Layer;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.model.Merging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where the value of one variable of one host comes from: every value that was given, the weakest
 * first, which of them hold, and why.
 *
 * @param name the variable
 * @param value what it is
 * @param given what was given for it
 * @param holding the places of the values that have a part in it, mostly only the last
 * @param why why that is so
 */
record Explanation(
    Object name, Object value, List<LayeredValue> given, Set<Integer> holding, String why) {

  Explanation {
    given = List.copyOf(given);
    holding = Collections.unmodifiableSet(new TreeSet<>(holding));
  }

  /** Explains a variable; empty for one that the host has not. */
  static Optional<Explanation> of(Inventory inventory, Merging merging, Host host, Object name) {
    List<LayeredValue> given = inventory.explain(host, name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Object value = inventory.variables(host).get(name);
    Set<Integer> holding = holding(given, merging);
    boolean isMerged = holding.size() > 1;
    return Optional.of(
        new Explanation(name, value, given, holding, why(inventory, given, isMerged)));
  }

  /** Maps are merged, within a layer first: what is no map hides those before it in its layer. */
  private static Set<Integer> holding(List<LayeredValue> given, Merging merging) {
    Set<Integer> holding = new TreeSet<>(Set.of(given.size() - 1));
    int place = given.size() - 1;
    boolean isMap = merging == Merging.MERGE && given.get(place).value() instanceof Map;
    while (isMap && place > 0) {
      place--;
      LayeredValue one = given.get(place);
      boolean isInLayer = one.layer() == given.get(place + 1).layer();
      if (one.value() instanceof Map) {
        holding.add(place);
      } else if (isInLayer) {
        place = firstOfLayer(given, place);
      } else {
        isMap = false;
      }
    }
    return holding;
  }

  private static int firstOfLayer(List<LayeredValue> given, int place) {
    int first = place;
    while (first > 0 && given.get(first - 1).layer() == given.get(place).layer()) {
      first--;
    }
    return first;
  }

  /** Whether the value at this place has a part in what holds. */
  boolean holds(int place) {
    return holding.contains(place);
  }

  boolean isMerged() {
    return holding.size() > 1;
  }

  /** Which of the values gave which key of a merged map. */
  Map<Object, Integer> keys() {
    Map<Object, Integer> keys = new LinkedHashMap<>();
    for (int i : isMerged() ? holding : Set.<Integer>of()) {
      for (Object key : ((Map<?, ?>) given.get(i).value()).keySet()) {
        keys.put(key, i);
      }
    }
    return keys;
  }

  private static String why(Inventory inventory, List<LayeredValue> given, boolean isMerged) {
    if (given.size() == 1) {
      return "nothing else gives it";
    }
    if (isMerged) {
      return "hash_behaviour is merge: of each key the last value holds";
    }
    LayeredValue last = given.get(given.size() - 1);
    LayeredValue before = given.get(given.size() - 2);
    if (last.layer() != before.layer()) {
      boolean isUsual = last.layer().compareTo(before.layer()) > 0;
      return last.layer().word()
          + " is above "
          + before.layer().word()
          + (isUsual ? "" : ", as the setting precedence has it");
    }
    if (!last.entity().equals(before.entity())) {
      return groups(inventory, last.entity(), before.entity());
    }
    return last.origin().source() + " is read after " + before.origin().source();
  }

  /** Why one group is above another: by depth, priority and name. */
  private static String groups(Inventory inventory, String winner, String loser) {
    Optional<Group> above = inventory.group(winner);
    Optional<Group> below = inventory.group(loser);
    if (above.isEmpty() || below.isEmpty()) {
      return winner + " comes after " + loser;
    }
    if (above.get().depth() != below.get().depth()) {
      return String.format(
          "group %s is at depth %d, deeper than %s at depth %d",
          winner, above.get().depth(), loser, below.get().depth());
    }
    if (above.get().priority() != below.get().priority()) {
      return String.format(
          "group %s has priority %d, and %s has %d",
          winner, above.get().priority(), loser, below.get().priority());
    }
    return String.format(
        "groups %s and %s are at depth %d with the same priority: the later in the alphabet holds",
        loser, winner, above.get().depth());
  }

  /** As maps and lists, for JSON. */
  Map<Object, Object> plain() {
    Map<Object, Object> plain = new LinkedHashMap<>();
    plain.put("name", name);
    plain.put("value", value);
    plain.put("why", why);
    List<Object> values = new ArrayList<>();
    IntStream.range(0, given.size()).forEach(i -> values.add(plain(i)));
    plain.put("given", values);
    if (isMerged()) {
      Map<Object, Object> keys = new LinkedHashMap<>();
      keys().forEach((key, place) -> keys.put(key, (long) place + 1));
      plain.put("keys", keys);
    }
    return plain;
  }

  private Map<Object, Object> plain(int place) {
    LayeredValue one = given.get(place);
    Map<Object, Object> plain = new LinkedHashMap<>();
    plain.put("layer", one.layer().word());
    plain.put("of", one.entity());
    plain.put("source", where(one).isEmpty() ? one.origin().source() : where(one));
    plain.put("line", (long) one.origin().line());
    plain.put("value", one.value());
    plain.put("holds", holds(place));
    return plain;
  }

  /** The place of what no file says. */
  static String where(LayeredValue one) {
    if (one.layer() == Layer.EXTRA) {
      return "the command line";
    }
    return one.origin().source().isEmpty() ? "built in" : "";
  }
}
