package hotshoe.core.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An immutable map from names to values of which every change makes another one that shares all but
 * a few nodes with it: so a catalogue of 100,000 operations can be replaced as a whole in about a
 * microsecond.
 */
sealed interface Trie<V> {

  /** The value of a name; null when there is none, because every call asks it. */
  V get(String name);

  /** The same with this value. */
  Trie<V> with(String name, V value);

  /** The same without this name. */
  Trie<V> without(String name);

  /** Visits every value, in no order. */
  void forEach(Consumer<V> visitor);

  /** A map of nothing. */
  static <V> Trie<V> empty() {
    return new Branch<>(0, 0, List.of());
  }

  /** The value of a name, for those who do not count nanoseconds. */
  default Optional<V> find(String name) {
    return Optional.ofNullable(get(name));
  }

  /** Whether nothing is in it. */
  default boolean isEmpty() {
    return this instanceof Branch<V> branch && branch.map() == 0;
  }

  /** Spreads the bits of a text's hash, for names often differ in their last letter only. */
  private static int hash(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** One name, or several of the same hash. */
  record Leaf<V>(int hash, List<String> names, List<V> values) implements Trie<V> {

    @Override
    public V get(String name) {
      int at = names.indexOf(name);
      return at < 0 ? null : values.get(at); // null: see the interface
    }

    @Override
    public Trie<V> with(String name, V value) {
      int at = names.indexOf(name);
      return at < 0
          ? new Leaf<>(hash, Rows.with(names, names.size(), name), Rows.with(values, at(), value))
          : new Leaf<>(hash, names, Rows.replaced(values, at, value));
    }

    private int at() {
      return values.size();
    }

    @Override
    public Trie<V> without(String name) {
      int at = names.indexOf(name);
      if (at < 0) {
        return this;
      }
      return names.size() == 1
          ? empty()
          : new Leaf<>(hash, Rows.without(names, at), Rows.without(values, at));
    }

    @Override
    public void forEach(Consumer<V> visitor) {
      values.forEach(visitor);
    }
  }

  /** Up to 32 children by five bits of the hash. */
  record Branch<V>(int shift, int map, List<Trie<V>> children) implements Trie<V> {

    @Override
    public V get(String name) {
      int hash = hash(name);
      Trie<V> node = this;
      while (node instanceof Branch<V> branch) {
        int bit = branch.bit(hash);
        if ((branch.map & bit) == 0) {
          return null; // null: see the interface
        }
        node = branch.children.get(branch.index(bit));
      }
      return node.get(name);
    }

    @Override
    public Trie<V> with(String name, V value) {
      int hash = hash(name);
      int bit = bit(hash);
      int at = index(bit);
      if ((map & bit) == 0) {
        Trie<V> leaf = new Leaf<>(hash, List.of(name), List.of(value));
        return new Branch<>(shift, map | bit, Rows.with(children, at, leaf));
      }
      Trie<V> child = children.get(at);
      Trie<V> changed =
          child instanceof Leaf<V> leaf && leaf.hash != hash
              ? parted(leaf).with(name, value)
              : child.with(name, value);
      return new Branch<>(shift, map, Rows.replaced(children, at, changed));
    }

    private Branch<V> parted(Leaf<V> leaf) {
      int deeper = shift + 5;
      return new Branch<>(deeper, 1 << ((leaf.hash >>> deeper) & 31), List.of(leaf));
    }

    @Override
    public Trie<V> without(String name) {
      int bit = bit(hash(name));
      int at = index(bit);
      if ((map & bit) == 0) {
        return this;
      }
      Trie<V> child = children.get(at).without(name);
      return child.isEmpty()
          ? new Branch<>(shift, map & ~bit, Rows.without(children, at))
          : new Branch<>(shift, map, Rows.replaced(children, at, child));
    }

    @Override
    public void forEach(Consumer<V> visitor) {
      children.forEach(child -> child.forEach(visitor));
    }

    private int bit(int hash) {
      return 1 << ((hash >>> shift) & 31);
    }

    private int index(int bit) {
      return Integer.bitCount(map & (bit - 1));
    }
  }

  /** Short lists that are copied to be changed. */
  final class Rows {

    private Rows() {}

    @SuppressWarnings("unchecked")
    static <T> List<T> with(List<T> row, int at, T value) {
      Object[] longer = new Object[row.size() + 1];
      for (int i = 0; i < longer.length; i++) {
        longer[i] = i < at ? row.get(i) : i == at ? value : row.get(i - 1);
      }
      return (List<T>) Arrays.asList(longer);
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> replaced(List<T> row, int at, T value) {
      Object[] other = row.toArray();
      other[at] = value;
      return (List<T>) Arrays.asList(other);
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> without(List<T> row, int at) {
      Object[] shorter = new Object[row.size() - 1];
      for (int i = 0; i < shorter.length; i++) {
        shorter[i] = row.get(i < at ? i : i + 1);
      }
      return (List<T>) Arrays.asList(shorter);
    }
  }
}
