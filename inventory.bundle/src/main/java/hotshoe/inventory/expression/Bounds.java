package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.stream.IntStream;

/**
 * Which part of a list is meant by {@code [start:end:step]}; each may be nothing.
 *
 * @param start the first place
 * @param end the place behind the last one
 * @param step from one place to the next
 */
record Bounds(Object start, Object end, Object step) {

  private static final String WHAT = "slice indices";

  /** The places of the part in what has so many. */
  int[] places(int size) {
    int by = step == NothingValue.NOTHING ? 1 : Numbers.index(step, WHAT);
    if (by == 0) {
      throw Failure.wrong("slice step cannot be zero");
    }
    int lowest = by > 0 ? 0 : -1;
    int highest = by > 0 ? size : size - 1;
    int from = place(start, by > 0 ? lowest : highest, size, lowest, highest);
    int to = place(end, by > 0 ? highest : lowest, size, lowest, highest);
    if (by > 0) {
      return IntStream.iterate(from, i -> i >= 0 && i < to, i -> next(i, by)).toArray();
    }
    return IntStream.iterate(from, i -> i > to, i -> next(i, by)).toArray();
  }

  private static int next(int place, int by) {
    long next = (long) place + by;
    return next > Integer.MAX_VALUE || next < -1 ? (by > 0 ? Integer.MAX_VALUE : -1) : (int) next;
  }

  private static int place(Object given, int usual, int size, int lowest, int highest) {
    if (given == NothingValue.NOTHING) {
      return usual;
    }
    long index = Numbers.index(given, WHAT);
    long real = index < 0 ? index + size : index;
    return (int) Math.max(lowest, Math.min(highest, real));
  }
}
