package hotshoe.slice;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The slices with their edges, as one immutable picture.
 *
 * @param order all present slices in start order, exactly as published (row INM-14); members of
 *     cycles have no place in it
 * @param dependencies for every slice, present or not, what comes before it, both kinds of edge
 *     merged
 * @param missing names that edges mention and no slice carries
 * @param cycles the members of each cycle, in the order in which they follow each other (INM-17)
 */
public record SliceGraph(
    List<SliceName> order,
    Map<SliceName, SortedSet<SliceName>> dependencies,
    SortedSet<SliceName> missing,
    List<List<SliceName>> cycles) {

  public SliceGraph {
    order = List.copyOf(order);
    dependencies = Map.copyOf(dependencies);
    missing = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(missing));
    cycles = cycles.stream().map(List::copyOf).toList();
  }
}
