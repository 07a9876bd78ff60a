package hotshoe.type;

/** Where in a value a check is; made into text only when there is a fault. */
final class Place {

  private final Place above; // null: the value itself
  private final int depth;
  private Object step;
  private int index = -1;

  /** The value itself, by the name it goes by. */
  Place(String name) {
    this(null, 0);
    this.step = name;
  }

  private Place(Place above, int depth) {
    this.above = above;
    this.depth = depth;
    this.step = "";
  }

  /** A place within this one, to be moved from part to part. */
  Place within() {
    return new Place(this, depth + 1);
  }

  int depth() {
    return depth;
  }

  /** Moves to the part of this name or key. */
  Place at(Object key) {
    step = key;
    return this;
  }

  /** Moves to the element of this number. */
  Place at(int number) {
    index = number;
    return this;
  }

  String path() {
    StringBuilder path = new StringBuilder();
    write(path);
    return path.toString();
  }

  private void write(StringBuilder path) {
    if (above == null) {
      path.append(step);
      return;
    }
    above.write(path);
    if (index >= 0) {
      path.append('[').append(index).append(']');
      return;
    }
    if (path.length() > 0) {
      path.append('.');
    }
    path.append(Shown.name(step));
  }
}
