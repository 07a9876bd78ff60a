package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines between two neighbouring rows. */
final class Channel {

  private final List<Item> upper;
  private final List<Item> lower;
  private final List<Net> nets = new ArrayList<>();
  private final Map<Net, Integer> tracks = new HashMap<>();

  Channel(List<Item> upper, List<Item> lower) {
    this.upper = upper;
    this.lower = lower;
    gather();
    leave();
    arrive();
  }

  List<Net> nets() {
    return nets;
  }

  int height() {
    return 1 + tracks.values().stream().mapToInt(t -> t).max().orElse(0);
  }

  int track(Net net) {
    return tracks.getOrDefault(net, 0);
  }

  /**
   * Makes few nets of all lines: again and again the item with the most lines, with these. Lanes
   * with several lines come first, because a lane is too narrow for more than one net.
   */
  private void gather() {
    Set<Line> open =
        upper.stream()
            .flatMap(u -> u.below().stream().map(l -> new Line(u, l)))
            .collect(Collectors.toSet());
    lower.stream()
        .filter(item -> item.isLane() && count(open, item) > 1)
        .forEach(lane -> gather(lane, open));
    while (!open.isEmpty()) {
      Item busiest =
          Stream.concat(upper.stream(), lower.stream())
              .max(Comparator.comparingLong(item -> count(open, item)))
              .orElseThrow();
      gather(busiest, open);
    }
  }

  private void gather(Item item, Set<Line> open) {
    List<Line> own = open.stream().filter(line -> line.touches(item)).toList();
    nets.add(
        new Net(
            nets.size(),
            upper.stream().filter(u -> own.stream().anyMatch(x -> x.from() == u)).toList(),
            lower.stream().filter(l -> own.stream().anyMatch(x -> x.to() == l)).toList()));
    own.forEach(open::remove);
  }

  private static long count(Set<Line> open, Item item) {
    return open.stream().filter(line -> line.touches(item)).count();
  }

  private void leave() {
    for (Item item : upper) {
      List<Net> own =
          nets.stream()
              .filter(net -> net.upper().containsKey(item))
              .sorted(Net.byLowerEnds())
              .toList();
      for (int i = 0; i < own.size(); i++) {
        own.get(i).upper().put(item, leaving(item, own, i));
      }
    }
  }

  /** Spread evenly; a single line leaves right above its end, where that is possible. */
  private static int leaving(Item item, List<Net> own, int index) {
    int first = item.firstPort();
    int room = item.lastPort() - first + 1;
    Collection<Item> ends = own.get(index).lower().keySet();
    if (own.size() == 1 && ends.size() == 1) {
      int wish = (int) ends.iterator().next().centre();
      return Math.max(first, Math.min(item.lastPort(), wish));
    }
    return first + room * (2 * index + 1) / (2 * own.size());
  }

  private void arrive() {
    for (Item item : lower) {
      List<Net> own =
          nets.stream()
              .filter(net -> net.lower().containsKey(item))
              .sorted(Net.byUpperEnds())
              .toList();
      TreeSet<Integer> taken = new TreeSet<>();
      for (int i = 0; i < own.size(); i++) {
        int column = arriving(item, own, i, taken);
        taken.add(column);
        own.get(i).lower().put(item, column);
      }
    }
  }

  /** Straight down if possible, else near the wish, and not below where another net leaves. */
  private int arriving(Item item, List<Net> own, int index, TreeSet<Integer> taken) {
    Net net = own.get(index);
    int room = item.lastPort() - item.firstPort() + 1;
    int even = item.firstPort() + room * (2 * index + 1) / (2 * own.size());
    int straight =
        net.upper().size() == 1 && net.lower().size() == 1
            ? net.upper().values().iterator().next()
            : even;
    int from = taken.isEmpty() ? item.firstPort() : taken.last() + 1;
    int to = item.lastPort() - (own.size() - 1 - index);
    int wish = Math.max(from, Math.min(to, straight));
    return IntStream.rangeClosed(from, to)
        .boxed()
        .min(
            Comparator.<Integer>comparingInt(c -> isLeftByAnother(c, net) ? 1 : 0)
                .thenComparingInt(c -> Math.abs(c - wish)))
        .orElse(wish);
  }

  private boolean isLeftByAnother(int column, Net net) {
    return nets.stream().anyMatch(n -> n != net && n.upper().containsValue(column));
  }

  /**
   * Gives every net that is not straight a track of its own or one that it shares.
   *
   * @return false when nets would have to lie above each other in a circle
   */
  boolean route() {
    List<Net> open = new ArrayList<>(nets.stream().filter(net -> !net.isStraight()).toList());
    open.sort(Comparator.comparingInt(net -> net.span().getMin()));
    while (!open.isEmpty()) {
      List<Net> ready = open.stream().filter(net -> isFree(net, open)).toList();
      if (ready.isEmpty()) {
        return false;
      }
      ready.forEach(net -> tracks.put(net, firstFree(net)));
      open.removeAll(ready);
    }
    return true;
  }

  private static boolean isFree(Net net, List<Net> open) {
    return open.stream().noneMatch(other -> other.mustBeAbove(net));
  }

  private int firstFree(Net net) {
    int track =
        tracks.entrySet().stream()
            .filter(entry -> entry.getKey().mustBeAbove(net))
            .mapToInt(entry -> entry.getValue() + 1)
            .max()
            .orElse(0);
    while (isTaken(track, net)) {
      track++;
    }
    return track;
  }

  private boolean isTaken(int track, Net net) {
    return tracks.entrySet().stream()
        .anyMatch(entry -> entry.getValue() == track && !entry.getKey().isApartFrom(net));
  }

  private record Line(Item from, Item to) {
    boolean touches(Item item) {
      return from == item || to == item;
    }
  }
}
