package hotshoe.core.operation;

import hotshoe.operation.OperationDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every operation there is, at one moment. Immutable; safe for use by many threads.
 *
 * @param generation grows with every change
 * @param byName every operation by its whole name
 * @param byShortName those of one short name, by their whole names
 * @param sorted all, by name; worked out when somebody first asks
 */
record Catalogue(
    long generation, Trie<Entry> byName, Trie<Trie<Entry>> byShortName, Supplier<Sorted> sorted) {

  /** All operations in the order of their names. */
  record Sorted(List<Entry> entries, List<OperationDescription> descriptions) {}

  static Catalogue empty() {
    return of(0, Trie.empty(), Trie.empty());
  }

  private static Catalogue of(long generation, Trie<Entry> byName, Trie<Trie<Entry>> byShortName) {
    return new Catalogue(generation, byName, byShortName, new Once<>(() -> sort(byName)));
  }

  private static Sorted sort(Trie<Entry> byName) {
    List<Entry> entries = new ArrayList<>();
    byName.forEach(entries::add);
    entries.sort(Comparator.comparing(entry -> entry.name));
    return new Sorted(List.copyOf(entries), entries.stream().map(e -> e.description).toList());
  }

  /** The operation of this whole name, or of this short name if it is the only one; or null. */
  Entry get(String name) {
    Entry whole = byName.get(name);
    if (whole != null || name.indexOf('.') >= 0) {
      return whole;
    }
    List<Entry> candidates = candidates(name);
    return candidates.size() == 1 ? candidates.get(0) : null; // null: every call asks this
  }

  /** All that a name may mean, by name. */
  List<Entry> candidates(String name) {
    Entry whole = byName.get(name);
    if (whole != null) {
      return List.of(whole);
    }
    List<Entry> entries = new ArrayList<>();
    byShortName.find(name).ifPresent(some -> some.forEach(entries::add));
    entries.sort(Comparator.comparing(entry -> entry.name));
    return entries;
  }

  /** The same with this operation, in place of one of the same name. */
  Catalogue with(Entry entry) {
    String shortName = entry.description.name().shortName();
    Trie<Entry> same = byShortName.find(shortName).orElseGet(Trie::empty);
    return of(
        generation + 1,
        byName.with(entry.name, entry),
        byShortName.with(shortName, same.with(entry.name, entry)));
  }

  /** The same without this operation. */
  Catalogue without(Entry entry) {
    String shortName = entry.description.name().shortName();
    Trie<Entry> rest = byShortName.find(shortName).orElseGet(Trie::empty).without(entry.name);
    return of(
        generation + 1,
        byName.without(entry.name),
        rest.isEmpty() ? byShortName.without(shortName) : byShortName.with(shortName, rest));
  }

  /** Works something out once, when it is first asked for. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile T value;

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public T get() {
      T known = value;
      if (known == null) {
        known = source.get();
        value = known;
      }
      return known;
    }
  }
}
