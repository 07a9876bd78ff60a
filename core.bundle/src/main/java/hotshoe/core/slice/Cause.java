package hotshoe.core.slice;

import hotshoe.slice.SliceName;
import java.util.Optional;

/**
 * Why a slice is not up, back to the slice where it began: {@code needs core.server, which needs
 * core.database, which failed in start: no connection}. A long chain is told by its ends.
 */
final class Cause {

  static final Cause NONE = new Cause("");

  /** What a dependent is told about a slice that went away in good order. */
  static final Cause LEFT = new Cause("left");

  private static final int TOLD_IN_FULL = 5;

  private final String predicate;
  private final Optional<SliceName> needed;
  private final Optional<Cause> next;
  private final int length;
  private final Optional<Cause> last;

  private Cause(String predicate) {
    this.predicate = predicate;
    this.needed = Optional.empty();
    this.next = Optional.empty();
    this.length = 0;
    this.last = Optional.empty();
  }

  private Cause(SliceName needed, Cause next) {
    this.predicate = "needs " + needed;
    this.needed = Optional.of(needed);
    this.next = Optional.of(next);
    this.length = next.length + 1;
    this.last = next.needed.isEmpty() ? Optional.of(this) : next.last;
  }

  /** A cause that stands for itself, in words that follow "the slice". */
  static Cause of(String predicate) {
    return new Cause(predicate);
  }

  /** What this cause is for a slice that needs the one it befell. */
  Cause forWhoNeeds(SliceName name) {
    return new Cause(name, this);
  }

  /** The cause in words. */
  String sentence() {
    StringBuilder text = new StringBuilder(predicate);
    Cause link = this;
    for (int told = 1; link.next.isPresent(); told++) {
      if (told == 2 && length > TOLD_IN_FULL) {
        link = last.get();
        text.append(", which by way of ").append(length - 3).append(" others ");
        text.append(link.predicate);
      } else {
        link = link.next.get();
        text.append(", which ").append(link.predicate);
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return sentence();
  }
}
