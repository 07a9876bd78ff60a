package hotshoe.process.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A process with all that it began, directly or not, found by what they cannot all get rid of: the
 * marker in the environment they were started with, their parents, their session, and the pipes of
 * their output. Used by one thread at a time.
 */
public final class Tree {

  private static final long SELF = ProcessHandle.current().pid();

  private final ProcessTable table;
  private final Predicate<String> marked;
  private final Set<Sighting.Life> known = new HashSet<>();
  private final Set<Sighting.Life> keepers = new HashSet<>();
  private final Set<Long> sessions = new HashSet<>();
  private final Set<String> pipes = new HashSet<>();
  private long earliest;

  /**
   * A tree of which nothing is known but its marker.
   *
   * @param marked which markers are its own
   */
  public Tree(ProcessTable table, Predicate<String> marked) {
    this.table = table;
    this.marked = marked;
  }

  /**
   * Adds what was there at the start: the first process and the pipes it was given. Nothing that is
   * older belongs to it, and its session is nobody else's as long as it is not forgotten.
   */
  public void beginsWith(Sighting first, Set<String> itsPipes) {
    known.add(first.life());
    earliest = first.born();
    pipes.addAll(itsPipes);
    if (first.session() == first.pid()) {
      sessions.add(first.pid());
    }
  }

  /** Says that the first process only keeps the others, and takes them with it when it goes. */
  public void isKeptByFirst(Sighting first) {
    keepers.add(first.life());
  }

  /** Whether a process only keeps others, and must not be asked to end before them. */
  boolean isKeeper(Sighting seen) {
    return keepers.contains(seen.life());
  }

  /** Adds a process that belonged to it once; it may be gone, and its number used again. */
  public void remembers(Sighting.Life life) {
    known.add(life);
  }

  /** All that are alive now. */
  public List<Sighting> members() {
    return members(table.look());
  }

  private List<Sighting> members(Census census) {
    List<Sighting> others = candidates(census);
    List<Sighting> members = new ArrayList<>();
    Set<Long> numbers = new HashSet<>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (int i = others.size() - 1; i >= 0; i--) {
        Sighting other = others.get(i);
        if (numbers.contains(other.parent()) || belongs(other, census)) {
          others.remove(i);
          members.add(other);
          numbers.add(other.pid());
          known.add(other.life());
          isGrowing = true;
        }
      }
    }
    return members;
  }

  /** Whether anybody there belongs to it, however well hidden. */
  public boolean isAmong(Census census) {
    searchPipes(census);
    return !members(census).isEmpty();
  }

  private List<Sighting> candidates(Census census) {
    List<Sighting> candidates = new ArrayList<>(census.seen());
    candidates.removeIf(seen -> seen.pid() == SELF || seen.born() < earliest);
    return candidates;
  }

  private boolean belongs(Sighting other, Census census) {
    return known.contains(other.life())
        || sessions.contains(other.session())
        || marked.test(census.marker(other));
  }

  /**
   * Adds who holds the other end of a pipe and has hidden in every other way. Our own children are
   * not among them: one that is just being started holds what it will let go.
   */
  public void searchPipes() {
    searchPipes(table.look());
  }

  private void searchPipes(Census census) {
    for (Sighting seen : candidates(census)) {
      boolean isHidden = seen.parent() != SELF && census.marker(seen).isEmpty();
      if (isHidden && table.pipes(seen.pid()).stream().anyMatch(pipes::contains)) {
        known.add(seen.life());
      }
    }
  }
}
