package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders.Folder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The variables of many hosts, one host after another, sorted by name. Every name has a number in
 * the order of all names, so that nothing is hashed, compared or copied per host. Not thread-safe;
 * makes no sense for one host.
 */
public final class SortedVariables {

  private final Finished inventory;
  private final LiveGroup[] groups;
  private final int[][] lineages;
  private final String[] names;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Shape, int[]> shapes = new IdentityHashMap<>();
  private final Object[] values;
  private final int[] setFor;
  private final int[] groupOf;
  private int[] present = new int[16];
  private int size;
  private int turn;

  private SortedVariables(Finished inventory, Set<Object> found) {
    this.inventory = inventory;
    groups = new LiveGroup[inventory.groups().size()];
    inventory.groups().forEach(group -> groups[((LiveGroup) group).rank] = (LiveGroup) group);
    lineages = new int[groups.length][];
    names = found.toArray(String[]::new);
    Arrays.sort(names, CodePoints::compare);
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
    }
    values = new Object[names.length];
    setFor = new int[names.length];
    groupOf = new int[groups.length];
  }

  /** For this inventory; nothing if some name of a variable is no text, or if maps are merged. */
  public static Optional<SortedVariables> of(Inventory inventory) {
    if (!(inventory instanceof Finished finished) || finished.rules().merging() == Merging.MERGE) {
      return Optional.empty();
    }
    Set<Object> found = names(finished);
    return found.stream().allMatch(String.class::isInstance)
        ? Optional.of(new SortedVariables(finished, found))
        : Optional.empty();
  }

  private static Set<Object> names(Finished inventory) {
    Set<Object> names = new HashSet<>(inventory.around().extraVariables().keySet());
    Map<Shape, Shape> shapes = new IdentityHashMap<>();
    for (Group group : inventory.groups()) {
      collect(((LiveGroup) group).variables, shapes, names);
    }
    for (Host host : inventory.hosts()) {
      collect(((LiveHost) host).variables, shapes, names);
    }
    shapes.keySet().forEach(shape -> shape.addTo(names));
    VariableFolders folders = inventory.around().folders();
    Stream.concat(folders.besideSources().stream(), folders.besidePlaybook().stream())
        .forEach(folder -> collect(folder, inventory, names));
    for (Host host : inventory.hosts()) {
      folders.facts(host.name()).forEach(facts -> facts.forEach((name, value) -> names.add(name)));
    }
    return names;
  }

  private static void collect(Bag bag, Map<Shape, Shape> shapes, Set<Object> names) {
    Optional<Shape> shape = bag.shape();
    if (shape.isPresent()) {
      shapes.put(shape.get(), shape.get());
    } else {
      bag.forEach((name, value) -> names.add(name));
    }
  }

  private static void collect(Folder folder, Finished inventory, Set<Object> names) {
    for (Group group : inventory.groups()) {
      folder.group(group.name()).forEach(file -> file.forEach((name, value) -> names.add(name)));
    }
    for (Host host : inventory.hosts()) {
      folder.host(host.name()).forEach(file -> file.forEach((name, value) -> names.add(name)));
    }
  }

  /** All names that any host may have, sorted; their places are the numbers of names. */
  public List<String> names() {
    return List.of(names);
  }

  /** Turns to this host; answers how many variables it has. */
  public int turnTo(Host host) {
    turn++;
    size = 0;
    LiveHost live = (LiveHost) host;
    inventory
        .layers()
        .visit(live, groupsOf(live), false, (layer, entity, variables) -> lay(variables));
    inventory.around().extraVariables().forEach((name, value) -> set(numbers.get(name), value));
    Arrays.sort(present, 0, size);
    return size;
  }

  /** The number of the name at this place among the names of the host. */
  public int number(int place) {
    return present[place];
  }

  /** The value of the variable with this number. */
  public Object value(int number) {
    return values[number];
  }

  private void lay(Variables variables) {
    Optional<Shape> shape = variables instanceof Bag bag ? bag.shape() : Optional.empty();
    if (shape.isEmpty()) {
      variables.forEach((name, value) -> set(numbers.get(name), value));
      return;
    }
    int[] known = shapes.computeIfAbsent(shape.get(), this::numbers);
    Bag bag = (Bag) variables;
    for (int i = 0; i < known.length; i++) {
      set(known[i], bag.value(i));
    }
  }

  private int[] numbers(Shape shape) {
    int[] known = new int[shape.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = numbers.get(shape.name(i));
    }
    return known;
  }

  private void set(int number, Object value) {
    values[number] = value;
    if (setFor[number] == turn) {
      return;
    }
    setFor[number] = turn;
    if (size == present.length) {
      present = Arrays.copyOf(present, size * 2);
    }
    present[size] = number;
    size++;
  }

  private LiveGroup[] groupsOf(LiveHost host) {
    int[] found = new int[8];
    int count = 0;
    for (LiveGroup direct : host.direct()) {
      for (int rank : lineage(direct)) {
        if (groupOf[rank] != turn) {
          groupOf[rank] = turn;
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count] = rank;
          count++;
        }
      }
    }
    Arrays.sort(found, 0, count);
    LiveGroup[] sorted = new LiveGroup[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = groups[found[i]];
    }
    return sorted;
  }

  /** A group and all above it. */
  private int[] lineage(LiveGroup group) {
    if (lineages[group.rank] == null) {
      Set<LiveGroup> above = new HashSet<>(Set.of(group));
      group.addAncestors(above);
      lineages[group.rank] = above.stream().mapToInt(ancestor -> ancestor.rank).toArray();
    }
    return lineages[group.rank];
  }
}
