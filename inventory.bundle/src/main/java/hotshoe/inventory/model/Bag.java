package hotshoe.inventory.model;

import hotshoe.inventory.Origin;
import hotshoe.inventory.Variables;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Variables as cheap as they can be kept: values beside a shared {@link Shape}, one place for all
 * of them as long as they come from one line. A bag with very many names keeps a map of its own.
 */
final class Bag implements Variables {

  private static final Object[] NONE = {};
  private static final long[] ONE_PLACE = {};

  private final Book book;
  private Shape shape;
  private Object[] values = NONE;
  private long place;
  private long[] places = ONE_PLACE;
  private Map<Object, Placed> many = Map.of();

  Bag(Book book) {
    this.book = book;
    this.shape = book.empty;
  }

  /** A copy that goes its own way from now on. */
  Bag copy() {
    return copy(book);
  }

  /** The same for another inventory, whose book goes on from this one's. */
  Bag copy(Book other) {
    Bag copy = new Bag(other);
    copy.shape = shape;
    copy.values = values.clone();
    copy.place = place;
    copy.places = places.clone();
    copy.many = many.isEmpty() ? many : new LinkedHashMap<>(many);
    return copy;
  }

  /** Sets a variable; one that is there keeps its position among the others. */
  void set(Object name, Object value, long from) {
    if (!many.isEmpty()) {
      many.put(name, new Placed(value, from));
      return;
    }
    int at = shape.place(name);
    if (at < 0 && shape.size() >= Shape.LARGEST) {
      spread();
      many.put(name, new Placed(value, from));
      return;
    }
    if (at < 0) {
      at = shape.size();
      shape = shape.with(name);
      values = at < values.length ? values : Arrays.copyOf(values, Math.max(4, at * 2));
    }
    values[at] = value;
    mark(at, from);
  }

  private void mark(int at, long from) {
    if (places == ONE_PLACE && (shape.size() == 1 || from == place)) {
      place = from;
      return;
    }
    if (places.length < values.length) {
      long[] more = Arrays.copyOf(places, values.length);
      Arrays.fill(more, places.length, more.length, place);
      places = more;
    }
    places[at] = from;
  }

  private void spread() {
    Map<Object, Placed> all = new LinkedHashMap<>();
    for (int i = 0; i < shape.size(); i++) {
      all.put(shape.name(i), new Placed(values[i], placeAt(i)));
    }
    many = all;
    shape = book.empty;
    values = NONE;
    places = ONE_PLACE;
  }

  private long placeAt(int at) {
    return at < places.length ? places[at] : place;
  }

  /** The shape that names all of it, unless it keeps a map of its own. */
  Optional<Shape> shape() {
    return many.isEmpty() ? Optional.of(shape) : Optional.empty();
  }

  /** The value at a place of its shape. */
  Object value(int at) {
    return values[at];
  }

  /** Whether the same names have the same values in the same order; places do not count. */
  boolean isSame(Bag other) {
    if (!many.isEmpty() || !other.many.isEmpty() || shape.size() != other.shape.size()) {
      return false;
    }
    for (int i = 0; i < shape.size(); i++) {
      if (!shape.name(i).equals(other.shape.name(i)) || !values[i].equals(other.values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int size() {
    return shape.size() + many.size();
  }

  @Override
  public Optional<Object> get(Object name) {
    if (!many.isEmpty()) {
      return Optional.ofNullable(many.get(name)).map(Placed::value);
    }
    int at = shape.place(name);
    return at < 0 ? Optional.empty() : Optional.of(values[at]);
  }

  @Override
  public Optional<Origin> origin(Object name) {
    if (!many.isEmpty()) {
      return Optional.ofNullable(many.get(name)).map(placed -> book.origin(placed.place()));
    }
    int at = shape.place(name);
    return at < 0 ? Optional.empty() : Optional.of(book.origin(placeAt(at)));
  }

  @Override
  public void forEach(BiConsumer<Object, Object> each) {
    if (!many.isEmpty()) {
      many.forEach((name, placed) -> each.accept(name, placed.value()));
      return;
    }
    for (int i = 0; i < shape.size(); i++) {
      each.accept(shape.name(i), values[i]);
    }
  }

  @Override
  public Map<Object, Object> asMap() {
    Map<Object, Object> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }

  /** A value with its place. */
  private record Placed(Object value, long place) {}
}
